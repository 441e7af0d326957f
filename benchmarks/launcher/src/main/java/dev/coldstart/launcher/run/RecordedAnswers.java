package dev.coldstart.launcher.run;

import dev.coldstart.fixtures.Fixture;
import dev.coldstart.launcher.child.CheckedChildren.Answer;
import dev.coldstart.launcher.plan.PlannedArm;
import dev.coldstart.launcher.scenario.LaunchDriver;
import dev.coldstart.record.text.Format;
import dev.coldstart.record.text.SafeText;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Finds out the responses of fixtures that come without, before anything is timed. Each configuration answers once, and
 * all must give the same bytes: with no response to check against, agreement is the only evidence.
 */
final class RecordedAnswers {

  private static final int MOST_CHARACTERS = 120;

  private final RunContext context;

  /** Several, of one id, if they are builds that are compared. */
  private final List<Fixture> fixtures;

  /** Stands for all in what is said. */
  private final Fixture fixture;

  /** The arms of the fixture that are to run. */
  private final List<PlannedArm> arms;

  /** By configuration. */
  private final Map<String, Answer> answers = new LinkedHashMap<>();

  private RecordedAnswers(RunContext context, List<PlannedArm> arms) {
    this.context = context;
    this.fixtures = arms.stream().map(PlannedArm::fixture).distinct().toList();
    this.fixture = fixtures.get(0);
    this.arms = arms;
  }

  /**
   * Records what is not known, and in a new run also what an earlier run recorded: its runtimes may have been others.
   * An arm that gives no response, or not that of the others, does not run.
   */
  static void record(RunContext context, LaunchDriver driver) throws IOException {
    List<PlannedArm> running = context.record().running();
    for (Fixture one : PlannedArm.fixtures(running)) {
      List<PlannedArm> arms = running.stream().filter(arm -> arm.fixture().id().equals(one.id())).toList();
      boolean isKnown = arms.stream()
          .map(arm -> arm.fixture().coldEvent())
          .allMatch(event -> event.isAnswered() && (!event.isRecorded() || context.start().isResumed()));
      if (isKnown) {
        continue;
      }
      if (context.isInterrupted()) {
        return;
      }
      new RecordedAnswers(context, arms).record(driver);
      context.record().answersKnown();
      context.record().save();
    }
  }

  private void record(LaunchDriver driver) throws IOException {
    for (Fixture one : fixtures) {
      if (one.hasFixedSources()) {
        // Left by an earlier run of the same module, whose runtimes may have been others.
        one.fixSources(false);
      }
    }
    ask(driver);
    boolean isFixable = !agree() && responses().size() > 1 && fixtures.stream().allMatch(Fixture::asksForSources);
    if (isFixable && !context.isInterrupted()) {
      askWithFixedSources(driver);
    }
    if (!context.isInterrupted()) {
      judge();
    }
  }

  /** With the same clock and random numbers for all, if that makes them agree. Else the first answers stay. */
  private void askWithFixedSources(LaunchDriver driver) throws IOException {
    Map<String, Answer> before = Map.copyOf(answers);
    fixSources(true);
    answers.clear();
    ask(driver);
    if (agree()) {
      String note = "the answer of " + fixture.id()
          + " depends on WASI's clock or random numbers: all runtimes get the same ones, which are not their own";
      context.record().note(note);
      context.progress().say(note);
    } else {
      fixSources(false);
      answers.clear();
      answers.putAll(before);
    }
  }

  private void fixSources(boolean fixed) throws IOException {
    for (Fixture one : fixtures) {
      one.fixSources(fixed);
    }
  }

  private void ask(LaunchDriver driver) throws IOException {
    for (PlannedArm arm : arms) {
      String configuration = arm.configuration().id();
      if (arm.configuration().echoes() || answers.containsKey(configuration)) {
        continue;
      }
      Answer answer = context.answer(arm.withoutProfile(), driver);
      if (context.isInterrupted()) {
        return;
      }
      answers.put(configuration, answer);
    }
  }

  private List<byte[]> responses() {
    return answers.values().stream().map(Answer::response).filter(Objects::nonNull).toList();
  }

  /** Whether there is a response, and every configuration that gave one gave the same. */
  private boolean agree() {
    List<byte[]> given = responses();
    return !given.isEmpty() && given.stream().allMatch(response -> Arrays.equals(response, given.get(0)));
  }

  private void judge() throws IOException {
    List<byte[]> given = responses();
    boolean agreed = agree();
    Map<String, List<String>> byReason = new LinkedHashMap<>();
    for (PlannedArm arm : arms) {
      String reason = agreed ? failure(arm) : whyNot(arm, given.isEmpty());
      if (reason != null) {
        context.record().notRun(arm, reason);
        if (arm.control() == null) {
          byReason.computeIfAbsent(reason, first -> new ArrayList<>()).add(arm.id());
        }
      }
    }
    byReason.forEach((reason, ids) -> context.progress()
        .say("not run for " + fixture.id() + ": " + String.join(", ", ids) + ": " + reason));
    if (agreed) {
      for (Fixture one : fixtures) {
        one.coldEvent().record(given.get(0));
      }
      String from = Format.count(given.size(), "configuration", "configurations");
      context.progress()
          .say(fixture.entry().kind().isCalled()
              ? "response of " + fixture.id() + ", the same from " + from + ": " + shown(given.get(0))
              : fixture.id() + " is ready in " + from);
      if (given.size() == 1) {
        context.record()
            .note("the response of " + fixture.id() + " was given by one configuration alone, so nothing confirms it");
      }
    }
  }

  /** Null if the arm's configuration gave a response, or need not give one. */
  private String failure(PlannedArm arm) {
    Answer answer = answers.get(arm.configuration().id());
    if (answer == null || answer.failure() == null) {
      return null;
    }
    return arm.configuration().explained(answer.failure(), arm.fixture().read().features());
  }

  private String whyNot(PlannedArm arm, boolean none) {
    if (none) {
      return failure(arm) == null ? "no runtime gave a response to compare with" : failure(arm);
    }
    Answer own = answers.get(arm.configuration().id());
    if (own != null && own.failure() != null) {
      return failure(arm);
    }
    Map.Entry<String, Answer> other = answers.entrySet()
        .stream()
        .filter(entry -> entry.getValue().response() != null)
        .filter(entry -> own == null || !Arrays.equals(entry.getValue().response(), own.response()))
        .findFirst()
        .orElseThrow();
    return own == null
        ? "the answers of the runtimes differ, so none is known to be correct"
        : "answers differ: " + shown(own.response()) + ", but " + other.getKey() + " gives "
            + shown(other.getValue().response()) + "; say which is correct with --expect";
  }

  private String shown(byte[] response) {
    return response.length == 0
        ? "nothing"
        : "\"" + SafeText.start(fixture.entry().words(response), MOST_CHARACTERS) + "\"";
  }
}
