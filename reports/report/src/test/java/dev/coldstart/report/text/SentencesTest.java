package dev.coldstart.report.text;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coldstart.record.Arm;
import dev.coldstart.record.Difference;
import dev.coldstart.record.Difference.Subject;
import dev.coldstart.record.Launch;
import dev.coldstart.record.Manifest.Jdk;
import dev.coldstart.record.SampleRuns;
import dev.coldstart.stats.estimate.Estimate;
import dev.coldstart.stats.run.ControlResult;
import dev.coldstart.stats.run.ControlResult.Outcome;
import dev.coldstart.stats.run.Doubt;
import dev.coldstart.stats.run.References.Group;
import dev.coldstart.stats.run.Warning;
import dev.coldstart.stats.run.Warning.Monitor;
import java.util.List;
import org.junit.jupiter.api.Test;

class SentencesTest {

  private static final String BASELINE = "plain-java.twin/default/jdk25";
  private static final Arm ARM = SampleControls.arm(BASELINE, "noop");

  @Test
  void shouldSayWhatAControlFound() {
    Estimate same = new Estimate(1.003, 0.988, 1.021);
    String aa = "A/A of noop (default, jdk25): 1.003 (0.988-1.021), ";
    assertThat(control("aa", "ratio", 1, same, Outcome.HOLDS)).isEqualTo(aa + "holds");
    assertThat(control("aa", "ratio", 1, same, Outcome.FAILS))
        .isEqualTo(aa + "fails: the same command differs from itself");
    assertThat(control("aa", "ratio", 1, Estimate.NONE, Outcome.TOO_FEW_BLOCKS))
        .isEqualTo("A/A of noop (default, jdk25): n/a, not judged: it needs at least 6 blocks");
    assertThat(control("boot", "ratio", 1, same, Outcome.FAILS)).isEqualTo("boot of " + BASELINE
        + " in noop: 1.003 (0.988-1.021), fails: it differs from the baseline's by more than 5 %, although the"
        + " JVM's arguments are the same");
    assertThat(control("other", "ratio", Double.NaN, Estimate.NONE, Outcome.TOO_FEW_BLOCKS))
        .startsWith("control that this version does not know in noop (default, jdk25): n/a, not judged");
  }

  @Test
  void shouldSayWhichDelayAControlMade() {
    Estimate delay = new Estimate(4.8, -0.25, 5.25);
    String busy = "5 ms busy in noop (default, jdk25): 4.8 (-0.25 to 5.25) ms, expected 5 ms, ";
    assertThat(control("busy", "ms", 5, delay, Outcome.HOLDS)).isEqualTo(busy + "holds");
    assertThat(control("busy", "ms", 5, delay, Outcome.FAILS))
        .isEqualTo(busy + "fails: a known delay is not measured correctly");
    assertThat(control("busy", "ms", 5, delay, Outcome.HIDDEN_BY_NOISE))
        .isEqualTo(busy + "not judged: the noise is larger than the delay");
    assertThat(control("busy", "ratio", 1.09, new Estimate(1.1, 1.05, 1.15), Outcome.HOLDS))
        .isEqualTo("9 % busy in noop (default, jdk25): 1.1 (1.05-1.15), expected 1.09, holds");
  }

  private static String control(String kind, String unit, double expected, Estimate measured, Outcome outcome) {
    return Sentences.of(SampleControls.of(kind, "noop", BASELINE, BASELINE, unit, expected, measured, outcome));
  }

  @Test
  void shouldSayWhyARunIsNotSound() {
    ControlResult failed =
        SampleControls.of("aa", "noop", BASELINE, BASELINE, "ratio", 1, Estimate.NONE, Outcome.FAILS);
    assertThat(Sentences.of(new Doubt.ControlFailed(failed))).isEqualTo(Sentences.of(failed));
    assertThat(Sentences.of(new Doubt.ControlWithoutLaunches(ARM)))
        .isEqualTo("the control " + BASELINE + " in noop has no valid launch");
    assertThat(Sentences.of(new Doubt.NothingMeasured(24, 24, "exit code 1; it said: no heap")))
        .isEqualTo("none of 24 launches counts; 24 are invalid; first: exit code 1; it said: no heap");
    assertThat(Sentences.of(new Doubt.NothingMeasured(0, 0, "no cache was made: no room")))
        .isEqualTo("no launch was made; first: no cache was made: no room");
    assertThat(Sentences.of(new Doubt.NothingMeasured(1, 0, null))).isEqualTo("none of 1 launch counts; 0 are invalid");
    assertThat(Sentences.of(new Doubt.NothingCompared()))
        .isEqualTo("nothing is compared: no fixture has valid launches of an arm and of its baseline");
    assertThat(Sentences.of(new Doubt.NothingOfJmh(2)))
        .isEqualTo("JMH gave no result: none of its 2 planned forks did");
    assertThat(Sentences.of(new Doubt.NoControl())).isEqualTo("no control was launched: the run did not check itself");
    assertThat(Sentences.of(new Doubt.NoAa(2, new Group("hello", "", "default", "jdk25"))))
        .isEqualTo("no A/A arm in 2 groups; the first is hello (default, jdk25)");
    assertThat(Sentences.of(new Doubt.Unjudged(6, 6)))
        .isEqualTo("6 of 6 controls could not be judged: too few blocks for this noise");
    assertThat(Sentences.of(new Doubt.FewLaunches(1, 19, ARM, Doubt.ENOUGH_BLOCKS)))
        .isEqualTo("1 arm has fewer than 20 valid launches; the fewest is 19, of " + BASELINE + " in noop");
    assertThat(Sentences.of(new Doubt.Disturbed(1, 60)))
        .isEqualTo("steal or throttling was above its limit in 1 of 60 valid blocks");
  }

