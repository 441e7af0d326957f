package dev.coldstart.record;

import dev.coldstart.record.Manifest.FixtureFacts;
import dev.coldstart.record.Manifest.Jdk;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Function;

/**
 * Something that differs between two manifests beside what their runs found, or between one and what stands here now.
 *
 * @param of the id of the JDK, fixture, configuration or arm; null for what a manifest has once
 * @param first as the first has it; null where it does not tell
 * @param second likewise
 */
public record Difference(Subject subject, String of, Object first, Object second) {

  /** What differs; the values are texts and numbers unless stated. */
  public enum Subject {
    PROCESSOR,
    ARCHITECTURE,
    PROCESSORS,
    MEMORY_BYTES,
    OPERATING_SYSTEM,
    KERNEL,
    GOVERNOR,
    /** {@link Jdk}. */
    JDK,
    /** Its module, its event or its response: {@link FixtureFacts}. */
    FIXTURE,
    ENGINE,
    /** The child's command line: {@link Arm}. */
    COMMAND,
    /** coldstart's own version. */
    COLDSTART,
    COMMIT,
    /** Whether the checkout has no uncommitted changes. */
    CLEAN
  }

  /** Each once, of what both manifests have, in the order of the subjects. */
  public static List<Difference> between(Manifest first, Manifest second) {
    Collected found = new Collected(new LinkedHashSet<>());
    found.machine(first.machine(), second.machine());
    pairs(first.jdks(), second.jdks(), Jdk::id, (one, other) -> found.add(Subject.JDK, one.id(), one, other));
    pairs(first.fixtures(), second.fixtures(), FixtureFacts::id, found::fixture);
    pairs(first.arms(), second.arms(), Arm::key, found::engine);
    pairs(first.arms(), second.arms(), Arm::key, found::command);
    found.add(Subject.COLDSTART, null, first.coldstart(), second.coldstart());
    found.add(Subject.COMMIT, null, first.commit(), second.commit());
    found.add(Subject.CLEAN, null, first.clean(), second.clean());
    return List.copyOf(found.all());
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

    void fixture(FixtureFacts first, FixtureFacts second) {
      boolean same = Objects.equals(first.sha256(), second.sha256()) && Objects.equals(first.event(), second.event())
          && first.responseBytes() == second.responseBytes();
      if (!same) {
        all.add(new Difference(Subject.FIXTURE, first.id(), first, second));
      }
    }

    /** An engine says the same in every fixture: once a configuration. */
    void engine(Arm first, Arm second) {
      if (first.engine() != null && second.engine() != null) {
        add(Subject.ENGINE, first.configuration(), first.engine(), second.engine());
      }
    }

    void command(Arm first, Arm second) {
      if (!first.command().equals(second.command())) {
        all.add(new Difference(Subject.COMMAND, first.arm(), first, second));
      }
    }
  }
}
