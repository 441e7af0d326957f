/** Merges the runs of a plan's shards into one run. It changes no launch, and knows no statistics. */
package dev.coldstart.record.merge;
