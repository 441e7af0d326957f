package dev.coldstart.report.trend;

import dev.coldstart.record.Arm;
import dev.coldstart.record.ArmLaunches;
import dev.coldstart.record.Launch;
import dev.coldstart.record.Manifest.FixtureFacts;
import dev.coldstart.record.Manifest.Jdk;
import dev.coldstart.record.Manifest;
import dev.coldstart.record.Merged;
import dev.coldstart.record.RunData;
import dev.coldstart.record.history.HistoryLine;
import dev.coldstart.report.text.Sentences;
import dev.coldstart.stats.estimate.Estimate;
import dev.coldstart.stats.estimate.HodgesLehmann;
import dev.coldstart.stats.run.ArmSummary;
import dev.coldstart.stats.run.LogRatios;
import dev.coldstart.stats.run.References;
import dev.coldstart.stats.run.Summary;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Makes the lines of a history from a run: one for each arm but the controls, in the summary's order. */
public final class HistoryLines {

  private final RunData run;
  private final Summary summary;
  private final References references;
  private final LogRatios logRatios;

  private HistoryLines(RunData run, Summary summary) {
    this.run = run;
    this.summary = summary;
    this.references = new References(run);
    this.logRatios = new LogRatios(run.arms());
  }

  public static List<HistoryLine> of(RunData run, Summary summary) {
    HistoryLines lines = new HistoryLines(run, summary);
    return summary.arms().stream().filter(arm -> !arm.arm().isControl()).map(lines::line).toList();
  }

  private HistoryLine line(ArmSummary summed) {
    Arm arm = summed.arm();
    Manifest manifest = run.manifest();
    Optional<ArmLaunches> baseline = arm.baseline() ? Optional.empty() : references.of(arm);
    Estimate ratio = baseline.isPresent() ? summed.ratio() : Estimate.NONE;
    Estimate afterBoot = baseline.map(reference -> afterBoot(arm, reference)).orElse(Estimate.NONE);
    Jdk jdk = found(manifest.jdks(), Jdk::id, arm.jdk());
    FixtureFacts fixture = found(manifest.fixtures(), FixtureFacts::id, arm.fixture());
    return new HistoryLine(HistoryLine.SCHEMA, manifest.runId(), manifest.startedAt(), arm.arm(), arm.fixture(),
        arm.runtime(), arm.runtimeLabel(), arm.configuration(), arm.label(), arm.profile(), arm.jdk(),
        baseline.map(reference -> reference.arm().arm()).orElse(null), arm.notRun(), known(ratio.value()),
        known(ratio.low()), known(ratio.high()), baseline.isPresent() ? summed.comparison().blocks() : 0,
        known(summed.comparison().p()), summed.verdict() == null ? null : summed.verdict().word(),
        known(afterBoot.value()), known(afterBoot.low()), known(afterBoot.high()), caches(arm), summary.status().word(),
        summary.status().isTrusted(), Sentences.statusReasons(summary), known(summary.noise().value()),
        known(summary.noise().low()), known(summary.noise().high()), manifest.coldstart(), manifest.commit(),
        manifest.clean(), arm.engine(), jdk == null ? null : jdk.version(), jdk == null ? null : jdk.vendor(),
        fixture == null ? null : fixture.sha256(), manifest.plan().preset(), manifest.plan().pageCache(),
        manifest.merged() == null ? null : manifest.merged().shards().stream().map(Merged.Part::startedAt).toList(),
        manifest.machine());
  }

  private Estimate afterBoot(Arm arm, ArmLaunches baseline) {
    ArmLaunches launches =
        run.arms().stream().filter(any -> any.arm().key().equals(arm.key())).findFirst().orElseThrow();
    double[] logs = logRatios.of(launches, baseline, Launch::afterBootNs);
    return logs.length == 0 ? Estimate.NONE : HodgesLehmann.ratioOf(logs);
  }

  private Integer caches(Arm arm) {
    boolean isCached = arm.command().stream().anyMatch(word -> word.contains(Arm.CACHE));
    return isCached ? run.manifest().plan().cachesOfAnArm() : null;
  }

  private static <T> T found(List<T> all, Function<T, String> id, String wanted) {
    return all.stream().filter(one -> id.apply(one).equals(wanted)).findFirst().orElse(null);
  }

  private static Double known(double value) {
    return Double.isFinite(value) ? value : null;
  }
}
