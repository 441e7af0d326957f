package dev.coldstart.launcher.run;

import dev.coldstart.fixtures.Fixture.Event;
import dev.coldstart.launcher.child.CheckedChildren.Answer;
import dev.coldstart.launcher.plan.PlannedArm;
import dev.coldstart.launcher.scenario.LaunchDriver;
import dev.coldstart.record.text.SafeText;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Checks builds of an engine before anything is timed: each has to give the correct response to every event of every
 * fixture, because a build may be fast only because it is wrong. A launch checks only the first event.
 */
final class BuildContract {

  private static final int MOST_CHARACTERS = 120;

  private BuildContract() {}

  /** Only in a new run: the builds of a resumed one are the same. */
  static void check(RunContext context, LaunchDriver driver) throws IOException {
    if (context.start().isResumed()) {
      return;
    }
    List<PlannedArm> builds = context.record().running().stream().filter(arm -> arm.configuration().isBuild()).toList();
    if (!builds.isEmpty()) {
      context.progress().say("before anything is timed, each build answers every event of its fixtures");
    }
    for (PlannedArm arm : builds) {
      if (arm.control() == null) {
        String broken = broken(arm, context, driver).orElse(null);
        if (context.isInterrupted()) {
          return;
        }
        if (broken != null) {
          String reason = "its answers differ: " + broken;
          // A control repeats what it is of.
          builds.stream()
              .filter(
                  other -> other.configuration().equals(arm.configuration()) && other.fixture().equals(arm.fixture()))
              .forEach(other -> context.record().notRun(other, reason));
          context.progress().say("not run for " + arm.fixture().id() + ": " + arm.id() + ": " + reason);
        }
      }
    }
    if (!builds.isEmpty()) {
      context.record().save();
    }
  }

  /** The first event that it answers in another way; empty if there is none. */
  private static Optional<String> broken(PlannedArm arm, RunContext context, LaunchDriver driver) throws IOException {
    context.artifacts().make(arm.withoutProfile(), 0);
    for (Event event : arm.fixture().events()) {
      if (context.isInterrupted()) {
        return Optional.empty();
      }
      Answer answer = driver.answer(arm.withoutProfile().with(arm.fixture().only(event)));
      if (answer.failure() != null) {
        return Optional.of("event " + event.name() + ": " + answer.failure());
      }
      if (!Arrays.equals(answer.response(), event.expected())) {
        return Optional.of("event " + event.name() + " gets " + shown(arm, answer.response()) + " in place of "
            + shown(arm, event.expected()));
      }
    }
    return Optional.empty();
  }

  private static String shown(PlannedArm arm, byte[] response) {
    return "\"" + SafeText.start(arm.fixture().entry().words(response), MOST_CHARACTERS) + "\"";
  }
}
