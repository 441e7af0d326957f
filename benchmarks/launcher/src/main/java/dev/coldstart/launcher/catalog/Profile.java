package dev.coldstart.launcher.catalog;

/** JVM settings of a launch, usable with every runtime. */
public record Profile(String id, String label, JvmArgs jvmArgs) {}
