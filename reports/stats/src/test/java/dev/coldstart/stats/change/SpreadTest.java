package dev.coldstart.stats.change;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.coldstart.record.Arm;
import dev.coldstart.record.ArmLaunches;
import dev.coldstart.record.RunData;
import dev.coldstart.record.RunFolder;
import dev.coldstart.record.io.RunReader;
import dev.coldstart.stats.estimate.HodgesLehmann;
import dev.coldstart.stats.estimate.StudentT;
import dev.coldstart.stats.run.LogRatios;
import dev.coldstart.stats.run.References;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.commons.statistics.distribution.ChiSquaredDistribution;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Where the spreads in {@link Night} come from: runs in {@code reports/reference} of the same arms, on the same machine
 * and the same day. How nights differ over weeks is not known from them.
 */
class SpreadTest {

  private static final Path REFERENCE = Path.of("../reference");
  private static final int FEWEST_BLOCKS = 10;

  /** A cold page cache, ten blocks within a time limit, and a process that disturbs on purpose. */
  private static final Set<String> OTHERWISE_MEASURED =
      Set.of("20261130T051335Z", "20261130T041856Z", "20261129T172822Z");

  /** One arm in one run. @param error standard error within the run */
  private record Measured(String day, String machine, Arm arm, String baseline, double logRatio, double error) {

    List<Object> series() {
      return List.of(day, machine, arm.key(), baseline);
    }

    boolean isCached() {
      return arm.command().stream().anyMatch(word -> word.contains(Arm.CACHE));
    }
  }

  /**
   * Cochran's Q over several series, each around its own mean, and what it says of the spread (R. DerSimonian and N.
   * Laird, "Meta-Analysis in Clinical Trials", Controlled Clinical Trials 7(3), 1986).
   *
   * @param scale such that Q is about {@code freedom + scale * spread^2}
   */
  private record Spread(double q, int freedom, double scale) {

    static Spread of(Stream<Measured> measured) {
      Spread all = new Spread(0, 0, 0);
      for (List<Measured> runs : measured.collect(Collectors.groupingBy(Measured::series)).values()) {
        double weights = runs.stream().mapToDouble(Spread::weight).sum();
        double squares = runs.stream().mapToDouble(run -> Math.pow(weight(run), 2)).sum();
        double mean = runs.stream().mapToDouble(run -> weight(run) * run.logRatio()).sum() / weights;
        double q = runs.stream().mapToDouble(run -> weight(run) * Math.pow(run.logRatio() - mean, 2)).sum();
        all = new Spread(all.q + q, all.freedom + runs.size() - 1, all.scale + weights - squares / weights);
      }
      return all;
    }

    private static double weight(Measured run) {
      return 1 / (run.error() * run.error());
    }

    double estimate() {
      return Math.sqrt(Math.max(0, (q - freedom) / scale));
    }

    /** The spread at which so small a Q would be seen in 2.5 of 100 cases. */
    double high() {
      double least = ChiSquaredDistribution.of(freedom).inverseCumulativeProbability(0.025);
      return Math.sqrt(Math.max(0, (q / least - 1) * freedom / scale));
    }
  }

  private static List<Measured> all;

  @BeforeAll
  static void read() {
    all = Stream.of(REFERENCE, REFERENCE.resolve("gates-20261130"))
        .flatMap(folder -> RunFolder.foldersIn(folder, "the runs").stream())
        .map(RunFolder::new)
        .filter(run -> run.isBegun() && !OTHERWISE_MEASURED.contains(run.id()))
        .flatMap(run -> measured(RunReader.read(run.path())).stream())
        .toList();
  }

  @Test
  void shouldFindHardlyAnySpreadInArmsWithoutACache() {
    Spread spread = Spread.of(all.stream().filter(run -> !run.isCached() && !isBuild(run)));
    assertThat(spread.freedom()).isGreaterThan(40);
    assertThat(spread.estimate()).isLessThan(0.003);
    assertThat(spread.high()).isBetween(Night.SPREAD, 0.01);
  }

  @Test
  void shouldFindTheAssumedSpreadInTwentyRunsOfOnePair() {
    Spread spread = Spread.of(all.stream().filter(SpreadTest::isBuild));
    assertThat(spread.freedom()).isGreaterThanOrEqualTo(19);
    assertThat(spread.estimate()).isCloseTo(Night.SPREAD, within(0.002));
  }

  @Test
  void shouldFindMoreSpreadInArmsWithACache() {
    Spread spread = Spread.of(all.stream().filter(Measured::isCached));
    assertThat(spread.estimate()).isCloseTo(Night.SPREAD_OF_CACHES, within(0.003));
    Spread widest = Spread.of(all.stream()
        .filter(run -> run.arm().arm().startsWith("wasmtime.jni-cached-slf4j-nop/aot-cache+jit-interpreter/")));
    assertThat(widest.freedom()).isEqualTo(2);
    assertThat(widest.estimate()).isBetween(0.022, 0.032);
  }

  private static boolean isBuild(Measured run) {
    return run.arm().arm().contains("@");
  }

  private static List<Measured> measured(RunData run) {
    LogRatios logRatios = new LogRatios(run.arms());
    References references = new References(run);
    List<Measured> measured = new ArrayList<>();
    Predicate<ArmLaunches> isCompared = arm -> !arm.arm().isControl() && !arm.arm().baseline();
    for (ArmLaunches arm : run.arms().stream().filter(isCompared).toList()) {
      references.of(arm.arm()).ifPresent(baseline -> {
        double[] logs = logRatios.of(arm, baseline);
        if (logs.length >= FEWEST_BLOCKS) {
          StudentT error = StudentT.around(HodgesLehmann.of(logs), logs.length);
          measured.add(new Measured(run.manifest().runId().substring(0, "20261130".length()),
              run.manifest().machine().processor(), arm.arm(), baseline.arm().arm(), error.mean(),
              error.sd() / Math.sqrt(logs.length)));
        }
      });
    }
    return measured;
  }
}
