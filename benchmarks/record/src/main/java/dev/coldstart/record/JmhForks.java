package dev.coldstart.record;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Puts the forks of one benchmark together: each fork is one observation of its mean. */
final class JmhForks {

  private record Key(String benchmark, String mode, String configuration, String fixture) {}

  private JmhForks() {}

  /** One result a benchmark, mode, configuration and fixture, in the order of their first forks. */
  static List<JmhResult> merge(List<JmhResult> forks) {
    Map<Key, List<JmhResult>> groups = new LinkedHashMap<>();
    for (JmhResult fork : forks) {
      Key key = new Key(fork.benchmark(), fork.mode(), fork.configuration(), fork.fixture());
      groups.computeIfAbsent(key, any -> new ArrayList<>()).add(fork);
    }
    return groups.values().stream().map(JmhForks::together).toList();
  }

  private static JmhResult together(List<JmhResult> group) {
    JmhResult any = group.get(0);
    double sumNs = 0;
    int forks = 0;
    for (JmhResult part : group) {
      // A fork without a score tells nothing of the mean, and is not a fork that gave it.
      if (!Double.isNaN(part.scoreNs())) {
        sumNs += part.scoreNs() * part.forks();
        forks += part.forks();
      }
    }
    double meanNs = forks == 0 ? Double.NaN : sumNs / forks;
    double classesBefore =
        group.stream().mapToDouble(JmhResult::classesBefore).filter(n -> !Double.isNaN(n)).average().orElse(Double.NaN);
    return new JmhResult(any.benchmark(), any.mode(), any.configuration(), any.fixture(), any.phase(), meanNs, forks,
        classesBefore, pooled(group));
  }

  private static List<JmhResult.Sample> pooled(List<JmhResult> group) {
    TreeMap<Long, Long> counts = new TreeMap<>();
    for (JmhResult part : group) {
      part.samples().forEach(sample -> counts.merge(sample.valueNs(), sample.count(), Long::sum));
    }
    return counts.entrySet().stream().map(e -> new JmhResult.Sample(e.getKey(), e.getValue())).toList();
  }
}
