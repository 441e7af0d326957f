/** How often the harness is right where the truth is known. */
package dev.coldstart.validation.estimate;
