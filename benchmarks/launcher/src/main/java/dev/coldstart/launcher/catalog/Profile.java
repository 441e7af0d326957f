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
 * @param settles the groups of JVM options that this profile does not accept, because it already sets them
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

  /** Whether the JVM option can be used with this profile on that JDK and has an effect there. */
  public boolean takes(JvmOption option, Jdk jdk) {
    return !settles.contains(option.group()) && option.setsSomethingOn(jdk) && with(option).unmetOn(jdk).isEmpty();
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
   * Adds a JVM option to the launches and to the run that makes the cache: a JVM refuses a cache made under other
   * settings.
   */
  Profile with(JvmOption option) {
    return new Profile(id + "+" + option.id(), label + "; " + option.label(), jvmArgs.and(option.jvmArgs()),
        requires.and(option.requires()),
        cache.map(c -> new Cache(c.label(), c.ending(), c.training().and(option.jvmArgs()))),
        Stream.concat(settles.stream(), Stream.of(option.group())).toList(), option.jlink().or(() -> jlink));
  }
}
