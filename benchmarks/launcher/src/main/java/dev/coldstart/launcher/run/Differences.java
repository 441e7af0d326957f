package dev.coldstart.launcher.run;

import dev.coldstart.launcher.catalog.Checkout;
import dev.coldstart.launcher.machine.GitState;
import dev.coldstart.launcher.machine.Machines;
import dev.coldstart.launcher.machine.Version;
import dev.coldstart.launcher.plan.PlannedArm;
import dev.coldstart.record.Arm;
import dev.coldstart.record.Manifest;
import dev.coldstart.record.text.SafeText;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What is not as it was when a run began. Launches from before and after such a change are of different things, and the
 * run would compare them as if they were of one.
 */
final class Differences {

  /** A new kernel keeps a little more or less of it for itself. */
  private static final double SAME_MEMORY = 0.01;

  /** A class path is longer than anybody reads. */
  private static final int MOST_CHARACTERS = 200;

  private final List<String> found = new ArrayList<>();

  private Differences() {}

  /**
   * In words; empty when there are none.
   *
   * @param arms the manifest's, in its order
   */
  static List<String> between(Manifest then, Checkout home, List<PlannedArm> arms) {
    Differences differences = new Differences();
    differences.machine(then.machine(), Machines.here());
    differences.checkout(then, GitState.of(home.root()));
    differences.arms(then, home, arms);
    arms.stream().map(PlannedArm::jdk).distinct().map(RecordedArms::of).forEach(jdk -> differences.jdk(then, jdk));
    arms.stream().map(PlannedArm::fixture).distinct().map(RecordedArms::of).forEach(f -> differences.fixture(then, f));
    return differences.found;
  }

  private void machine(Manifest.Machine then, Manifest.Machine now) {
    compare("the processor", then.processor(), now.processor());
    compare("the number of processors", then.processors(), now.processors());
    compare("the architecture", then.architecture(), now.architecture());
    if (!isSameMemory(then.memoryBytes(), now.memoryBytes())) {
      compare("the memory in bytes", then.memoryBytes(), now.memoryBytes());
    }
  }

  private static boolean isSameMemory(Long then, Long now) {
    return then != null && now != null && Math.abs(then - now) <= SAME_MEMORY * then;
  }

  private void checkout(Manifest then, GitState now) {
    compare("coldstart's version", then.coldstart(), Version.ofThis());
    compare("the commit", then.commit(), now.commit());
    // Of changes that were there before nobody knows whether they are the same.
    if (Boolean.TRUE.equals(then.clean()) && Boolean.FALSE.equals(now.clean())) {
      found.add("the checkout had no uncommitted changes, and has some");
    }
  }

  /** Most often they differ all in the same way: the first is enough. */
  private void arms(Manifest then, Checkout home, List<PlannedArm> arms) {
    List<String> changed = new ArrayList<>();
    for (int i = 0; i < arms.size(); i++) {
      Arm recorded = then.arms().get(i);
      PlannedArm arm = arms.get(i);
      if (recorded.command().isEmpty()) {
        continue;
      }
      arm.cannotRun()
          .ifPresentOrElse(reason -> found.add(recorded.arm() + " could run, and cannot run now: " + reason),
              () -> command(recorded, RecordedArms.command(arm, home)).ifPresent(changed::add));
    }
    if (!changed.isEmpty()) {
      found.add(
          (changed.size() == 1 ? "the command line" : changed.size() + " command lines, the first") + changed.get(0));
    }
  }

  private static Optional<String> command(Arm then, List<String> now) {
    return then.command().equals(now)
        ? Optional.empty()
        : Optional.of(" of " + then.arm() + " for " + then.fixture() + ": was with " + without(then.command(), now)
            + ", is with " + without(now, then.command()));
  }

  /** The words of one command line that are not in the other. */
  private static String without(List<String> words, List<String> others) {
    List<String> own = words.stream().filter(word -> !others.contains(word)).toList();
    return own.isEmpty() ? "no word of its own" : SafeText.start(String.join(" ", own), MOST_CHARACTERS);
  }

  private void jdk(Manifest then, Manifest.Jdk now) {
    then.jdks()
        .stream()
        .filter(jdk -> jdk.id().equals(now.id()))
        .forEach(jdk -> compare("the version of " + jdk.id(), jdk.version() + ", " + jdk.vendor(),
            now.version() + ", " + now.vendor()));
  }

  private void fixture(Manifest then, Manifest.FixtureFacts now) {
    then.fixtures()
        .stream()
        .filter(fixture -> fixture.id().equals(now.id()))
        .forEach(fixture -> compare("the fixture " + fixture.id(), text(fixture), text(now)));
  }

  private static String text(Manifest.FixtureFacts fixture) {
    return "sha-256 " + fixture.sha256() + ", event " + fixture.event() + ", response of " + fixture.responseBytes()
        + " bytes";
  }

  private void compare(String what, Object then, Object now) {
    if (!Objects.equals(then, now)) {
      found.add(what + " was " + text(then) + ", is " + text(now));
    }
  }

  private static String text(Object value) {
    return value == null ? "unknown" : SafeText.start(value.toString(), MOST_CHARACTERS);
  }
}
