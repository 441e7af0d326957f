/** Reads a campaign in which the harness proves itself, and says what it found. Nothing is launched here. */
package dev.coldstart.command.validate;
