/** The history of many runs: a line for each arm of each. */
package dev.coldstart.record.history;
