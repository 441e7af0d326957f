package dev.coldstart.stats.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.coldstart.record.Arm;
import dev.coldstart.record.ArmLaunches;
import dev.coldstart.record.Difference;
import dev.coldstart.record.Difference.Subject;
import dev.coldstart.record.Manifest;
import dev.coldstart.record.Records;
import dev.coldstart.record.RunData;
import dev.coldstart.record.SampleRun;
import dev.coldstart.record.SampleRuns;
import dev.coldstart.stats.estimate.Verdict;
import dev.coldstart.stats.estimate.Welch;
import dev.coldstart.stats.run.RunsCompared.ArmChange;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunsComparedTest {

  private static final String CHICORY = "chicory.interpreter/default/jdk25";

  @TempDir
  Path one;
  @TempDir
  Path other;

  @Test
  void shouldSeeThatAnArmBecameSlower() {
    RunData first = SampleRuns.standard().readFrom(one);
    RunData second =
        SampleRuns.standard().slowedInFirstCall(launch -> launch.arm().equals(CHICORY), 1.3).readFrom(other);
    RunsCompared runs = RunsCompared.of(first, second, 0.02);
    ArmChange slower = change(runs, CHICORY);
    assertThat(slower.change().value()).isCloseTo(1.3, within(1e-3));
    assertThat(slower.change().low()).isLessThan(1.3);
    assertThat(slower.change().high()).isGreaterThan(1.3);
    assertThat(slower.verdict()).isEqualTo(Verdict.SLOWER);
    assertThat(change(RunsCompared.of(second, first, 0.02), CHICORY).verdict()).isEqualTo(Verdict.FASTER);
  }

  /** Another machine is slower in everything, so no ratio changes. */
  @Test
  void shouldNotMindAMachineThatIsSlowerThroughout() {
    RunData first = SampleRuns.standard().readFrom(one);
    RunData second = SampleRuns.standard().slowed(launch -> true, 3).readFrom(other);
    RunsCompared runs = RunsCompared.of(first, second, 0.2);
    assertThat(runs.arms()).isNotEmpty().allSatisfy(change -> {
      assertThat(change.change().value()).isCloseTo(1, within(1e-6));
      assertThat(change.verdict()).isEqualTo(Verdict.EQUIVALENT);
    });
  }

  /** Each launch takes up to three times as long by chance: the noise must not become the margin. */
  @Test
  void shouldNotCallNoisyRunsEquivalent() {
    RunData first = noisy(1).readFrom(one);
    RunData second = noisy(2).readFrom(other);
    RunsCompared runs = RunsCompared.of(first, second, 0.02);
    assertThat(runs.margin()).isEqualTo(0.02);
    assertThat(runs.arms()).isNotEmpty().allSatisfy(change -> {
      assertThat(change.change().high() / change.change().low()).isGreaterThan(1.1);
      assertThat(change.verdict()).isNotEqualTo(Verdict.EQUIVALENT);
      assertThat(change.smallest()).isGreaterThan(0.04);
    });
  }

  private static SampleRun noisy(long seed) {
    Random random = new Random(seed);
    return SampleRuns.standard().slowed(any -> random.nextBoolean(), 2).slowed(any -> random.nextBoolean(), 1.5);
  }

  /** The same run twice: half of the change's interval, plus the margin. */
  @Test
  void shouldSayWhichChangeItCouldHaveShown() {
    RunData run = SampleRuns.standard().readFrom(one);
    ArmChange same = change(RunsCompared.of(run, run, 0.02), CHICORY);
    assertThat(same.change().value()).isEqualTo(1);
    assertThat(same.smallest()).as("more than the interval says, for Holm looks at all arms")
        .isGreaterThan(1.02 * same.change().high() - 1)
        .isLessThan(1.02 * Math.pow(same.change().high(), 2.5) - 1);
  }

  /**
   * An A/A arm that is off by more than its blocks show has a different cache, and other arms' caches differ as much.
   */
  @Test
  void shouldWidenAChangeByWhatTheAaArmsShowFromRunToRun() {
    RunData plain = SampleRuns.controlled().readFrom(one);
    RunData off = SampleRuns.controlled().slowed(l -> l.arm().endsWith("+aa"), 1.12).readFrom(other);
    double narrow = width(change(RunsCompared.of(plain, plain, 0.02), CHICORY));
    double wide = width(change(RunsCompared.of(off, off, 0.02), CHICORY));
    assertThat(wide).isGreaterThan(1.5 * narrow);
  }

  /** By hand: means 0.03 and 0.01 of 6 values each, with variances 0.0001 and 0.0004. */
  @Test
  void shouldAddOneAndAHalfDrawsOfEachRun() {
    Welch change = new Welch(0, 0.01, 50);
    double[] one = spread(0.03, 0.01);
    double[] other = spread(0.01, 0.02);
    double draw = ((9e-4 - 1e-4 / 6) / 2 + (1e-4 - 4e-4 / 6) / 2) / 2;
    Welch wider = RunsCompared.betweenRuns(change, List.of(one, other));
    assertThat(wider.error() * wider.error()).isCloseTo(1e-4 + 3 * draw, within(1e-12));
    assertThat(wider.freedom()).isLessThan(4);
    assertThat(RunsCompared.betweenRuns(change, List.of(spread(0.001, 0.02)))).as("less than its own error")
        .isEqualTo(change);
    assertThat(RunsCompared.betweenRuns(change, List.of())).isEqualTo(change);
  }

  /** Six values with this mean and standard deviation. */
  private static double[] spread(double mean, double sd) {
    double off = sd * Math.sqrt(5.0 / 6);
    return new double[] {mean - off, mean + off, mean - off, mean + off, mean - off, mean + off};
  }

  private static double width(ArmChange change) {
    return Math.log(change.change().high() / change.change().low());
  }

  @Test
  void shouldBeUnsureOfEverythingWhereARunIsNotToBeTrusted() {
    RunData first = SampleRuns.controlled().readFrom(one);
    RunData second = SampleRuns.controlled().slowed(launch -> launch.arm().endsWith("+aa"), 1.5).readFrom(other);
    RunsCompared runs = RunsCompared.of(first, second, 0.02);
    assertThat(runs.secondSummary().status()).isEqualTo(RunStatus.DO_NOT_TRUST);
    assertThat(runs.isTrusted()).isFalse();
    assertThat(runs.arms()).isNotEmpty().allMatch(change -> change.verdict() == Verdict.INCONCLUSIVE);
  }

  @Test
  void shouldListWhatOneRunAloneCompared() {
    RunData first = SampleRuns.standard().readFrom(one);
    RunData second = without(SampleRuns.standard().readFrom(other), CHICORY);
    RunsCompared runs = RunsCompared.of(first, second, 0.02);
    assertThat(runs.onlyFirst()).isNotEmpty().allMatch(arm -> arm.arm().equals(CHICORY));
    assertThat(runs.onlySecond()).isEmpty();
    assertThat(RunsCompared.of(second, first, 0.02).onlySecond()).hasSameSizeAs(runs.onlyFirst());
    assertThat(runs.arms()).noneMatch(change -> change.arm().arm().equals(CHICORY));
  }

  @Test
  void shouldNotCompareRatiosToDifferentBaselines() {
    RunData first = SampleRuns.standard().readFrom(one);
    RunData second = References.withBaseline(SampleRuns.standard().readFrom(other), "wasmtime.jni");
    ArmChange change = change(RunsCompared.of(first, second, 0.02), CHICORY);
    assertThat(change.change().value()).isNaN();
    assertThat(change.verdict()).isEqualTo(Verdict.INCONCLUSIVE);
  }

  @Test
  void shouldSayWhatElseDiffers() {
    RunData first = SampleRuns.standard().readFrom(one);
    RunData second = elsewhere(SampleRuns.standard()).readFrom(other);
    assertThat(RunsCompared.of(first, first, 0.02).differences()).isEmpty();
    assertThat(RunsCompared.of(first, second, 0.02).differences())
        .contains(new Difference(Subject.PROCESSOR, null, "Synthetic CPU", "Other CPU"),
            new Difference(Subject.PROCESSORS, null, 2, 8),
            new Difference(Subject.JDK, "jdk25", new Manifest.Jdk("jdk25", "25.0.3+9", "Synthetic"),
                new Manifest.Jdk("jdk25", "26+1", "Synthetic")),
            new Difference(Subject.ENGINE, "chicory.interpreter", "Chicory 1.2.3", "Chicory 2.0"),
            new Difference(Subject.MEMORY_BYTES, null, 8_589_934_592L, null))
        .doesNotHaveDuplicates()
        .hasSize(6);
  }

  /** Machines with unknown processors may be any two machines. */
  @Test
  void shouldNotTakeWhatIsUnknownForTheSame() {
    Manifest.Machine untold = new Manifest.Machine("Linux", "6.1.0", "aarch64", null, 2, null, null, null);
    RunData first = SampleRuns.standard().withManifest(m -> Records.with(m, "machine", untold)).readFrom(one);
    assertThat(RunsCompared.of(first, first, 0.02).differences())
        .containsExactly(new Difference(Subject.PROCESSOR, null, null, null));
  }

  private static SampleRun elsewhere(SampleRun run) {
    Manifest.Machine machine = new Manifest.Machine("Linux", "6.1.0", "amd64", "Other CPU", 8, null, null, null);
    return run.withArms(arm -> arm.runtime().equals("chicory") ? engine(arm) : arm)
        .withManifest(m -> Records.with(m, "commit", "another", "machine", machine, "jdks",
            List.of(new Manifest.Jdk("jdk25", "26+1", "Synthetic"))));
  }

  private static Arm engine(Arm a) {
    return Records.with(a, "engine", "Chicory 2.0");
  }

  private static RunData without(RunData run, String arm) {
    List<ArmLaunches> kept = run.arms().stream().filter(any -> !any.arm().arm().equals(arm)).toList();
    return new RunData(run.folder(), run.manifest(), kept, run.blocks(), run.jmh(), run.scenarios(), run.warnings());
  }

  private static ArmChange change(RunsCompared runs, String arm) {
    return runs.arms().stream().filter(change -> change.arm().arm().equals(arm)).findFirst().orElseThrow();
  }
}
