package dev.coldstart.report.run;

import dev.coldstart.record.Arm;
import dev.coldstart.record.Manifest.FixtureFacts;
import dev.coldstart.record.Manifest;
import dev.coldstart.record.text.Format;
import dev.coldstart.record.text.SafeText;
import dev.coldstart.report.text.VerdictWords;
import dev.coldstart.stats.estimate.Verdict;
import dev.coldstart.stats.run.ArmSummary;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The answer for one fixture in words. The question is about JVMs: if another program answers first, the answer names
 * it and goes on with the arms in a JVM.
 */
public final class FindingWords {

  /** Longer lists of names are not read as a sentence. The answer table marks each arm. */
  private static final int LONGEST_NAMES = 120;

  private static final int MOST_NAMED = 3;

  private static final String THE_TIME = " the time";

  private final RunView view;
  private final FixtureFacts fixture;
  private final List<ArmSummary> measured;
  private final List<ArmSummary> inJvm;

  private FindingWords(RunView view, FixtureFacts fixture) {
    this.view = view;
    this.fixture = fixture;
    this.measured = view.measured(fixture).stream().filter(arm -> !view.run().manifest().isIdle(arm.arm())).toList();
    this.inJvm = measured.stream().filter(arm -> arm.arm().isJvm()).toList();
  }

  public static Finding of(RunView view, FixtureFacts fixture) {
    return new FindingWords(view, fixture).finding();
  }

  private Finding finding() {
    if (measured.isEmpty()) {
      return new Finding(fixture.title(), null, "no valid launch" + whyNotRun(), "", "", "", "");
    }
    if (!view.isTrusted()) {
      return new Finding(fixture.title(), null, "no answer: " + VerdictWords.NOT_TRUSTED, "", "", "", "");
    }
    ArmSummary first = measured.get(0);
    String inJvm = first.arm().isJvm() || this.inJvm.isEmpty() ? "" : fastestInJvm(first);
    return new Finding(fixture.title(), first, text(first.arm()) + " answers first, after " + after(first), inJvm,
        this.inJvm.isEmpty() ? "" : compared(this.inJvm.get(0)), next(), noClearDifference());
  }

  /** The first reason why an arm was not run, which is often that of all. Empty if all of them ran. */
  private String whyNotRun() {
    Manifest manifest = view.run().manifest();
    List<Arm> arms = manifest.arms()
        .stream()
        .filter(arm -> arm.fixture().equals(fixture.id()) && !arm.isControl() && !manifest.isIdle(arm))
        .filter(arm -> arm.notRun() != null)
        .toList();
    return arms.isEmpty()
        ? ""
        : "; " + text(arms.get(0)) + ": " + SafeText.start(arms.get(0).notRun(), LONGEST_NAMES)
            + (arms.size() == 1
                ? ""
                : "; " + Format.count(arms.size() - 1, "more arm", "more arms")
                    + " did not run, for reasons that are below the fixture's table");
  }

  /** The fastest arm of all compared with its baseline, and the fastest in a JVM. */
  private String fastestInJvm(ArmSummary first) {
    String own =
        Double.isFinite(first.ratio().value()) ? ratio(first, THE_TIME + " of " + baselineOf(first)) + "; " : "";
    return own + "fastest in a JVM: " + withTime(inJvm.get(0));
  }

  private String compared(ArmSummary first) {
    if (isOfBuilds()) {
      return builds();
    }
    if (!first.arm().baseline()) {
      return ratio(first, timeOfBaseline(first));
    }
    return inJvm.stream()
        .filter(arm -> !arm.arm().baseline())
        .findFirst()
        .map(next -> then() + text(next.arm()) + " with " + ratio(next, THE_TIME + ofOther(first, next)))
        .orElse("nothing is compared with it" + (measured.size() == inJvm.size() ? "" : " in a JVM"));
  }

  /** The second in a JVM, with its time. Empty if there is none, or if it is compared with the first. */
  private String next() {
    return inJvm.size() < 2 || inJvm.get(0).arm().baseline() || isOfBuilds() ? "" : then() + withTime(inJvm.get(1));
  }

  private boolean isOfBuilds() {
    return measured.stream().map(arm -> arm.arm().builtConfiguration()).distinct().count() > 1;
  }

  /** Before the second in a JVM. The second of all may be another program. */
  private String then() {
    boolean isOfJvms = measured.size() == inJvm.size() || !measured.get(0).arm().isJvm();
    return isOfJvms ? "then " : "then, in a JVM, ";
  }

