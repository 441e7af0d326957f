package dev.coldstart.stats.compare;

import dev.coldstart.record.Arm;
import dev.coldstart.record.Manifest;
import dev.coldstart.record.Manifest.FixtureFacts;
import dev.coldstart.record.Manifest.Jdk;
import dev.coldstart.stats.run.ArmJvm;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Function;

/**
 * Something that differs between two runs beside what they found.
 *
 * @param of the id of the JDK, fixture, configuration or arm; null for what a run has once
 * @param first as the first run has it; null where it does not tell, and for the JVM's arguments
 * @param second likewise
 */
public record Difference(Subject subject, String of, Object first, Object second) {

  /** What differs. */
  public enum Subject {
    PROCESSOR,
    ARCHITECTURE,
    PROCESSORS,
    MEMORY_BYTES,
    OPERATING_SYSTEM,
    KERNEL,
    GOVERNOR,
    JDK,
    MODULE,
    ENGINE,
    /** One for each arm. */
    JVM_ARGUMENTS,
    COMMIT
  }

  /** Each once, in the order of the subjects. */
  static List<Difference> between(Manifest first, Manifest second) {
    Collected found = new Collected(new LinkedHashSet<>());
    found.machine(first.machine(), second.machine());
    pairs(first.jdks(), second.jdks(), Jdk::id,
        (one, other) -> found.add(Subject.JDK, one.id(), name(one), name(other)));
    pairs(first.fixtures(), second.fixtures(), FixtureFacts::id,
        (one, other) -> found.add(Subject.MODULE, one.id(), one.sha256(), other.sha256()));
    pairs(first.arms(), second.arms(), Arm::key, found::engine);
    pairs(first.arms(), second.arms(), Arm::key, found::jvmArguments);
    found.add(Subject.COMMIT, null, first.commit(), second.commit());
    return List.copyOf(found.all());
  }

  private static String name(Jdk jdk) {
    return jdk.vendor() + " " + jdk.version();
  }

  private static <T> void pairs(List<T> ones, List<T> others, Function<T, Object> key, BiConsumer<T, T> pair) {
    for (T one : ones) {
      others.stream()
          .filter(other -> key.apply(one).equals(key.apply(other)))
          .findFirst()
          .ifPresent(other -> pair.accept(one, other));
    }
  }

  private record Collected(Set<Difference> all) {

    void add(Subject subject, String of, Object first, Object second) {
      if (!Objects.equals(first, second)) {
        all.add(new Difference(subject, of, first, second));
      }
    }

    void machine(Manifest.Machine first, Manifest.Machine second) {
      add(Subject.PROCESSOR, null, first.processor(), second.processor());
      add(Subject.ARCHITECTURE, null, first.architecture(), second.architecture());
      add(Subject.PROCESSORS, null, first.processors(), second.processors());
      add(Subject.MEMORY_BYTES, null, first.memoryBytes(), second.memoryBytes());
      add(Subject.OPERATING_SYSTEM, null, first.os(), second.os());
      add(Subject.KERNEL, null, first.kernel(), second.kernel());
      add(Subject.GOVERNOR, null, first.governor(), second.governor());
    }

    /** An engine says the same in every fixture: once a configuration. */
    void engine(Arm first, Arm second) {
      if (first.engine() != null && second.engine() != null) {
        add(Subject.ENGINE, first.configuration(), first.engine(), second.engine());
      }
    }

    void jvmArguments(Arm first, Arm second) {
      if (first.ran() && second.ran() && !ArmJvm.args(first).equals(ArmJvm.args(second))) {
        all.add(new Difference(Subject.JVM_ARGUMENTS, first.arm(), null, null));
      }
    }
  }
}
