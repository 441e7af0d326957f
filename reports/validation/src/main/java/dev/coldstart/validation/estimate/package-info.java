/** How often the harness is right if the truth is known. */
package dev.coldstart.validation.estimate;
