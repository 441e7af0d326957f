package dev.coldstart.launcher.catalog;

/**
 * One JVM setting that a profile may carry.
 *
 * @param group what it sets; a profile has one lever of a group at most
 * @param jvmArgs of a launch, and of the run that makes the profile's cache
 * @param requires what it needs to run
 */
public record Lever(String id, String label, String group, JvmArgs jvmArgs, Requirements requires) {}
