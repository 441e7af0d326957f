/** The campaign that does small runs every harm that a machine or a user may do to a run, and looks at what is left. */
package dev.coldstart.validation.faults;
