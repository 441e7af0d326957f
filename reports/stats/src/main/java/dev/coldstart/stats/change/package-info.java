/**
 * Change points in a series of nights: since when a ratio is another one. Numbers only; the history's files are in
 * {@code record}, its sentences in {@code report}.
 */
package dev.coldstart.stats.change;