  @Test
  void shouldWarnOfHowARunWent() {
    Launch first = SampleRuns.standard().launches().stream().filter(launch -> !launch.valid()).findFirst().get();
    assertThat(Sentences.of(new Warning.Noted("as it stands"))).isEqualTo("as it stands");
    assertThat(Sentences.of(new Warning.NoEnd())).isEqualTo("the run has not ended: it was killed, or it still runs");
    assertThat(Sentences.of(new Warning.Ended("budget")))
        .isEqualTo("the run ended before its last block: its time budget was used up");
    assertThat(Sentences.of(new Warning.InvalidLaunches(2, first))).isEqualTo(
        "2 launches are invalid and not counted; first: wasmtime.jni/default/jdk25 in noop, block 3: exit code 134");
    assertThat(Sentences.of(new Warning.RetriedBlocks(1, "exit code 134")))
        .isEqualTo("1 block was retried by rules that do not look at times; the reason for the first: exit code 134");
    assertThat(Sentences.of(new Warning.RetriedBlocks(3, "x".repeat(9_999))).length()).isLessThan(350);
    assertThat(Sentences.of(new Warning.Outside(0.06, 0.05)))
        .isEqualTo("6 % of the blocks' time was spent outside launches; the limit is 5 %");
    assertThat(Sentences.of(new Warning.NoBaseline(ARM)))
        .isEqualTo("no ratio for " + BASELINE + " in noop: it has no baseline with the same fixture, profile and JDK");
  }

  @Test
  void shouldWarnOfTheMachine() {
    assertThat(beyond(Monitor.OTHERS))
        .isEqualTo("in 1 of 60 blocks other processes used more than 5 % of the processors' time, up to 20 %");
    assertThat(beyond(Monitor.IO_PRESSURE))
        .isEqualTo("in 1 of 60 blocks tasks waited for the disk for more than 5 % of the time, up to 20 %");
    assertThat(beyond(Monitor.MEMORY_PRESSURE))
        .isEqualTo("in 1 of 60 blocks tasks waited for memory for more than 5 % of the time, up to 20 %");
    assertThat(beyond(Monitor.STEAL))
        .isEqualTo("in 1 of 60 blocks the hypervisor gave more than 5 % of the processors' time to others, up to 20 %");
    assertThat(beyond(Monitor.THROTTLED))
        .isEqualTo("in 1 of 60 blocks the container was not allowed to run for more than 5 % of the time, up to 20 %");
    assertThat(Sentences.of(new Warning.OtherJvms(1, 1, 3)))
        .isEqualTo("in 1 of 1 block JVMs outside the run were alive, up to 3");
    assertThat(Sentences.of(new Warning.GovernorChanged(List.of("performance", "powersave"))))
        .isEqualTo("the frequency governor changed during the run: performance, powersave");
  }

  private static String beyond(Monitor monitor) {
    return Sentences.of(new Warning.BeyondLimit(monitor, 1, 60, 0.05, 0.2));
  }

  @Test
  void shouldSayThatWhatNeitherTellsMayDiffer() {
    assertThat(Sentences.of(List.of(new Difference(Subject.PROCESSOR, null, null, null))))
        .containsExactly("the processor is unknown in both runs, and may differ");
  }

  @Test
  void shouldSayWhatDiffersBetweenRuns() {
    assertThat(Sentences.of(List.of(new Difference(Subject.PROCESSORS, null, 2, 8),
        new Difference(Subject.MEMORY_BYTES, null, 8_589_934_592L, null),
        new Difference(Subject.JDK, "jdk25", new Jdk("jdk25", "25.0.3+9", "Synthetic"),
            new Jdk("jdk25", "26+1", "Synthetic")),
        new Difference(Subject.ENGINE, "chicory.interpreter", "Chicory 1.2.3", "Chicory 2.0"),
        new Difference(Subject.COMMAND, "a", null, null), new Difference(Subject.COMMAND, "b", null, null),
        new Difference(Subject.COMMIT, null, "1", "2"))))
        .containsExactly("the number of processors differs: 2 in the first run, 8 in the second",
            "the memory in bytes differs: 8589934592 in the first run, n/a in the second",
            "jdk25 differs: Synthetic 25.0.3+9 in the first run, Synthetic 26+1 in the second",
            "the engine of chicory.interpreter differs: Chicory 1.2.3 in the first run, Chicory 2.0 in the second",
            "the JVM arguments of 2 arms differ; first: a", "the commit differs: 1 in the first run, 2 in the second");
  }
}
