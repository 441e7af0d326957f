/** The results of the scenarios: cold to warm, memory, bursts, and the size of the module. */
package dev.coldstart.stats.scenario;
