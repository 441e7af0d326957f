package dev.coldstart.launcher.catalog;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * JVM settings for launches, usable with every runtime.
 *
 * @param jvmArgs the arguments for launches; {@code {cache}} in them is replaced with the cache file's path
 * @param requires the requirements for running it
 * @param cache the file that the JVM starts from, made ahead of time for each arm
 * @param settles the groups of levers that this profile does not accept, because it already sets them
 * @param jlink options of jlink if the JVM is an image of the modules that the class path needs; else empty
 */
public record Profile(String id, String label, JvmArgs jvmArgs, Requirements requires, Optional<Cache> cache,
    List<String> settles, Optional<JvmArgs> jlink) {

  /** Sets nothing. */
  public static final Profile NONE = new Profile("none", "No settings", JvmArgs.NONE, Requirements.NONE,
      Optional.empty(), List.of(), Optional.empty());

  /**
   * @param label the kind of file, in words
   * @param ending the file name's extension, with the dot
   * @param training the JVM arguments for the run that makes it, in which the handler answers as in a launch
   */
  public record Cache(String label, String ending, JvmArgs training) {}

  /** Whether the lever can be used with this profile on that JDK and has an effect there. */
  public boolean takes(Lever lever, Jdk jdk) {
    return !settles.contains(lever.group()) && lever.setsSomethingOn(jdk) && with(lever).unmetOn(jdk).isEmpty();
  }

  /** Why it cannot be used on that JDK here. Empty if it can be. */
  public Optional<String> unmetOn(Jdk jdk) {
    return requires.unmetOn(jdk).or(() -> jlink.isEmpty() ? Optional.empty() : jdk.cannotLink());
  }

  /** Whether it is made for one exact class path, so that nothing can be added to that class path. */
  public boolean isOfOneClassPath() {
    return cache.isPresent() || jlink.isPresent();
  }

  /**
   * Adds a lever to the launches and to the run that makes the cache: a JVM refuses a cache made under other settings.
   */
  Profile with(Lever lever) {
    return new Profile(id + "+" + lever.id(), label + "; " + lever.label(), jvmArgs.and(lever.jvmArgs()),
        requires.and(lever.requires()),
        cache.map(c -> new Cache(c.label(), c.ending(), c.training().and(lever.jvmArgs()))),
        Stream.concat(settles.stream(), Stream.of(lever.group())).toList(), lever.jlink().or(() -> jlink));
  }
}