  /** {@code the 277 ms of Plain Java}; without the number if the baseline has none. */
  private String timeOfBaseline(ArmSummary arm) {
    String time = inJvm.stream()
        .filter(other -> view.baselineOf(arm.arm()).filter(other.arm()::equals).isPresent())
        .findFirst()
        .map(baseline -> " the " + Format.number(baseline.typicalMs(), "ms"))
        .orElse(THE_TIME);
    return time + " of " + baselineOf(arm);
  }

  private String withTime(ArmSummary arm) {
    return text(arm.arm()) + ", " + Format.number(arm.typicalMs(), "ms");
  }

  /** Each build compared with the first of its configuration, in the manifest's order. */
  private String builds() {
    return view.arms()
        .flatMap(arm -> measured.stream().filter(one -> one.arm().equals(arm) && !arm.baseline()))
        .map(arm -> text(arm.arm()) + " takes " + ratio(arm, THE_TIME + " of " + baselineOf(arm)))
        .collect(Collectors.joining("; "));
  }

  /** Names the baseline of an arm where it is not the arm just named. */
  private String ofOther(ArmSummary named, ArmSummary arm) {
    return view.baselineOf(arm.arm()).filter(named.arm()::equals).isPresent() ? "" : " of " + baselineOf(arm);
  }

  /**
   * {@code 1.74 × (1.68–1.80) the time, 74 % more}, or the verdict if it is neither faster nor slower.
   *
   * @param time whose time it is a multiple of
   */
  private String ratio(ArmSummary arm, String time) {
    double ratio = arm.ratio().value();
    if (!Double.isFinite(ratio)) {
      return "no ratio: it and its baseline share no valid block";
    }
    boolean plain = arm.verdict() == Verdict.FASTER || arm.verdict() == Verdict.SLOWER;
    String difference = VerdictWords.difference(ratio);
    String times = VerdictWords.times(ratio) + THE_TIME;
    return VerdictWords.times(arm.ratio()) + time
        + (plain ? difference.equals(times) ? "" : ", " + difference : ", " + VerdictWords.of(arm, view.summary()));
  }

  private static String after(ArmSummary arm) {
    return Format.number(arm.typicalMs(), "ms") + " (" + Format.count(arm.n(), "launch", "launches") + ")";
  }

  private String baselineOf(ArmSummary arm) {
    return view.baselineOf(arm.arm()).map(this::text).orElse("its baseline");
  }

  private String text(Arm arm) {
    return view.name(arm).inSentence();
  }

  /** Neighbours in the order of typical times between which the run shows no clear difference; empty if none. */
  private String noClearDifference() {
    List<List<Arm>> groups = view.summary()
        .indistinguishable()
        .stream()
        .filter(group -> group.get(0).fixture().equals(fixture.id()))
        .toList();
    if (groups.isEmpty()) {
      return "";
    }
    if (groups.get(0).size() == measured.size() && measured.size() > 2) {
      return "between any arm and the next";
    }
    String named = groups.stream().map(this::named).collect(Collectors.joining("; "));
    return named.length() <= LONGEST_NAMES
        ? named
        : "in " + Format.count(groups.size(), "group", "groups") + " of neighbours: see First response";
  }

  /** A long group by its ends: the table has the others. */
  private String named(List<Arm> group) {
    List<String> names = group.stream().map(this::text).toList();
    if (names.size() > MOST_NAMED) {
      return "from " + names.get(0) + " to " + names.get(names.size() - 1) + " (" + names.size() + " arms)";
    }
    return "between " + String.join(", ", names.subList(0, names.size() - 1)) + " and " + names.get(names.size() - 1);
  }

  /**
   * The answer for one fixture, in parts without a final stop.
   *
   * @param first the arm that answers first; null if there is no answer
   * @param lead the arm that answers first, and after how long; or why there is no answer
   * @param inJvm the same for the arms in a JVM; empty if the first is one
   * @param compared how it compares with its baseline, or the next arm with it; may be empty
   * @param next the next arm and its time; empty if {@code compared} names it, or if there is none
   * @param noClearDifference between which arms there is none, {@code between A and B}; may be empty
   */
  public record Finding(String title, ArmSummary first, String lead, String inJvm, String compared, String next,
      String noClearDifference) {

    /** All parts as sentences. */
    public String text() {
      String apart = noClearDifference.isEmpty() ? "" : "no clear difference " + noClearDifference;
      return Stream.of(lead, inJvm, VerdictWords.joined("; ", compared, next), apart)
          .filter(part -> !part.isEmpty())
          .map(part -> part.substring(0, 1).toUpperCase(Locale.ROOT) + part.substring(1) + ".")
          .collect(Collectors.joining(" "));
    }
  }
}
