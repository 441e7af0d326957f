package dev.coldstart.record;

import dev.coldstart.record.Manifest.FixtureFacts;
import dev.coldstart.record.Manifest.Jdk;
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
    PROCESSOR(run -> run.machine().processor()),
    ARCHITECTURE(run -> run.machine().architecture()),
    PROCESSORS(run -> run.machine().processors()),
    MEMORY_BYTES(run -> run.machine().memoryBytes()),
    OPERATING_SYSTEM(run -> run.machine().os()),
    KERNEL(run -> run.machine().kernel()),
    GOVERNOR(run -> run.machine().governor()),
    /** {@link Jdk}. */
    JDK(null),
    /** Its module, its event or its response: {@link FixtureFacts}. */
    FIXTURE(null),
    ENGINE(null),
    /** The child's command line: {@link Arm}. */
    COMMAND(null),
    /** coldstart's own version. */
    COLDSTART(Manifest::coldstart),
    COMMIT(Manifest::commit),
    /** Whether the checkout has no uncommitted changes. */
    CLEAN(Manifest::clean);

    private final Function<Manifest, Object> once;

    /** @param once null for what a manifest has several of */
    Subject(Function<Manifest, Object> once) {
      this.once = once;
    }
  }

  /** Each once, of what both manifests have, in the order of the subjects. */
  public static List<Difference> between(Manifest first, Manifest second) {
    return Stream.of(Subject.values()).flatMap(subject -> switch (subject) {
      case JDK -> pairs(first.jdks(), second.jdks(), Jdk::id, (a, b) -> new Difference(subject, a.id(), a, b));
      case FIXTURE -> pairs(first.fixtures(), second.fixtures(), FixtureFacts::id,
          (a, b) -> new Difference(subject, a.id(), a, b));
      // An engine says the same in every fixture: once a configuration.
      case ENGINE -> pairs(first.arms(), second.arms(), Arm::key,
          (a, b) -> new Difference(subject, a.configuration(), a.engine(), b.engine()));
      case COMMAND -> pairs(first.arms(), second.arms(), Arm::key, (a, b) -> new Difference(subject, a.arm(), a, b));
      default -> Stream.of(new Difference(subject, null, subject.once.apply(first), subject.once.apply(second)));
    }).filter(Difference::differs).distinct().toList();
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
