package dev.coldstart.launcher.catalog;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * JVM arguments that depend on the JDK: those of every key up to a JDK's feature version apply to it, in the order of
 * the keys. An older JVM refuses to start on an option that it does not know.
 */
public record JvmArgs(TreeMap<Integer, List<String>> since) {

  public static final JvmArgs NONE = new JvmArgs(new TreeMap<>());

  public static JvmArgs of(Map<Integer, List<String>> since) {
    return since == null ? NONE : new JvmArgs(new TreeMap<>(since));
  }

  public List<String> on(Jdk jdk) {
    return since.headMap(jdk.feature(), true).values().stream().flatMap(List::stream).toList();
  }

  /** These, and after them those of the same JDK. */
  JvmArgs and(JvmArgs more) {
    TreeMap<Integer, List<String>> all = new TreeMap<>(since);
    more.since.forEach((feature, args) -> all.merge(feature, args,
        (first, then) -> Stream.concat(first.stream(), then.stream()).toList()));
    return new JvmArgs(all);
  }
}
