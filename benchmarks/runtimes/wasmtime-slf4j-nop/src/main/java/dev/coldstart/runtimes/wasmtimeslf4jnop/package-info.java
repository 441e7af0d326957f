/** No code: the adapter of {@code runtimes/wasmtime} on a class path of its own, with SLF4J 2 and a provider that is named. */
package dev.coldstart.runtimes.wasmtimeslf4jnop;
