package dev.coldstart.report.run;

import dev.coldstart.record.Arm;
import dev.coldstart.record.Manifest.FixtureFacts;
import dev.coldstart.record.Manifest;
import dev.coldstart.record.text.Format;
import dev.coldstart.record.text.SafeText;
import dev.coldstart.report.text.Quantity;
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
      return new Finding(fixture.title(), null, "no valid launch" + whyNotRun(), "", "", "");
    }
    if (!view.isTrusted()) {
      return new Finding(fixture.title(), null, "no answer: " + VerdictWords.NOT_TRUSTED, "", "", "");
    }
    ArmSummary first = measured.get(0);
    String inJvm = first.arm().isJvm() || this.inJvm.isEmpty() ? "" : fastestInJvm(first);
    return new Finding(fixture.title(), first, text(first.arm()) + " answers first, after " + after(first), inJvm,
        this.inJvm.isEmpty() ? "" : compared(this.inJvm.get(0)), noClearDifference());
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
    String own = Double.isFinite(first.ratio().value()) ? ratio(first, " of " + baselineOf(first)) + "; " : "";
    return own + "in a JVM, " + text(inJvm.get(0).arm()) + " answers first, after "
        + Format.number(inJvm.get(0).typicalMs(), "ms");
  }

  private String compared(ArmSummary first) {
    if (measured.stream().map(arm -> arm.arm().builtConfiguration()).distinct().count() > 1) {
      return builds();
    }
    if (!first.arm().baseline()) {
      return ratio(first, " of " + baselineOf(first));
    }
    return inJvm.stream()
        .filter(arm -> !arm.arm().baseline())
        .findFirst()
        .map(next -> "next is " + text(next.arm()) + " with " + ratio(next, ofOther(first, next)))
        .orElse("nothing is compared with it" + (measured.size() == inJvm.size() ? "" : " in a JVM"));
  }

  /** Each build compared with the first of its configuration, in the manifest's order. */
  private String builds() {
    return view.arms()
        .flatMap(arm -> measured.stream().filter(one -> one.arm().equals(arm) && !arm.baseline()))
        .map(arm -> text(arm.arm()) + " takes " + ratio(arm, " of " + baselineOf(arm)))
        .collect(Collectors.joining("; "));
  }

  /** Names the baseline of an arm where it is not the arm just named. */
  private String ofOther(ArmSummary named, ArmSummary arm) {
    boolean isClear =
        measured.size() == inJvm.size() && view.baselineOf(arm.arm()).filter(named.arm()::equals).isPresent();
    return isClear ? "" : " of " + baselineOf(arm);
  }

  /** {@code 1.74 × the time (1.68–1.80), 74 % more}, or the verdict if it is neither faster nor slower. */
  private String ratio(ArmSummary arm, String ofBaseline) {
    double ratio = arm.ratio().value();
    if (!Double.isFinite(ratio)) {
      return "no ratio: it and its baseline share no valid block";
    }
    boolean plain = arm.verdict() == Verdict.FASTER || arm.verdict() == Verdict.SLOWER;
    String difference = VerdictWords.difference(ratio);
    String times = VerdictWords.times(ratio) + " the time";
    return Quantity.withInterval(times, arm.ratio()) + ofBaseline
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
   * @param noClearDifference between which arms there is none, {@code between A and B}; may be empty
   */
  public record Finding(String title, ArmSummary first, String lead, String inJvm, String compared,
      String noClearDifference) {

    /** All parts as sentences. */
    public String text() {
      String apart = noClearDifference.isEmpty() ? "" : "no clear difference " + noClearDifference;
      return Stream.of(lead, inJvm, compared, apart)
          .filter(part -> !part.isEmpty())
          .map(part -> part.substring(0, 1).toUpperCase(Locale.ROOT) + part.substring(1) + ".")
          .collect(Collectors.joining(" "));
    }
  }
}
