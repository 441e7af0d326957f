/** The fault campaign: does small runs every harm that a machine or a user may do to a run, and checks the result. */
package dev.coldstart.validation.faults;
