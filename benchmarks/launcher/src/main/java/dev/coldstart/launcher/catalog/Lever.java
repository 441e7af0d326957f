package dev.coldstart.launcher.catalog;

import java.util.Optional;

/**
 * One setting that a profile may carry.
 *
 * @param group what it sets; a profile has one lever of a group at most
 * @param jvmArgs of a launch, and of the run that makes the profile's cache
 * @param jlink options of jlink, where the JVM is to be an image of the modules that the class path needs; else empty
 * @param requires what it needs to run
 */
public record Lever(String id, String label, String group, JvmArgs jvmArgs, Optional<JvmArgs> jlink,
    Requirements requires) {

  /** Whether a launch on that JDK is another with it than without. */
  boolean setsSomethingOn(Jdk jdk) {
    return jlink.isPresent() || !jvmArgs.on(jdk).isEmpty();
  }
}
