package dev.coldstart.launcher.run;

import dev.coldstart.fixtures.Fixture.Event;
import dev.coldstart.launcher.child.CheckedChildren.Answer;
import dev.coldstart.launcher.plan.PlannedArm;
import dev.coldstart.launcher.scenario.LaunchDriver;
import dev.coldstart.record.text.SafeText;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Checks builds before anything is timed: each has to give the correct response to every event of every fixture,
 * because a build may be fast only because it is wrong. A launch checks only the first event.
 */
final class BuildContract {

  private static final int MOST_CHARACTERS = 120;

  private BuildContract() {}

  /** Not in a run that has launches of builds: they were checked before. */
  static void check(RunContext context, LaunchDriver driver) throws IOException {
    List<PlannedArm> builds = context.record().running().stream().filter(arm -> arm.configuration().isBuild()).toList();
    if (builds.isEmpty() || builds.stream().anyMatch(context.start().recorded()::launched)) {
      return;
    }
    context.progress().say("before anything is timed, each build answers every event of its fixtures");
    List<PlannedArm> left = new ArrayList<>(builds);
    while (!left.isEmpty()) {
      PlannedArm arm = left.get(0);
      // Profiles are left out, and controls repeat what they are of.
      List<PlannedArm> same = left.stream().filter(other -> isSame(arm, other)).toList();
      left.removeAll(same);
      String reason = broken(arm, context, driver).orElse(null);
      if (context.isInterrupted()) {
        return;
      }
      if (reason != null) {
        same.forEach(one -> context.record().notRun(one, reason));
        context.progress()
            .say("not run for " + arm.fixture().id() + ": " + arm.configuration().id() + " on " + arm.jdk().id() + ": "
                + reason);
      }
    }
    context.record().save();
  }

  private static boolean isSame(PlannedArm one, PlannedArm other) {
    return one.configuration().equals(other.configuration()) && one.jdk().equals(other.jdk())
        && one.fixture().equals(other.fixture());
  }

  /** Why it cannot be measured: the first event that it does not answer as expected. Empty if there is none. */
  private static Optional<String> broken(PlannedArm arm, RunContext context, LaunchDriver driver) throws IOException {
    for (Event event : arm.fixture().events()) {
      if (context.isInterrupted()) {
        return Optional.empty();
      }
      // The response to an event after the first may not be known.
      String reason = event.isAnswered()
          ? broken(arm.withoutProfile().with(arm.fixture().only(event)), event, context, driver)
          : null;
      if (reason != null) {
        return Optional.of(reason);
      }
    }
    return Optional.empty();
  }

  /** Null if it answers as expected. */
  private static String broken(PlannedArm arm, Event event, RunContext context, LaunchDriver driver)
      throws IOException {
    Answer answer = context.answer(arm, driver);
    if (answer.failure() != null) {
      return "event " + event.name() + ": " + answer.failure();
    }
    return Arrays.equals(answer.response(), event.expected())
        ? null
        : "its answers differ: event " + event.name() + " gets " + shown(arm, answer.response()) + " in place of "
            + shown(arm, event.expected());
  }

  private static String shown(PlannedArm arm, byte[] response) {
    return "\"" + SafeText.start(arm.fixture().entry().words(response), MOST_CHARACTERS) + "\"";
  }
}
