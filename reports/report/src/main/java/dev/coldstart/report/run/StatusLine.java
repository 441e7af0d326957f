package dev.coldstart.report.run;

import dev.coldstart.record.Arm;
import dev.coldstart.record.ArmLaunches;
import dev.coldstart.record.Launch;
import dev.coldstart.record.Manifest;
import dev.coldstart.record.StopRule;
import dev.coldstart.record.text.Format;
import dev.coldstart.record.text.SafeText;
import dev.coldstart.report.chart.Svg;
import dev.coldstart.report.text.Quantity;
import dev.coldstart.report.text.Sentences;
import dev.coldstart.stats.estimate.Estimate;
import dev.coldstart.stats.run.ArmSummary;
import dev.coldstart.stats.run.Summary;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.BiPredicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The run in words.
 *
 * @param trust how far to believe it
 * @param next the reader's next step; null if there is none
 * @param noise by how much the same command differs from itself
 * @param findings one for each fixture
 * @param conduct how many launches count, and why the run ended
 * @param doubts warnings; may be empty
 */
public record StatusLine(Trust trust, NextStep next, String noise, List<FindingWords.Finding> findings, String conduct,
    List<String> doubts) {

  private static final int MOST_REASONS = 3;

  public static StatusLine of(RunView view) {
    return new StatusLine(Trust.of(view.summary()), NextStep.of(view), noise(view),
        view.fixtures().stream().map(f -> FindingWords.of(view, f)).toList(), conduct(view), doubts(view));
  }

  private static String conduct(RunView view) {
    List<ArmLaunches> arms = view.run().launched().toList();
    long counted = arms.stream().mapToLong(arm -> arm.counted().size()).sum();
    long inTables =
        view.fixtures().stream().flatMap(fixture -> view.armsOf(fixture).stream()).mapToLong(ArmSummary::n).sum();
    long again = count(arms, (arm, launch) -> launch.valid() && !launch.warmup() && !arm.counts(launch));
    return Format.count(counted, "launch was counted", "launches were counted")
        + (counted == inTables ? "; " : ", " + (counted - inTables) + " of them for controls; ")
        + count(arms, (arm, launch) -> !launch.valid()) + " were invalid, "
        + count(arms, (arm, launch) -> launch.valid() && launch.warmup()) + " were for warm-up"
        + (again == 0 ? "" : ", " + again + " were valid but in retried blocks") + ". " + ended(view.run().manifest())
        + sparse(view);
  }

  /** In words, the arms that have fewer launches by the plan, and why; empty if there are none. */
  private static String sparse(RunView view) {
    Manifest.Plan plan = view.run().manifest().plan();
    Map<String, List<String>> fixtures = view.arms()
        .filter(plan::isSparse)
        .collect(Collectors.groupingBy(arm -> view.name(arm).inSentence(), LinkedHashMap::new,
            Collectors.mapping(arm -> view.title(arm.fixture()), Collectors.toList())));
    List<String> names = fixtures.entrySet()
        .stream()
        .map(arm -> arm.getValue().size() == view.fixtures().size()
            ? arm.getKey()
            : arm.getKey() + " in " + String.join(", ", arm.getValue()))
        .toList();
    return names.isEmpty()
        ? ""
        : String.format(Locale.ROOT,
            " Slow arms ran in every %s block only, to save time: %s. They were chosen by their times in the warm-up, which differ from those below: each took more than"
                + " %s times its baseline's time, and no other arm's time was within a factor of %s of its own.",
            Format.ordinal(plan.sparse().every()), String.join("; ", names), Format.upTo(3, plan.sparse().factor()),
            Format.upTo(3, plan.sparse().apart()));
  }

  private static long count(List<ArmLaunches> arms, BiPredicate<ArmLaunches, Launch> kind) {
    return arms.stream()
        .mapToLong(arm -> arm.launches().stream().filter(launch -> kind.test(arm, launch)).count())
        .sum();
  }

  private static String ended(Manifest manifest) {
    if (manifest.stoppedBy() == null) {
      return "The run has not ended: it was killed, or it still runs.";
    }
    return StopRule.of(manifest.stoppedBy())
        .map(StatusLine::ended)
        .orElse("The run was ended by: " + manifest.stoppedBy() + ".");
  }

  private static String ended(StopRule rule) {
    return switch (rule) {
      case BLOCKS -> "The run completed all blocks of these launches.";
      case TARGET_CI -> "The run ended when every ratio was as precise as asked for, except those of arms in every third block.";
      case BUDGET -> "The run ended before its last block because its time budget was used up.";
      case INTERRUPTED -> "The run was interrupted.";
      case PARTS -> "Shards of the plan are missing.";
    };
  }

  private static List<String> doubts(RunView view) {
    List<String> doubts = new ArrayList<>();
    doubts.addAll(notRun(view));
    Sentences.warnings(view.summary()).forEach(warning -> doubts.add(SafeText.brief(view.named(warning))));
    return doubts;
  }

  /** The reasons if there is one fixture; else how many of the combinations, because there may be many reasons. */
  private static List<String> notRun(RunView view) {
    List<Arm> all = view.fixtures().stream().flatMap(f -> view.armsOf(f).stream()).map(ArmSummary::arm).toList();
    List<Arm> notRun = all.stream().filter(arm -> !arm.ran()).toList();
    if (notRun.isEmpty()) {
      return List.of();
    }
    if (view.fixtures().size() > 1) {
      return List.of(notRun.size() + " of " + all.size()
          + " combinations of an arm and a fixture did not run; the reasons are below each fixture's table.");
    }
    Map<String, List<String>> byReason = notRun.stream()
        .collect(Collectors.groupingBy(arm -> SafeText.brief(arm.notRun()), LinkedHashMap::new,
            Collectors.mapping(arm -> view.name(arm).inSentence(), Collectors.toList())));
    List<String> reasons = new ArrayList<>();
    byReason.forEach((reason, names) -> reasons.add(String.join(", ", names) + " did not run: " + reason));
    int most = Math.min(MOST_REASONS, reasons.size());
    String left = reasons.size() == most ? "" : (reasons.size() - most) + " more did not run; see below the table.";
    return Stream.concat(reasons.stream().limit(most), Stream.of(left)).filter(text -> !text.isEmpty()).toList();
  }

  /** In words, how much the same command differs from itself, over all A/A arms together. */
  static String noise(RunView view) {
    Estimate noise = view.summary().noise().map(ratio -> ratio - 1);
    if (view.controls().stream().noneMatch(Arm::isAa)) {
      return "The run's noise is unknown: the same command was not compared with itself.";
    }
    return noise.hasInterval()
        ? "Noise: the baseline was launched twice in each block, and its two times differed by "
            + Quantity.withInterval(noise, StatusLine::percent, " to ") + " over all fixtures; 0 % is expected."
        : "The run's noise is unknown: too few blocks to compare the same command with itself.";
  }

  /** To a tenth of a percent: more digits of noise would mean nothing. */
  private static String percent(double part) {
    double rounded = Math.round(1e3 * part) / 1e3;
    return (rounded < 0 ? "−" : "+") + Format.percent(Math.abs(rounded));
  }

  /**
   * How far to believe a run: a word, a sign and the reasons, so that a reader needs neither colour nor a screen.
   *
   * @param look the style sheet's class
   * @param means the word's meaning for the numbers
   * @param notice repeated at the head of each section, for readers who came by a link; empty if the run is trusted
   */
  public record Trust(String word, String look, Svg sign, String means, List<String> reasons, String notice) {

    // In a box from 0 to 24: a ring with a tick, a ring with a wave, a filled octagon with a cross.
    private static final String TICK = "M7 12.5l3.5 3.5L17 8.5";
    private static final String WAVE = "M6.5 13.5c2-4 4-4 5.5-1.5s3.5 2.5 5.5-1.5";
    private static final String RING = "M2 12a10 10 0 1 0 20 0a10 10 0 1 0 -20 0z";
    private static final String OCTAGON = "M7.9 2h8.2l5.9 5.9v8.2l-5.9 5.9h-8.2l-5.9 -5.9v-8.2z";
    private static final String CROSS = "M8 8l8 8M16 8l-8 8";

    public static Trust of(Summary summary) {
      List<String> reasons = Sentences.statusReasons(summary).stream().map(SafeText::brief).toList();
      return switch (summary.status()) {
        case SOUND -> new Trust("Sound", "sound", sign(RING, TICK),
            "The run checked itself while it measured, and every control held.", reasons, "");
        case INDICATIVE -> new Trust("Indicative", "indicative", sign(RING, WAVE),
            "Treat the verdicts of this run as provisional.", reasons, "");
        case DO_NOT_TRUST -> new Trust("Do not trust", "do-not-trust", sign(OCTAGON, CROSS),
            "A control failed: the run saw a difference that does not exist, or missed one that was made on purpose."
                + " Draw no conclusions until the cause is found.",
            reasons, "Do not trust these numbers: a control failed.");
        case NOTHING_MEASURED -> new Trust("Nothing measured", "do-not-trust", sign(OCTAGON, CROSS),
            "The run has no valid launch, so it says nothing about any arm.", reasons, "Nothing was measured.");
      };
    }

    /** Whether the reasons matter more than the numbers. */
    public boolean isBad() {
      return !notice.isEmpty();
    }

    private static Svg sign(String outline, String mark) {
      return Svg.inPage("class", "sign", "viewBox", "0 0 24 24", "width", 36, "height", 36, "aria-hidden", true)
          .leaf("path", "class", "outline", "d", outline)
          .leaf("path", "class", "mark", "d", mark)
          .close();
    }
  }
}
