package dev.coldstart.command.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coldstart.record.Arm;
import dev.coldstart.stats.estimate.Estimate;
import dev.coldstart.stats.estimate.Verdict;
import dev.coldstart.stats.run.ArmSummary;
import dev.coldstart.stats.run.Comparison;
import dev.coldstart.stats.run.ControlResult;
import dev.coldstart.stats.run.ControlResult.Outcome;
import dev.coldstart.stats.run.CounterMedians;
import dev.coldstart.stats.run.Doubt;
import dev.coldstart.stats.run.Neighbour;
import dev.coldstart.stats.run.RunEffort;
import dev.coldstart.stats.run.RunStatus;
import dev.coldstart.stats.run.Summary;
import dev.coldstart.stats.scenario.ScenarioSummary;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The console's text at the end of a run. */
class ConsoleTextTest {

  /** The effort of a run without a record of its blocks. */
  private static final RunEffort NO_EFFORT = new RunEffort(0, 0, List.of(), Double.NaN, Double.NaN, null);
  private static final ScenarioSummary NO_SCENARIOS =
      new ScenarioSummary(List.of(), List.of(), List.of(), List.of(), Map.of());

  private static final Estimate WIDE = new Estimate(1.0, 0.9, 1.1);

  @Test
  void shouldLeaveControlsOutOfTheAnswer() {
    List<String> lines =
        ConsoleText.answer(summary(RunStatus.SOUND, List.of(), arm("a.x", null, 7), arm("a.x+aa", control(), null)));
    assertThat(lines).hasSize(2);
    assertThat(lines.get(1)).contains("a.x").endsWith("inconclusive; needs about 7 more blocks");
  }

  @Test
  void shouldKeepColumnsApartHoweverLongAnArmsName() {
    ArmSummary[] arms = {arm("a.x", null, 7), arm("a.with-a-name/that-is/longer-than-most", null, 7)};
    assertThat(ConsoleText.answer(summary(RunStatus.SOUND, List.of(), arms)).stream().skip(1))
        .extracting(line -> line.indexOf("inconclusive"))
        .containsOnly("fixture       ".length() + 1 + arms[1].arm().arm().length() + 1 + 18 + 1 + 20 + 2);
  }

  @Test
  void shouldNotMakeTheTableAsWideAsAnyName() {
    ArmSummary[] arms = {arm("a.x", null, 7), arm("a".repeat(1_000), null, 7)};
    assertThat(ConsoleText.answer(summary(RunStatus.SOUND, List.of(), arms)).get(1)).hasSizeLessThan(200);
  }

  @Test
  void shouldNameNeighboursThatAreNotToldApartWhileThatIsShort() {
    Arm one = arm("a.x", null, null).arm();
    Arm other = arm("a.y", null, null).arm();
    Neighbour open = new Neighbour(other, one, 30, WIDE, 1, false);
    assertThat(ConsoleText.answer(with(open))).last()
        .isEqualTo("no clear difference between neighbours in f: a.x, a.y");
    Neighbour apart = new Neighbour(other, one, 30, WIDE, 0.01, true);
    Neighbour[] many =
        Stream.generate(() -> Stream.of(open, apart)).limit(9).flatMap(both -> both).toArray(Neighbour[]::new);
    assertThat(ConsoleText.answer(with(many))).hasSize(2)
        .last()
        .asString()
        .startsWith("no clear difference within 9 groups");
  }

  private static Summary with(Neighbour... neighbours) {
    return new Summary(0.02, RunStatus.SOUND, List.of(), List.of(), Estimate.NONE, List.of(), List.of(), NO_EFFORT,
        NO_SCENARIOS, List.of(), List.of(), List.of(neighbours), List.of(), List.of());
  }

  @Test
  void shouldNotGuessHowManyBlocksMore() {
    assertThat(ConsoleText.answer(summary(RunStatus.SOUND, List.of(), arm("a.x", null, null))).get(1))
        .endsWith("  inconclusive");
  }

  @Test
  void shouldBeLoudWhenARunIsNotToBeTrusted() {
    List<String> lines =
        ConsoleText.status(summary(RunStatus.DO_NOT_TRUST, List.of(new Doubt.ControlFailed(result(Outcome.FAILS)),
            new Doubt.ControlWithoutLaunches(arm("x", null, null).arm()))));
    String aa = "A/A of f (default, jdk25): 1 (0.9-1.1), ";
    assertThat(lines).containsExactly("CONTROL FAILED: " + aa + "fails: the same command differs from itself",
        "control: " + aa + "not judged: it needs at least 6 blocks", "controls: 1 of 3 held",
        "*** DO NOT TRUST THIS RUN ***", "  the control x in f has no valid launch");
  }

  @Test
  void shouldSayTheStatusPlainlyOtherwise() {
    assertThat(ConsoleText.status(summary(RunStatus.SOUND, List.of()))).endsWith("status: sound");
    assertThat(ConsoleText.status(summary(RunStatus.INDICATIVE, List.of(new Doubt.NoControl()))))
        .endsWith("status: indicative", "  no control was launched: the run did not check itself");
  }

  @Test
  void shouldSayWhatWasSpentBeside() {
    assertThat(ConsoleText.effort(new RunEffort(60, 2, List.of(), 1e9, 0.0312, null))).containsExactly(
        "time outside launches: 3.1 % of the blocks' wall time", "retried blocks: 2, besides 60 that count");
    assertThat(ConsoleText.effort(NO_EFFORT)).isEmpty();
  }

  private static Summary summary(RunStatus status, List<Doubt> reasons, ArmSummary... arms) {
    List<ControlResult> controls =
        List.of(result(Outcome.HOLDS), result(Outcome.FAILS), result(Outcome.TOO_FEW_BLOCKS));
    return new Summary(0.02, status, reasons, controls, Estimate.NONE, List.of(arms), List.of(), NO_EFFORT,
        NO_SCENARIOS, List.of(), List.of(), List.of(), List.of(), List.of());
  }

  private static ControlResult result(Outcome outcome) {
    Arm arm = arm("a", null, null).arm();
    return new ControlResult("aa", arm, arm, "ratio", 1, WIDE, WIDE, outcome);
  }

  private static Arm.Control control() {
    return new Arm.Control(Arm.Control.AA, null, null);
  }

  private static ArmSummary arm(String id, Arm.Control control, Integer moreBlocks) {
    Arm arm = new Arm(id, "a", "A", "a.x", "X", "default", "jdk25", "f", false, control, Map.of(), null, List.of(),
        null, null, null);
    Comparison comparison = new Comparison(WIDE, 30, 1, 0, 0.5, Verdict.INCONCLUSIVE, moreBlocks);
    return new ArmSummary(arm, 30, 0, WIDE.value(), WIDE, Estimate.NONE, comparison, Estimate.NONE, Map.of(),
        new CounterMedians(Map.of(), Double.NaN));
  }
}
