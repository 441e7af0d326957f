/** What the launches beside the headline say: cold to warm, memory, bursts, and the size of the module. */
package dev.coldstart.stats.scenario;
