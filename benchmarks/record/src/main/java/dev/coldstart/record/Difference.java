package dev.coldstart.record;

import dev.coldstart.record.Manifest.FixtureFacts;
import dev.coldstart.record.Manifest.Jdk;
import dev.coldstart.record.text.SafeText;
import java.util.List;
import java.util.Objects;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * A difference between two manifests other than their results, or between a manifest and the present machine.
 *
 * @param of id of the JDK, fixture, configuration or arm; null for a value that a manifest has only once
 * @param first value in the first manifest; null if unknown
 * @param second value in the second manifest; null if unknown; both may be null only for the processor, because two
 * unknown processors may differ
 */
public record Difference(Subject subject, String of, Object first, Object second) {

  /** The property that differs. Its values are texts and numbers unless stated. */
  public enum Subject {
    PROCESSOR("the processor", run -> run.machine().processor()),
    ARCHITECTURE("the architecture", run -> run.machine().architecture()),
    PROCESSORS("the number of processors", run -> run.machine().processors()),
    MEMORY_BYTES("the memory in bytes", run -> run.machine().memoryBytes()),
    OPERATING_SYSTEM("the operating system", run -> run.machine().os()),
    KERNEL("the kernel", run -> run.machine().kernel()),
    GOVERNOR("the frequency governor", run -> run.machine().governor()),
    PAGE_CACHE("the page cache", run -> run.plan().pageCache()),
    /** The values are of type {@link Jdk}. */
    JDK("", null),
    /** The fixture's module, event or response. The values are of type {@link FixtureFacts}. */
    FIXTURE("the module of", null),
    ENGINE("the engine of", null),
    /** The child's command line. The values are of type {@link Arm}. */
    COMMAND("the JVM arguments of", null),
    COLDSTART("coldstart's version", Manifest::coldstart),
    COMMIT("the commit", Manifest::commit),
    /** Whether the checkout has no uncommitted changes. */
    CLEAN("whether the checkout is clean", Manifest::clean);

    private final String words;
    private final Function<Manifest, Object> once;

    /**
     * @param words text for messages; if a manifest has several values, the id follows it
     * @param once reads the value; null if a manifest has several values
     */
    Subject(String words, Function<Manifest, Object> once) {
      this.words = words;
      this.once = once;
    }
  }

  /** Whether both values are unknown, so that they may differ. */
  public boolean isUnknown() {
    return first == null && second == null;
  }

  /** The property in words, for example {@code the engine of chicory.interpreter}. */
  public String words() {
    return (subject.words + " " + (of == null ? "" : SafeText.brief(of))).strip();
  }

  /** The differences in what both manifests have, each once, in the order of the subjects. */
  public static List<Difference> between(Manifest first, Manifest second) {
    return Stream.of(Subject.values()).flatMap(subject -> switch (subject) {
      case JDK -> pairs(first.jdks(), second.jdks(), Jdk::id, (a, b) -> new Difference(subject, a.id(), a, b));
      case FIXTURE -> pairs(first.fixtures(), second.fixtures(), FixtureFacts::id,
          (a, b) -> new Difference(subject, a.id(), a, b));
      // An engine is the same for every fixture, so this gives one difference per configuration.
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
      case FIXTURE -> differ((FixtureFacts) first, (FixtureFacts) second);
      case ENGINE -> first != null && second != null && !first.equals(second);
      case COMMAND -> !((Arm) first).command().equals(((Arm) second).command());
      // Two unknown processors may differ.
      case PROCESSOR -> first == null || !first.equals(second);
      default -> !Objects.equals(first, second);
    };
  }

  /** Whether the facts differ that a launch depends on. A response that was not known yet may be any. */
  private static boolean differ(FixtureFacts one, FixtureFacts other) {
    boolean sameResponse = one.responseBytes() == null || other.responseBytes() == null
        || one.responseBytes().equals(other.responseBytes());
    return !sameResponse || !Objects.equals(one.sha256(), other.sha256())
        || !Objects.equals(one.event(), other.event());
  }
}
