package dev.coldstart.stats.compare;

import dev.coldstart.record.Arm;
import dev.coldstart.record.Manifest;
import dev.coldstart.record.Manifest.FixtureFacts;
import dev.coldstart.record.Manifest.Jdk;
import dev.coldstart.record.RunData;
import dev.coldstart.record.text.Format;
import dev.coldstart.record.text.SafeText;
import dev.coldstart.stats.run.ArmJvm;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.BiPredicate;

/** What differs between two runs beside what they found. */
final class RunDifferences {

  private final Manifest first;
  private final Manifest second;
  private final Set<String> found = new LinkedHashSet<>();

  private RunDifferences(Manifest first, Manifest second) {
    this.first = first;
    this.second = second;
  }

  static List<String> of(RunData first, RunData second) {
    RunDifferences differences = new RunDifferences(first.manifest(), second.manifest());
    differences.machine();
    differences.jdks();
    differences.fixtures();
    differences.engines();
    differences.jvmArgs();
    differences.differs("the checkout's commit", first.manifest().commit(), second.manifest().commit());
    return List.copyOf(differences.found);
  }

  private void machine() {
    Manifest.Machine one = first.machine();
    Manifest.Machine other = second.machine();
    differs("the processor", one.processor(), other.processor());
    differs("the architecture", one.architecture(), other.architecture());
    differs("the number of processors", one.processors(), other.processors());
    differs("the memory in bytes", one.memoryBytes(), other.memoryBytes());
    differs("the operating system", one.os(), other.os());
    differs("the kernel", one.kernel(), other.kernel());
    differs("the frequency governor", one.governor(), other.governor());
  }

  private void jdks() {
    pairs(first.jdks(), second.jdks(), (one, other) -> one.id().equals(other.id()))
        .forEach(pair -> differs(SafeText.brief(pair.get(0).id()), text(pair.get(0)), text(pair.get(1))));
  }

  private static String text(Jdk jdk) {
    return jdk.vendor() + " " + jdk.version();
  }

  private void fixtures() {
    for (List<FixtureFacts> pair : pairs(first.fixtures(), second.fixtures(),
        (one, other) -> one.id().equals(other.id()))) {
      differs("the module of " + SafeText.brief(pair.get(0).id()), pair.get(0).sha256(), pair.get(1).sha256());
    }
  }

  /** An engine says the same in every fixture: once a configuration. */
  private void engines() {
    for (List<Arm> pair : pairs(first.arms(), second.arms(), RunDifferences::sameArm)) {
      if (pair.get(0).engine() != null && pair.get(1).engine() != null) {
        differs("the engine of " + SafeText.brief(pair.get(0).configuration()), pair.get(0).engine(),
            pair.get(1).engine());
      }
    }
  }

  /** Often of all arms at once. */
  private void jvmArgs() {
    List<String> arms = pairs(first.arms(), second.arms(), RunDifferences::sameArm).stream()
        .filter(pair -> pair.get(0).ran() && pair.get(1).ran())
        .filter(pair -> !ArmJvm.of(pair.get(0)).equals(ArmJvm.of(pair.get(1))))
        .map(pair -> pair.get(0).arm())
        .distinct()
        .toList();
    if (!arms.isEmpty()) {
      found.add("the JVM arguments of " + Format.count(arms.size(), "arm", "arms") + " differ; first: "
          + SafeText.brief(arms.get(0)));
    }
  }

  private static boolean sameArm(Arm one, Arm other) {
    return one.key().equals(other.key());
  }

  private static <T> List<List<T>> pairs(List<T> ones, List<T> others, BiPredicate<T, T> same) {
    List<List<T>> pairs = new ArrayList<>();
    for (T one : ones) {
      others.stream()
          .filter(other -> same.test(one, other))
          .findFirst()
          .ifPresent(other -> pairs.add(List.of(one, other)));
    }
    return pairs;
  }

  private void differs(String what, Object one, Object other) {
    if (!Objects.equals(one, other)) {
      found.add(what + " differs: " + text(one) + ", then " + text(other));
    }
  }

  private static String text(Object value) {
    return value == null ? "n/a" : SafeText.brief(value.toString());
  }
}
