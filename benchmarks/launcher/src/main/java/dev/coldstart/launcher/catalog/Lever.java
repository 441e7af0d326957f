package dev.coldstart.launcher.catalog;

import java.util.Optional;

/**
 * A JVM option that can be added to a profile.
 *
 * @param group the setting that it changes; a profile takes at most one lever of each group
 * @param jvmArgs the arguments for launches, and for the run that makes the profile's cache
 * @param jlink options of jlink if the JVM is to be an image of the modules that the class path needs; else empty
 * @param requires the requirements for running it
 */
public record Lever(String id, String label, String group, JvmArgs jvmArgs, Optional<JvmArgs> jlink,
    Requirements requires) {

  /** Whether it changes a launch on that JDK. */
  boolean setsSomethingOn(Jdk jdk) {
    return jlink.isPresent() || !jvmArgs.on(jdk).isEmpty();
  }
}
