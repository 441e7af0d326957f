package dev.coldstart.stats.run;

import dev.coldstart.record.ArmKey;
import dev.coldstart.record.RunData;
import dev.coldstart.stats.estimate.Estimate;
import dev.coldstart.stats.estimate.StudentT;
import dev.coldstart.stats.estimate.Welch;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.apache.commons.statistics.distribution.ChiSquaredDistribution;

/**
 * A second estimate of an arm's ratio, from all fixtures of the run. The boot ends before the fixture is read, so an
 * arm's boot has the same ratio to its baseline's in each fixture. The deviation of one fixture's boots from the mean
 * of all is removed from its ratio, as far as the two correlate: a covariate whose mean is known better than the
 * sample's (W. G. Cochran, "Sampling Techniques", 3rd ed. 1977, section 7.3; in two phases, 12.8). For {@code hello}
 * and {@code noop} this halves the variance.
 *
 * <p>Cochran's Q tests, at 5 %, whether the boots of all fixtures agree; if they do not, there is no estimate.
 */
final class PooledBoot {

  /** With two, the test would hardly detect a boot that depends on the fixture. */
  private static final int FEWEST_FIXTURES = 3;

  /**
   * One fixture of an arm: log ratios to its baseline. Element i of both arrays is of the same block.
   *
   * @param all of the first responses
   * @param boot of the boots
   */
  private record InFixture(ArmKey key, double[] all, double[] boot) {

    private StudentT boots() {
      return StudentT.of(boot);
    }

    private double squares() {
      StudentT boots = boots();
      return boots.sd() * boots.sd() * (boots.n() - 1);
    }
  }

  private PooledBoot() {}

  /** By arm and fixture, without arms that have no estimate. */
  static Map<ArmKey, Estimate> of(RunData run) {
    LogRatios logRatios = new LogRatios(run.arms());
    Map<String, List<InFixture>> byArm = new References(run)
        .each(arm -> !arm.isControl() && !arm.baseline() && arm.isJvm(),
            (arm, baseline) -> new InFixture(arm.arm().key(), logRatios.of(arm, baseline),
                logRatios.of(arm, baseline, launch -> launch.phaseNs("boot"))))
        .filter(one -> one.all().length > 2 && one.all().length == one.boot().length)
        .collect(Collectors.groupingBy(one -> one.key().arm(), LinkedHashMap::new, Collectors.toList()));
    Map<ArmKey, Estimate> pooled = new HashMap<>();
    byArm.values().forEach(all -> pooled.putAll(of(all)));
    return pooled;
  }

  /** Empty if the boots do not agree. */
  private static Map<ArmKey, Estimate> of(List<InFixture> all) {
    double mean = all.stream().flatMapToDouble(one -> DoubleStream.of(one.boot())).average().orElseThrow();
    double variance =
        all.stream().mapToDouble(InFixture::squares).sum() / all.stream().mapToInt(one -> one.boot().length - 1).sum();
    double q =
        all.stream().mapToDouble(one -> one.boot().length * Math.pow(one.boots().mean() - mean, 2)).sum() / variance;
    if (all.size() < FEWEST_FIXTURES
        || !(ChiSquaredDistribution.of(all.size() - 1.0).survivalProbability(q) > Estimate.ALPHA)) {
      return Map.of();
    }
    double meanError = variance / all.stream().mapToInt(one -> one.boot().length).sum();
    return all.stream().collect(Collectors.toMap(InFixture::key, one -> of(one, mean, meanError)));
  }

  /** @param error of the mean over all fixtures' boots, as a variance */
  private static Estimate of(InFixture one, double mean, double error) {
    int n = one.all().length;
    StudentT logs = StudentT.of(one.all());
    double bootMean = one.boots().mean();
    double together =
        IntStream.range(0, n).mapToDouble(i -> (one.all()[i] - logs.mean()) * (one.boot()[i] - bootMean)).sum();
    double slope = together / one.squares();
    double left = (logs.sd() * logs.sd() * (n - 1) - slope * together) / (n - 2);
    double value = logs.mean() - slope * (bootMean - mean);
    double variance = left * (1.0 / n + Math.pow(bootMean - mean, 2) / one.squares()) + slope * slope * error;
    return new Welch(value, Math.sqrt(variance), n - 2).interval(Estimate.ALPHA).map(Math::exp);
  }
}
