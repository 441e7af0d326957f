/** Estimates with their uncertainty, and the verdicts they allow. Knows no runtime and no fixture by name. */
package dev.coldstart.stats;
