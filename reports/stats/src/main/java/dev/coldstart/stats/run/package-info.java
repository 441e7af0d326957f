/** The headline of one run: how each arm compares with its baseline, and how far the run may be trusted. */
package dev.coldstart.stats.run;
