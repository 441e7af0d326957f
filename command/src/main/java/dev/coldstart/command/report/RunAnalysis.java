package dev.coldstart.command.report;

import dev.coldstart.launcher.loop.BlockLoop.Precision;
import dev.coldstart.launcher.run.Analysis;
import dev.coldstart.record.Arm;
import dev.coldstart.record.ArmLaunches;
import dev.coldstart.record.Launch;
import dev.coldstart.stats.estimate.Estimate;
import dev.coldstart.stats.estimate.HodgesLehmann;
import dev.coldstart.stats.run.LogRatios;
import dev.coldstart.stats.run.Summary;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** The statistics and the reports of this project, for the launcher. */
public final class RunAnalysis implements Analysis {

  @Override
  public void report(Path run, Consumer<String> say) {
    Reports.write(run, null, Summary.MARGIN, say);
  }

  @Override
  public void reportLatest(Path run, Consumer<String> say) throws IOException {
    report(run, say);
    Reports.pointLatestAt(run);
    Reports.refreshIndex(run, say);
  }

  @Override
  public Precision precision(double target, Supplier<List<Arm>> arms) {
    return new RatioPrecision(target, arms);
  }

  /**
   * Looks at how wide the intervals of the ratios are, and at nothing else of them: who stops as soon as a difference
   * shows finds one where there is none.
   */
  static final class RatioPrecision implements Precision {

    private record Compared(Arm arm, Arm baseline, List<Arm> all) {}

    private final double target;
    private final Supplier<List<Arm>> arms;
    private List<Compared> compared;

    /**
     * @param target how far an interval may reach to either side, as a part of its ratio
     * @param arms those that ran; asked for when the first block has shown which
     */
    RatioPrecision(double target, Supplier<List<Arm>> arms) {
      this.target = target;
      this.arms = arms;
    }

    private static List<Compared> compared(List<Arm> arms) {
      return arms.stream()
          .filter(arm -> !arm.baseline() && !arm.isControl())
          .flatMap(arm -> arms.stream()
              .filter(other -> other.baseline() && other.isBeside(arm))
              .limit(1)
              .map(baseline -> new Compared(arm, baseline, arms)))
          .collect(Collectors.toCollection(ArrayList::new));
    }

    @Override
    public boolean isReached(Collection<List<Launch>> counted) {
      if (compared == null) {
        compared = compared(arms.get());
      }
      List<Launch> launches = counted.stream().flatMap(List::stream).toList();
      for (int i = 0; i < compared.size(); i++) {
        if (!isReached(compared.get(i), launches)) {
          // It is asked first the next time: one that is too wide is enough.
          Collections.swap(compared, 0, i);
          return false;
        }
      }
      return !compared.isEmpty();
    }

    private boolean isReached(Compared pair, List<Launch> launches) {
      List<ArmLaunches> all =
          pair.all().stream().filter(arm -> arm.isBeside(pair.arm())).map(arm -> of(arm, launches)).toList();
      Estimate ratio =
          HodgesLehmann.ratioOf(new LogRatios(all).of(of(pair.arm(), launches), of(pair.baseline(), launches)));
      // NaN, where there is no interval, is not within the target.
      return (ratio.high() - ratio.low()) / 2 / ratio.value() <= target;
    }

    private static ArmLaunches of(Arm arm, List<Launch> launches) {
      List<Launch> own = launches.stream().filter(launch -> launch.key().equals(arm.launchKey())).toList();
      return new ArmLaunches(arm, own, Set.of());
    }
  }
}
