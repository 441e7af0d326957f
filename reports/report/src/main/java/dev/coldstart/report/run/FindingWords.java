package dev.coldstart.report.run;

import dev.coldstart.record.Arm;
import dev.coldstart.record.Manifest.FixtureFacts;
import dev.coldstart.record.text.Format;
import dev.coldstart.report.text.Quantity;
import dev.coldstart.report.text.VerdictWords;
import dev.coldstart.stats.estimate.Verdict;
import dev.coldstart.stats.run.ArmSummary;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

/**
 * The answer for one fixture in words. The question is about JVMs: a child that is not a JVM is named only if it is
 * first, and the answer continues with the others.
 */
public final class FindingWords {

  /** Longer lists are omitted: the table marks each arm of them. */
  private static final int LONGEST_NAMES = 120;

  private final RunView view;
  private final FixtureFacts fixture;
  private final List<ArmSummary> measured;
  private final List<ArmSummary> inJvm;

  private FindingWords(RunView view, FixtureFacts fixture) {
    this.view = view;
    this.fixture = fixture;
    this.measured = view.measured(fixture);
    this.inJvm = measured.stream().filter(arm -> arm.arm().isJvm()).toList();
  }

  public static Finding of(RunView view, FixtureFacts fixture) {
    return new FindingWords(view, fixture).finding();
  }

  private Finding finding() {
    if (measured.isEmpty()) {
      return new Finding(fixture.title(), "No launch counts.", "");
    }
    if (!view.isTrusted()) {
      return new Finding(fixture.title(), "No answer: how the arms compare is " + VerdictWords.NOT_TRUSTED + ".", "");
    }
    String rest = inJvm.isEmpty()
        ? tally()
        : VerdictWords.joined(" ", open(inJvm.get(0)), rest(inJvm.get(0)), notToldApart(inJvm.get(0).arm()), tally());
    return new Finding(fixture.title(), lead(), rest);
  }

  /** If an arm beats its baseline, that is the lead. */
  private String lead() {
    ArmSummary first = measured.get(0);
    String all = subject(first) + " answers first, after " + after(first);
    return first.arm().isJvm() || inJvm.isEmpty()
        ? all + beats(first) + "."
        : all + ". Of those in a JVM, " + subject(inJvm.get(0)) + " is first, after " + after(inJvm.get(0))
            + beats(inJvm.get(0)) + ".";
  }

  private String beats(ArmSummary first) {
    return first.verdict() == Verdict.FASTER ? ", and beats " + baselineOf(first) : "";
  }

  private String open(ArmSummary first) {
    return view.openAfter(first.arm()).map(next -> "Not enough to tell it from " + text(next) + ".").orElse("");
  }

  private String rest(ArmSummary first) {
    if (!first.arm().baseline()) {
      return standing("It", first, "the time of " + baselineOf(first));
    }
    return inJvm.stream()
        .filter(arm -> !arm.arm().baseline())
        .findFirst()
        .map(next -> besideBaseline(first, next))
        .orElse("Nothing is compared with it" + (measured.size() == inJvm.size() ? "." : " in a JVM."));
  }

  private String besideBaseline(ArmSummary first, ArmSummary next) {
    boolean its = view.baselineOf(next.arm()).filter(first.arm()::equals).isPresent();
    String fastest = measured.size() == inJvm.size() ? "The fastest" : "The fastest in a JVM";
    return standing(fastest + " compared with " + (its ? "it, " : "a baseline, ") + text(next.arm()) + ",", next,
        its ? "that" : "the time of " + baselineOf(next));
  }

  /** An arm's ratio to its baseline, and the verdict if it does not follow from the ratio. */
  private String standing(String subject, ArmSummary arm, String what) {
    if (!Double.isFinite(arm.ratio().value())) {
      return subject + " has no baseline that counts in the same blocks.";
    }
    boolean plain = arm.verdict() == Verdict.FASTER || arm.verdict() == Verdict.SLOWER;
    return subject + " needs " + times(arm, what) + (plain ? "" : ": " + VerdictWords.of(arm, view.summary())) + ".";
  }

  /** {@code 1.74 × that (1.67–1.80), 30 blocks}. */
  private String times(ArmSummary arm, String what) {
    String blocks = ", " + Format.count(arm.comparison().blocks(), "block", "blocks");
    return Quantity.withInterval(VerdictWords.times(arm.ratio().value()) + " " + what, arm.ratio()) + blocks;
  }

  private static String after(ArmSummary arm) {
    return Format.number(arm.typicalMs(), "ms") + " (" + Format.count(arm.n(), "launch", "launches") + ")";
  }

  private String tally() {
    List<Verdict> all = measured.stream().map(ArmSummary::verdict).filter(Objects::nonNull).sorted().toList();
    String counts = all.stream()
        .distinct()
        .map(verdict -> Collections.frequency(all, verdict) + " " + verdict.word())
        .collect(Collectors.joining(", "));
    return all.isEmpty() ? "" : "Of " + all.size() + " compared: " + counts + ".";
  }

  private String baselineOf(ArmSummary arm) {
    return view.baselineOf(arm.arm()).map(this::text).orElse("its baseline");
  }

  private String text(Arm arm) {
    return view.name(arm).text();
  }

  /** The subject before a verb: a name with a comma gets a comma at its end. */
  private String subject(ArmSummary arm) {
    String text = text(arm.arm());
    return text.contains(",") ? text + "," : text;
  }

  /**
   * In words, the neighbours in the order of typical times without a clear difference; empty if there are none.
   *
   * @param first an arm whose neighbour is already named
   */
  private String notToldApart(Arm first) {
    List<List<Arm>> groups = view.summary()
        .indistinguishable()
        .stream()
        .filter(group -> group.get(0).fixture().equals(fixture.id()))
        .filter(group -> group.size() > 2 || !group.get(0).equals(first))
        .toList();
    if (groups.isEmpty()) {
      return "";
    }
    if (groups.get(0).size() == measured.size()) {
      return "No arm is told apart from the next.";
    }
    String named = groups.stream().map(this::ends).collect(Collectors.joining("; "));
    return named.length() <= LONGEST_NAMES
        ? "Neighbours not told apart: " + named + "."
        : Format.count(groups.size(), "group", "groups") + " of neighbours not told apart: see the table.";
  }

  /** Both arms of a pair, or the ends of a longer group: the table has the others. */
  private String ends(List<Arm> group) {
    String first = text(group.get(0));
    String last = text(group.get(group.size() - 1));
    return group.size() == 2 ? first + " and " + last : first + " to " + last + " (" + group.size() + " arms)";
  }

  /**
   * The finding in one respect, for readers who read no further.
   *
   * @param rest details that can wait; empty if there are none
   */
  public record Finding(String title, String lead, String rest) {}
}
