package dev.coldstart.stats.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.coldstart.record.ArmKey;
import dev.coldstart.record.RunData;
import dev.coldstart.record.SampleRun;
import dev.coldstart.record.SampleRuns;
import dev.coldstart.record.SampleShards;
import dev.coldstart.record.merge.Merge;
import dev.coldstart.record.io.RunReader;
import dev.coldstart.stats.estimate.Estimate;
import dev.coldstart.stats.estimate.HodgesLehmann;
import java.nio.file.Path;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The results of runs that were merged from shards. */
class MachinesTest {

  private static final ArmKey ARM = new ArmKey("chicory.interpreter/default/jdk25", "hello");
  private static final ArmKey BASELINE = new ArmKey(SampleRuns.BASELINE, "hello");

  @TempDir
  Path out;

  /** On one machine it does not matter who made which block. */
  @Test
  void shouldGiveTheSameForShardsOfOneMachineAsForTheWholeRun() {
    SampleRun run = SampleRuns.controlled();
    Summary whole = Summary.of(run.readFrom(out.resolve("whole")));
    assertThat(Summary.of(merged(SampleShards.of(run, 3, SampleShards.ONE_HOST)))).isEqualTo(whole);
    assertThat(whole.machines().areSeveral()).isFalse();
  }

  @Test
  void shouldCombineMachinesByTheirOwnRatios() {
    RunData run = merged(shards(6, SampleShards.OWN_HOSTS));
    Summary summary = Summary.of(run);
    double[] each = run.byMachine().stream().mapToDouble(part -> HodgesLehmann.ratioOf(logs(part)).value()).toArray();
    assertThat(summary.machines().each()).hasSize(6);
    assertThat(summary.machines().each())
        .allSatisfy(machine -> assertThat(ratio(machine).value()).isEqualTo(each[machine.number() - 1]));
    Estimate ratio = summary.arm(ARM).orElseThrow().ratio();
    assertThat(ratio.value()).isBetween(IntStream.range(0, 6).mapToDouble(i -> each[i]).min().orElseThrow(),
        IntStream.range(0, 6).mapToDouble(i -> each[i]).max().orElseThrow());
    assertThat(ratio.hasInterval()).isTrue();
    assertThat(summary.arm(ARM).orElseThrow().n()).isEqualTo(30);
  }

  /** Machine i needs i x 10 % more for the arm: that is no noise of blocks. */
  @Test
  void shouldFindHowMuchTheMachinesDiffer() {
    Summary alike = Summary.of(merged(shards(6, SampleShards.OWN_HOSTS)));
    List<SampleRun> shards = shards(6, SampleShards.OWN_HOSTS);
    for (int i = 1; i <= 6; i++) {
      double factor = Math.exp(0.1 * i);
      shards = SampleShards.with(shards, i, run -> run.slowedInFirstCall(launch -> launch.key().equals(ARM), factor));
    }
    RunData run = merged(shards, "unlike");
    Summary unlike = Summary.of(run);
    MachineResult.Spread spread = unlike.machines().spread(ARM).orElseThrow();
    assertThat(spread.machines()).isEqualTo(6);
    // The standard deviation of 0.1 to 0.6 is 0.187.
    assertThat(spread.part()).isCloseTo(Math.expm1(0.187), within(0.04));
    assertThat(alike.machines().spread(ARM).orElseThrow().part()).isLessThan(0.06);
    Estimate ratio = unlike.arm(ARM).orElseThrow().ratio();
    assertThat(Math.log(ratio.high() / ratio.low())).isGreaterThan(2 * 2.57 * 0.17 / Math.sqrt(6));
  }

  @Test
  void shouldShowTheTimesOfTheFirstMachineOnly() {
    List<SampleRun> shards =
        SampleShards.with(shards(3, SampleShards.OWN_HOSTS), 2, run -> run.slowed(any -> true, 10));
    RunData run = merged(shards);
    Summary summary = Summary.of(run);
    Summary first = Summary.of(run.byMachine().get(0));
    ArmSummary baseline = summary.arm(BASELINE).orElseThrow();
    assertThat(baseline.typicalMs()).isEqualTo(first.arm(BASELINE).orElseThrow().typicalMs());
    assertThat(baseline.firstResponseMs()).isEqualTo(first.arm(BASELINE).orElseThrow().firstResponseMs());
    ArmSummary arm = summary.arm(ARM).orElseThrow();
    assertThat(arm.typicalMs()).isCloseTo(baseline.typicalMs() * arm.ratio().value(), within(1e-9));
    double second = summary.machines()
        .each()
        .get(1)
        .arms()
        .stream()
        .filter(own -> own.arm().baseline())
        .findFirst()
        .orElseThrow()
        .typicalMs();
    assertThat(second).isGreaterThan(5 * baseline.typicalMs());
  }

  @Test
  void shouldSayThatTwoMachinesAreFew() {
    Summary summary = Summary.of(merged(shards(2, SampleShards.OWN_HOSTS)));
    assertThat(summary.warnings()).contains(new Warning.FewMachines(2));
    assertThat(Summary.of(merged(shards(4, SampleShards.OWN_HOSTS), "four")).warnings())
        .noneMatch(Warning.FewMachines.class::isInstance);
  }

  /** Its A/A arm takes twice as long as the baseline, on that machine only. */
  @Test
  void shouldNameAMachineWhoseOwnControlsFail() {
    List<SampleRun> shards = SampleShards.with(SampleShards.of(SampleRuns.controlled(), 3, SampleShards.OWN_HOSTS), 2,
        run -> run.slowedInFirstCall(launch -> launch.arm().endsWith("+aa"), 2));
    Summary summary = Summary.of(merged(shards));
    assertThat(summary.status()).isEqualTo(RunStatus.DO_NOT_TRUST);
    assertThat(summary.statusReasons()).filteredOn(Doubt.MachineFailed.class::isInstance)
        .singleElement()
        .satisfies(doubt -> {
          Doubt.MachineFailed failed = (Doubt.MachineFailed) doubt;
          assertThat(failed.machine()).isEqualTo(2);
          assertThat(failed.shards()).containsExactly(2);
        });
  }

  /** A shard alone is a part and no failure. */
  @Test
  void shouldSayThatAShardIsOnePart() {
    SampleRun shard = shards(4, SampleShards.ONE_HOST).get(1);
    Summary summary = Summary.of(shard.readFrom(out));
    assertThat(summary.status()).isEqualTo(RunStatus.INDICATIVE);
    assertThat(summary.statusReasons()).first().isEqualTo(new Doubt.OnePart(shard.manifest().plan().shard(), 8, 30));
    assertThat(summary.statusReasons()).noneMatch(Doubt.FewLaunches.class::isInstance);
  }

  private static List<SampleRun> shards(int shards, IntFunction<String> hosts) {
    return SampleShards.of(SampleRuns.standard(), shards, hosts);
  }

  private static Estimate ratio(MachineResult machine) {
    return machine.arms().stream().filter(arm -> arm.arm().key().equals(ARM)).findFirst().orElseThrow().ratio();
  }

  private static double[] logs(RunData part) {
    return new LogRatios(part.arms()).of(part.arm(ARM).orElseThrow(), part.arm(BASELINE).orElseThrow());
  }

  private RunData merged(List<SampleRun> shards) {
    return merged(shards, "shards");
  }

  private RunData merged(List<SampleRun> shards, String name) {
    Path folder = SampleShards.write(shards, out.resolve(name));
    return RunReader.read(Merge.of(List.of(folder), out.resolve("merged")).folder().path());
  }
}
