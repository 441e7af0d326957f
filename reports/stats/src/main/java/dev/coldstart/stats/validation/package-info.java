/** How often the harness is right where the truth is known. */
package dev.coldstart.stats.validation;
