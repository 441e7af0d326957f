/** The search for a runtime's fastest combination of configuration, profile and levers. */
package dev.coldstart.command.tune;
