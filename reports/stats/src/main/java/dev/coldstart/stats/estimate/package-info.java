/** Mathematics over arrays: estimates with their uncertainty, and the verdicts they allow. */
package dev.coldstart.stats.estimate;
