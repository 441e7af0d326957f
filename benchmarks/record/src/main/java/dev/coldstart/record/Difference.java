package dev.coldstart.record;

import dev.coldstart.record.Manifest.FixtureFacts;
import dev.coldstart.record.Manifest.Jdk;
import dev.coldstart.record.Manifest.Machine;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Stream;

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
    Machine one = first.machine();
    Machine other = second.machine();
    Stream<Difference> machine = Stream.of(new Difference(Subject.PROCESSOR, null, one.processor(), other.processor()),
        new Difference(Subject.ARCHITECTURE, null, one.architecture(), other.architecture()),
        new Difference(Subject.PROCESSORS, null, one.processors(), other.processors()),
        new Difference(Subject.MEMORY_BYTES, null, one.memoryBytes(), other.memoryBytes()),
        new Difference(Subject.OPERATING_SYSTEM, null, one.os(), other.os()),
        new Difference(Subject.KERNEL, null, one.kernel(), other.kernel()),
        new Difference(Subject.GOVERNOR, null, one.governor(), other.governor()));
    Stream<Difference> coldstart =
        Stream.of(new Difference(Subject.COLDSTART, null, first.coldstart(), second.coldstart()),
            new Difference(Subject.COMMIT, null, first.commit(), second.commit()),
            new Difference(Subject.CLEAN, null, first.clean(), second.clean()));
    return Stream
        .of(machine, pairs(first.jdks(), second.jdks(), Jdk::id, (a, b) -> new Difference(Subject.JDK, a.id(), a, b)),
            pairs(first.fixtures(), second.fixtures(), FixtureFacts::id,
                (a, b) -> new Difference(Subject.FIXTURE, a.id(), a, b)),
            // An engine says the same in every fixture: once a configuration.
            pairs(first.arms(), second.arms(), Arm::key,
                (a, b) -> new Difference(Subject.ENGINE, a.configuration(), a.engine(), b.engine())),
            pairs(first.arms(), second.arms(), Arm::key, (a, b) -> new Difference(Subject.COMMAND, a.arm(), a, b)),
            coldstart)
        .flatMap(Function.identity())
        .filter(Difference::differs)
        .distinct()
        .toList();
  }

  private static <T> Stream<Difference> pairs(List<T> ones, List<T> others, Function<T, Object> key,
      BiFunction<T, T, Difference> pair) {
    return ones.stream()
        .flatMap(one -> others.stream()
            .filter(other -> key.apply(one).equals(key.apply(other)))
            .limit(1)
            .map(other -> pair.apply(one, other)));
  }

  private boolean differs() {
    return switch (subject) {
      case FIXTURE -> !part((FixtureFacts) first).equals(part((FixtureFacts) second));
      case ENGINE -> first != null && second != null && !first.equals(second);
      case COMMAND -> !((Arm) first).command().equals(((Arm) second).command());
      default -> !Objects.equals(first, second);
    };
  }

  /** What a launch depends on. */
  private static List<Object> part(FixtureFacts fixture) {
    return Arrays.asList(fixture.sha256(), fixture.event(), fixture.responseBytes());
  }
}
