/** Reads what a Wasm module says about itself. Runs nothing, and trusts nothing: a module is a stranger's file. */
package dev.coldstart.wasm;
