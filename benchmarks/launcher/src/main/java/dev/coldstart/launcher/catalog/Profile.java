package dev.coldstart.launcher.catalog;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * JVM settings of a launch, usable with every runtime.
 *
 * @param jvmArgs of a launch; {@code {cache}} stands in them for the cache's file
 * @param requires what it needs to run
 * @param cache the file that the JVM starts from, made ahead of time for each arm
 * @param settles groups of which it takes no lever, or no other
 * @param jlink options of jlink, where the JVM is an image of the modules that the class path needs; else empty
 */
public record Profile(String id, String label, JvmArgs jvmArgs, Requirements requires, Optional<Cache> cache,
    List<String> settles, Optional<JvmArgs> jlink) {

  /**
   * @param label what it is, in words
   * @param ending of its file's name, with the point
   * @param training the JVM's arguments of the run that makes it, in which the handler answers as in a launch
   */
  public record Cache(String label, String ending, JvmArgs training) {}

  /** Whether the lever sets something on that JDK that this profile leaves open, so that both can be told apart. */
  public boolean takes(Lever lever, Jdk jdk) {
    return !settles.contains(lever.group()) && lever.setsSomethingOn(jdk) && with(lever).unmetOn(jdk).isEmpty();
  }

  /** Why it cannot be used on that JDK here; empty when nothing speaks against it. */
  public Optional<String> unmetOn(Jdk jdk) {
    return requires.unmetOn(jdk).or(() -> jlink.isEmpty() ? Optional.empty() : jdk.cannotLink());
  }

  /** Whether it is made for one class path and no other, so that nothing can be put beside it there. */
  public boolean isOfOneClassPath() {
    return cache.isPresent() || jlink.isPresent();
  }

  /** The same with a lever: a JVM refuses a cache that was made under other settings, so these are of both runs. */
  Profile with(Lever lever) {
    return new Profile(id + "+" + lever.id(), label + "; " + lever.label(), jvmArgs.and(lever.jvmArgs()),
        requires.and(lever.requires()),
        cache.map(c -> new Cache(c.label(), c.ending(), c.training().and(lever.jvmArgs()))),
        Stream.concat(settles.stream(), Stream.of(lever.group())).toList(), lever.jlink().or(() -> jlink));
  }
}
