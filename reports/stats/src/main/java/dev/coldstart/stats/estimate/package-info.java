/** Mathematics over arrays: estimates with their uncertainty, and the verdicts that they allow. */
package dev.coldstart.stats.estimate;
