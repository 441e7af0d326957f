/** Two runs side by side. */
package dev.coldstart.stats.compare;
