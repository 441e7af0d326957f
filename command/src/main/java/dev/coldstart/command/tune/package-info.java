/** The search for a runtime's fastest combination of configuration, profile and JVM options. */
package dev.coldstart.command.tune;
