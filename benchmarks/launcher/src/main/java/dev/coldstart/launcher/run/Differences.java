package dev.coldstart.launcher.run;

import dev.coldstart.launcher.catalog.Checkout;
import dev.coldstart.launcher.plan.PlannedArm;
import dev.coldstart.record.Arm;
import dev.coldstart.record.Difference;
import dev.coldstart.record.Difference.Subject;
import dev.coldstart.record.Manifest;
import dev.coldstart.record.Manifest.FixtureFacts;
import dev.coldstart.record.Manifest.Jdk;
import dev.coldstart.record.text.SafeText;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The differences between the start of a run and now. Launches from before and after such a change are not comparable,
 * but the run would compare them.
 */
final class Differences {

  /** A new kernel reserves slightly more or less memory for itself. */
  private static final double SAME_MEMORY = 0.01;

  /** A class path is longer than anybody reads. */
  private static final int MOST_CHARACTERS = 200;

  private Differences() {}

  /**
   * The differences, in words. Empty if there are none.
   *
   * @param arms the manifest's arms, in its order
   */
  static List<String> between(Manifest then, Checkout home, List<PlannedArm> arms) {
    Manifest now = RecordedArms.here(then.runId(), then.startedAt(), then.commandLine(), then.plan(), home, arms);
    List<Difference> all = Difference.between(then, now);
    List<String> found = new ArrayList<>();
    all.forEach(difference -> sentence(difference).ifPresent(found::add));
    commands(all).ifPresent(found::add);
    return found;
  }

  private static Optional<String> sentence(Difference difference) {
    return switch (difference.subject()) {
      case PROCESSOR -> difference.isUnknown()
          ? Optional.of("the processor is unknown, so this may not be the machine that the run started on")
          : changed(difference.words(), difference);
      case PROCESSORS, ARCHITECTURE, COLDSTART -> changed(difference.words(), difference);
      case MEMORY_BYTES -> isSameMemory((Long) difference.first(), (Long) difference.second())
          ? Optional.empty()
          : changed(difference.words(), difference);
      case COMMIT -> changed("the commit", difference);
      // If there were uncommitted changes before, it is unknown whether they are still the same.
      case CLEAN -> Boolean.TRUE.equals(difference.first()) && Boolean.FALSE.equals(difference.second())
          ? Optional.of("the checkout had no uncommitted changes, but has some now")
          : Optional.empty();
      case JDK -> changed("the version of " + difference.of(), difference);
      case FIXTURE -> changed("the fixture " + difference.of(), difference);
      case COMMAND -> Optional.of((Arm) difference.second())
          .filter(now -> wasLaunched(difference) && !now.ran())
          .map(now -> now.arm() + " could run, but cannot run now: " + now.notRun());
      // A resumed run has the page cache of its plan. The launches record the engine themselves, and no launch depends
      // on the others for long.
      case PAGE_CACHE, ENGINE, OPERATING_SYSTEM, KERNEL, GOVERNOR -> Optional.empty();
    };
  }

  private static boolean isSameMemory(Long then, Long now) {
    return then != null && now != null && Math.abs(then - now) <= SAME_MEMORY * then;
  }

  private static boolean wasLaunched(Difference command) {
    return !((Arm) command.first()).command().isEmpty();
  }

  /** They usually all differ in the same way, so the first is enough. */
  private static Optional<String> commands(List<Difference> all) {
    List<Difference> changed = all.stream()
        .filter(difference -> difference.subject() == Subject.COMMAND)
        .filter(difference -> wasLaunched(difference) && ((Arm) difference.second()).ran())
        .toList();
    if (changed.isEmpty()) {
      return Optional.empty();
    }
    Arm then = (Arm) changed.get(0).first();
    List<String> now = ((Arm) changed.get(0).second()).command();
    return Optional.of((changed.size() == 1 ? "the command line" : changed.size() + " command lines, the first")
        + " of " + then.arm() + " for " + then.fixture() + ": was with " + without(then.command(), now) + ", is with "
        + without(now, then.command()));
  }

  /** The words of one command line that the other lacks. */
  private static String without(List<String> words, List<String> others) {
    List<String> own = words.stream().filter(word -> !others.contains(word)).toList();
    return own.isEmpty() ? "nothing else" : SafeText.start(String.join(" ", own), MOST_CHARACTERS);
  }

  private static Optional<String> changed(String what, Difference difference) {
    return Optional.of(what + " was " + text(difference.first()) + ", is " + text(difference.second()));
  }

  private static String text(Object value) {
    if (value instanceof Jdk jdk) {
      return text(jdk.version() + ", " + jdk.vendor());
    }
    if (value instanceof FixtureFacts fixture) {
      return text("sha-256 " + fixture.sha256() + ", event " + fixture.event() + ", "
          + (fixture.responseBytes() == null
              ? "unknown response"
              : "response of " + fixture.responseBytes() + " bytes"));
    }
    return value == null ? "unknown" : SafeText.start(value.toString(), MOST_CHARACTERS);
  }
}
