/**
 * The headline of one run: how each arm compares with its baseline, and how far the run can be trusted. Also how the
 * ratios of two runs differ.
 */
package dev.coldstart.stats.run;
