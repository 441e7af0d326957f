package dev.coldstart.launcher.catalog;

import java.util.Optional;

/**
 * JVM settings of a launch, usable with every runtime.
 *
 * @param jvmArgs of a launch; {@code {cache}} stands in them for the cache's file
 * @param requires what it needs to run
 * @param cache the file that the JVM starts from, made ahead of time for each arm
 */
public record Profile(
    String id, String label, JvmArgs jvmArgs, Requirements requires, Optional<Cache> cache) {

  /**
   * @param label what it is, in words
   * @param ending of its file's name, with the point
   * @param training the JVM's arguments of the run that makes it, in which the handler answers as in a launch
   */
  public record Cache(String label, String ending, JvmArgs training) {}
}
