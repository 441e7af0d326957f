package dev.coldstart.launcher.catalog;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * JVM arguments by JDK. A JDK gets the arguments of every key up to its feature version, in the order of the keys: a
 * JVM refuses to start if it does not know an option.
 */
public record JvmArgs(TreeMap<Integer, List<String>> since) {

  public static final JvmArgs NONE = new JvmArgs(new TreeMap<>());

  public static JvmArgs of(Map<Integer, List<String>> since) {
    return since == null ? NONE : new JvmArgs(new TreeMap<>(since));
  }

  public List<String> on(Jdk jdk) {
    return since.headMap(jdk.feature(), true).values().stream().flatMap(List::stream).toList();
  }

  /** Both sets of arguments, for each key these first. */
  JvmArgs and(JvmArgs more) {
    TreeMap<Integer, List<String>> all = new TreeMap<>(since);
    more.since.forEach((feature, args) -> all.merge(feature, args,
        (first, then) -> Stream.concat(first.stream(), then.stream()).toList()));
    return new JvmArgs(all);
  }
}
