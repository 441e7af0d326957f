package dev.coldstart.stats.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.coldstart.record.Arm;
import dev.coldstart.record.ArmLaunches;
import dev.coldstart.record.Counter;
import dev.coldstart.record.Launch;
import dev.coldstart.record.PhasesNs;
import dev.coldstart.record.Records;
import dev.coldstart.record.RunData;
import dev.coldstart.record.SampleLaunch;
import dev.coldstart.record.SampleRun;
import dev.coldstart.record.SampleRuns;
import dev.coldstart.stats.estimate.Estimate;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OverheadTest {

  private static final String CHICORY = "chicory.interpreter/default/jdk25";
  private static final String WASMTIME = "wasmtime.jni/default/jdk25";

  @TempDir
  Path out;

  @Test
  void shouldLeaveOutBaselinesControlsAndWhatDidNotRun() {
    RunData run = SampleRuns.controlled().readFrom(out);
    assertThat(Overhead.of(run)).hasSize(8).allSatisfy(excess -> {
      assertThat(excess.arm().isControl() || excess.arm().baseline() || !excess.arm().ran()).isFalse();
      assertThat(excess.baseline().profile()).isEqualTo(excess.arm().profile());
    });
  }

  @Test
  void shouldAddUpInOneBlockWhateverIsFused() {
    for (Overhead excess : Overhead.of(SampleRuns.blocks(1).readFrom(out))) {
      double sum = excess.phasesMs().values().stream().mapToDouble(Estimate::value).sum();
      assertThat(sum).as(excess.arm().arm()).isCloseTo(excess.firstResponseMs().value(), within(1e-6));
      assertThat(excess.phasesMs()).doesNotContainKeys(excess.arm().fused().keySet().toArray(String[]::new));
    }
  }

  /** If the machine is twice as slow in one block only, both launches of the pair are. */
  @Test
  void shouldTakeDifferencesWithinBlocks() {
    Overhead excess = of(run(l -> with(l, l.block() * 100 + (l.arm().equals(CHICORY) ? 7 : 0), 500L, 400L)), CHICORY);
    assertThat(excess.firstResponseMs().value()).isCloseTo(7, within(1e-9));
    assertThat(excess.firstResponseMs().hasInterval()).isTrue();
    assertThat(excess.phasesMs().get("load").value()).isCloseTo(7, within(1e-9));
    assertThat(excess.phasesMs().get("load").hasInterval()).isTrue();
    assertThat(excess.phasesMs().get("boot").value()).isZero();
    assertThat(excess.afterBootMs().value()).as("all of it").isCloseTo(7, within(1e-9));
  }

  @Test
  void shouldGiveWhatTheBaselineSeparatesAndTheArmDoesNotToTheHolder() {
    SampleRun run = SampleRuns.blocks(8).withArms(arm -> arm.baseline() ? with(arm, Map.of()) : arm);
    Overhead excess = of(run.withLaunches(l -> withPhases(l,
        l.arm().equals(WASMTIME)
            ? new PhasesNs(1L, 1L, null, 30_000_000L, 1L, 1L)
            : new PhasesNs(1L, 1L, 4_000_000L, 6_000_000L, 1L, 1L))),
        WASMTIME);
    assertThat(excess.phasesMs().get("compile").value()).isCloseTo(20, within(1e-9));
    assertThat(excess.phasesMs()).doesNotContainKey("parse");
  }

  @Test
  void shouldCountAPhaseWholeThatTheBaselineFuses() {
    RunData read = SampleRuns.blocks(1).readFrom(out);
    ArmLaunches chicory = read.arms().stream().filter(arm -> arm.arm().arm().equals(CHICORY)).findFirst().orElseThrow();
    double parseMs = chicory.counted().get(0).phasesNs().parse() / 1e6;
    assertThat(of(read, CHICORY).phasesMs().get("parse").value()).isCloseTo(parseMs, within(1e-9));
  }

  @Test
  void shouldCountClassesAndThoseFromNoArchive() {
    Overhead excess = of(run(l -> l.arm().equals(CHICORY) ? with(l, 1, 912L, 470L) : with(l, 1, 500L, 450L)), CHICORY);
    assertThat(excess.classes()).isEqualTo(412);
    assertThat(excess.classesNotArchived()).isEqualTo(392);
    assertThat(excess.counters().of(Counter.CLASSES_FROM_ARCHIVE)).isEqualTo(470);
  }

  /** A child that is not a JVM has no such counters. Missing is not zero. */
  @Test
  void shouldNotTakeMissingForNone() {
    Overhead excess = of(run(l -> l.arm().equals(CHICORY) ? with(l, 1, null, null) : with(l, 1, 500L, 450L)), CHICORY);
    assertThat(
        DoubleStream.of(excess.classes(), excess.classesNotArchived(), excess.counters().of(Counter.CLASSES_LOADED)))
        .containsOnly(Double.NaN);
    assertThat(excess.counters().of(Counter.CPU)).isPositive();
  }

  @Test
  void shouldTellHowManyThreadsWorked() {
    Overhead excess = of(run(l -> with(l, 10, 500L, 450L)), CHICORY);
    // The sample's CPU time is the sum of its phases and 20 ms; here the wall time is 10 ms.
    assertThat(excess.counters().cpuPerWall()).isGreaterThan(1);
    assertThat(excess.counters().of(Counter.MAJOR_FAULTS)).isZero();
  }

  @Test
  void shouldSayNothingWithoutABaseline() {
    SampleRun run = SampleRuns.blocks(3)
        .withLaunches(l -> l.arm().startsWith("plain-java") ? SampleLaunch.invalid(l, "timeout") : l);
    assertThat(Overhead.of(run.readFrom(out))).isEmpty();
  }

  private RunData run(UnaryOperator<Launch> change) {
    return SampleRuns.blocks(8).withLaunches(l -> l.valid() ? change.apply(l) : l).readFrom(out);
  }

  private Overhead of(SampleRun run, String arm) {
    return of(run.readFrom(out), arm);
  }

  private static Overhead of(RunData run, String arm) {
    return Overhead.of(run).stream().filter(excess -> excess.arm().arm().equals(arm)).findFirst().orElseThrow();
  }

  private static Arm with(Arm a, Map<String, String> fused) {
    return Records.with(a, "fused", fused);
  }

  private static Launch withPhases(Launch l, PhasesNs phases) {
    return l.valid() ? changed(l, phases) : l;
  }

  /** A load phase of this many ms; otherwise only 1 ms of boot. */
  private static Launch with(Launch l, double loadMs, Long classes, Long archived) {
    PhasesNs p = l.phasesNs();
    Long nothing = 0L;
    PhasesNs phases = new PhasesNs(1_000_000L, Math.round(loadMs * 1e6), p.parse() == null ? null : nothing,
        p.compile() == null ? null : nothing, nothing, nothing);
    Launch counted = SampleLaunch.with(l, Counter.CLASSES_LOADED, classes);
    return changed(SampleLaunch.with(counted, Counter.CLASSES_FROM_ARCHIVE, archived), phases);
  }

  private static Launch changed(Launch l, PhasesNs phases) {
    return SampleLaunch.withTimes(l, phases.sumNs(), phases);
  }
}
