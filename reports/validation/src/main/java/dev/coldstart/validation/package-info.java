/** The campaign that validates the harness: a tool for maintainers. */
package dev.coldstart.validation;
