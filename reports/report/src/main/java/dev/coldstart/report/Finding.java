package dev.coldstart.report;

/**
 * What was found in one respect, for who reads no further.
 *
 * @param rest what belongs to it and can wait; empty where that is nothing
 */
record Finding(String title, String lead, String rest) {}
