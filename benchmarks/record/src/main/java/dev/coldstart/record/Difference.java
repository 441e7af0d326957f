package dev.coldstart.record;

import dev.coldstart.record.Manifest.FixtureFacts;
import dev.coldstart.record.Manifest.Jdk;
import dev.coldstart.record.text.SafeText;
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
 * @param second likewise; of the processor both may be null, for what neither tells may be any two
 */
public record Difference(Subject subject, String of, Object first, Object second) {

  /** What differs; the values are texts and numbers unless stated. */
  public enum Subject {
    PROCESSOR("the processor", run -> run.machine().processor()),
    ARCHITECTURE("the architecture", run -> run.machine().architecture()),
    PROCESSORS("the number of processors", run -> run.machine().processors()),
    MEMORY_BYTES("the memory in bytes", run -> run.machine().memoryBytes()),
    OPERATING_SYSTEM("the operating system", run -> run.machine().os()),
    KERNEL("the kernel", run -> run.machine().kernel()),
    GOVERNOR("the frequency governor", run -> run.machine().governor()),
    /** {@link Jdk}. */
    JDK("", null),
    /** Its module, its event or its response: {@link FixtureFacts}. */
    FIXTURE("the module of", null),
    ENGINE("the engine of", null),
    /** The child's command line: {@link Arm}. */
    COMMAND("the JVM arguments of", null),
    /** coldstart's own version. */
    COLDSTART("coldstart's version", Manifest::coldstart),
    COMMIT("the commit", Manifest::commit),
    /** Whether the checkout has no uncommitted changes. */
    CLEAN("whether the checkout is clean", Manifest::clean);

    private final String words;
    private final Function<Manifest, Object> once;

    /**
     * @param words before the id, for what a manifest has several of
     * @param once null for what a manifest has several of
     */
    Subject(String words, Function<Manifest, Object> once) {
      this.words = words;
      this.once = once;
    }
  }

  /** Whether neither tells it, so that nothing says that it is the same. */
  public boolean isUnknown() {
    return first == null && second == null;
  }

  /** What differs, in words, {@code the engine of chicory.interpreter}. */
  public String words() {
    return (subject.words + " " + (of == null ? "" : SafeText.brief(of))).strip();
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
      // Two machines that do not tell theirs may be any two.
      case PROCESSOR -> first == null || !first.equals(second);
      default -> !Objects.equals(first, second);
    };
  }

  /** What a launch depends on. */
  private static List<Object> part(FixtureFacts fixture) {
    return Arrays.asList(fixture.sha256(), fixture.event(), fixture.responseBytes());
  }
}
