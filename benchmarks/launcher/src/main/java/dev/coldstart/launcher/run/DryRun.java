package dev.coldstart.launcher.run;

import dev.coldstart.launcher.catalog.Catalog;
import dev.coldstart.launcher.jmh.JmhPlan;
import dev.coldstart.launcher.jmh.JmhSize;
import dev.coldstart.launcher.plan.Controls;
import dev.coldstart.launcher.plan.Permutations;
import dev.coldstart.launcher.plan.PlannedArm;
import dev.coldstart.record.Arm;
import dev.coldstart.record.Launch;
import dev.coldstart.record.Manifest;
import dev.coldstart.record.RunData;
import dev.coldstart.record.RunFolder;
import dev.coldstart.record.RunFormatException;
import dev.coldstart.record.io.RunReader;
import dev.coldstart.record.text.Format;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;

/** The plan of a run in words, and how long it would take. Nothing is launched or written. */
public final class DryRun {

  private final Manifest.Plan plan;
  private final JmhSize jmh;
  private final Path out;
  private final List<PlannedArm> arms;
  private final List<PlannedArm> running;

  private DryRun(RunRequest request, List<PlannedArm> arms) {
    this.plan = request.plan(arms);
    this.jmh = request.size().preset().jmh();
    this.out = request.out();
    this.arms = arms;
    this.running = arms.stream().filter(arm -> arm.cannotRun().isEmpty()).toList();
  }

  public static List<String> lines(RunRequest request) {
    List<PlannedArm> arms = request.selection().apply(Catalog.of(request.home()));
    RunStart.assertSomethingRuns(arms);
    return new DryRun(request, arms).lines();
  }

  private List<String> lines() {
    List<String> lines = new ArrayList<>();
    List<PlannedArm> launched = running.stream().filter(PlannedArm::hasOwnLaunches).toList();
    lines.add("plan: preset " + plan.preset() + ", " + Format.count(running.size(), "arm", "arms") + ", "
        + Format.count(plan.ownBlocks(), "block", "blocks") + " for each fixture plus "
        + Format.count(plan.warmupBlocks(), "warm-up block", "warm-up blocks") + ", at most "
        + Format.count((long) launched.size() * (plan.ownBlocks() + plan.warmupBlocks()), "launch", "launches")
        + " besides retries");
    if (plan.shard() != null) {
      lines.add("shard " + plan.shard().index() + " of " + plan.shard().of() + ": "
          + Format.count(plan.ownBlocks(), "block", "blocks") + " of the plan's " + plan.blocks()
          + (makesOthers() ? "; it also makes scenarios and JMH, for all shards" : ""));
    }
    running.stream()
        .map(PlannedArm::control)
        .filter(Objects::nonNull)
        .map(DryRun::words)
        .distinct()
        .forEach(lines::add);
    byFixture(running).forEach((fixture, ids) -> lines.add("  " + fixture + ": " + ids));
    arms.stream()
        .filter(arm -> arm.cannotRun().isPresent())
        .map(arm -> "not run: " + arm.id() + " " + arm.cannotRun().orElseThrow())
        .distinct()
        .forEach(lines::add);
    lines.add("prepared before the launches: "
        + Format.count(running.stream().filter(DryRun::isPrepared).count(), "arm", "arms"));
    lines.add("launches: at most " + Format.seconds(Duration.ofMillis(plan.budgetMs()))
        + estimate(launched).map(time -> ", about " + time).orElse(""));
    if (plan.scenarios() != null && makesOthers()) {
      lines.add("scenarios: " + plan.scenarios().stream().map(Manifest.Scenario::id).collect(Collectors.joining(", "))
          + ", at most " + Format.seconds(Duration.ofMillis(plan.budgetMs() / RunParts.PART_OF_BUDGET)));
    }
    int forks = makesOthers() ? JmhPlan.of(running, jmh, new Permutations(plan.seed())).forks().size() : 0;
    lines.add(forks == 0
        ? "JMH: nothing"
        : "JMH: " + Format.count(forks, "fork", "forks") + ", at most " + Format.seconds(jmh.budget()));
    lines.add("together at most " + Format.seconds(total(forks)) + ", besides preparation");
    lines.add("folder: a new one in " + out);
    return lines;
  }

  /** Whether it makes more than the headline: of several shards only the first does. */
  private boolean makesOthers() {
    return plan.part().index() == 1;
  }

  private Duration total(int forks) {
    Duration launches = Duration.ofMillis(plan.budgetMs());
    Duration scenarios =
        plan.scenarios() == null || !makesOthers() ? Duration.ZERO : launches.dividedBy(RunParts.PART_OF_BUDGET);
    return launches.plus(scenarios).plus(forks == 0 ? Duration.ZERO : jmh.budget());
  }

  private static String words(Arm.Control control) {
    return "  +" + Controls.name(control) + ": a self-check, the baseline "
        + (control.kind().equals(Arm.Control.AA) ? "a second time" : "with a known delay");
  }

  private static Map<String, String> byFixture(List<PlannedArm> arms) {
    return arms.stream()
        .collect(Collectors.groupingBy(arm -> arm.fixture().id(), LinkedHashMap::new,
            Collectors.mapping(PlannedArm::id, Collectors.joining(", "))));
  }

  private static boolean isPrepared(PlannedArm arm) {
    return arm.cache().isPresent() || arm.jlink().isPresent() || arm.configuration().preparation().isPresent();
  }

  /** By the mean wall time of each arm's launches in the newest run of that folder; empty unless it has all arms. */
  private Optional<String> estimate(List<PlannedArm> launched) {
    try {
      RunData latest = RunReader.read(out.resolve(RunFolder.LATEST));
      double blockNs = launched.stream()
          .mapToDouble(arm -> latest.arm(arm.launchKey())
              .map(before -> before.counted()
                  .stream()
                  .map(Launch::wallNs)
                  .filter(Objects::nonNull)
                  .mapToLong(Long::longValue)
                  .average()
                  .orElse(Double.NaN))
              .orElse(Double.NaN))
          .sum();
      return Double.isNaN(blockNs)
          ? Optional.empty()
          : Optional.of(Format.seconds(Duration.ofNanos((long) (blockNs * (plan.ownBlocks() + plan.warmupBlocks()))))
              + " if every arm is in every block, as fast as in " + latest.folder().id());
    } catch (RunFormatException noRun) {
      return Optional.empty();
    }
  }
}
