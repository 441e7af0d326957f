package dev.coldstart.command.report;

import dev.coldstart.launcher.UserError;
import dev.coldstart.launcher.loop.BlockLoop.Precision;
import dev.coldstart.launcher.run.Analysis;
import dev.coldstart.record.Arm;
import dev.coldstart.record.ArmLaunches;
import dev.coldstart.record.Launch;
import dev.coldstart.record.RunData;
import dev.coldstart.record.RunFormatException;
import dev.coldstart.record.io.RunReader;
import dev.coldstart.record.io.TuningFolder;
import dev.coldstart.record.text.SafeText;
import dev.coldstart.report.export.SummaryWriter;
import dev.coldstart.report.history.IndexPage;
import dev.coldstart.report.page.RunPage;
import dev.coldstart.report.tune.TunePage;
import dev.coldstart.stats.estimate.Estimate;
import dev.coldstart.stats.estimate.HodgesLehmann;
import dev.coldstart.stats.run.LogRatios;
import dev.coldstart.stats.run.References;
import dev.coldstart.stats.run.Summary;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * Everything that is made from a run's raw data, and can be made again from them alone; for the launcher and others.
 */
public final class Reports implements Analysis {

  private static final String LATEST = "latest";

  @Override
  public void report(Path run, Consumer<String> say) {
    write(run, null, Summary.MARGIN, say);
  }

  @Override
  public void reportLatest(Path run, Consumer<String> say) throws IOException {
    report(run, say);
    pointLatestAt(run);
    refreshIndex(run, say);
  }

  @Override
  public Precision precision(double target, Supplier<List<Arm>> arms) {
    return new RatioPrecision(target, arms);
  }

  /**
   * Makes histograms, summaries, the page and what else is taken from a run.
   *
   * @param baseline the configuration that others are compared with; null for the one that the run names
   * @param margin of the verdicts, as a part of 1
   * @param say is told what was found and where the page lies
   * @throws RunFormatException when the folder holds no run, or a damaged one
   * @throws UserError when there is no such baseline
   */
  public static void write(Path path, String baseline, double margin, Consumer<String> say) {
    RunData raw = RunReader.read(path);
    RunData run = baseline == null ? raw : withBaseline(raw, baseline);
    Summary summary = Summary.of(run, margin);
    SummaryWriter.write(run.folder(), summary);
    RunPage.write(run, summary, run.folder().reportHtml());
    SummaryWriter.writeOthers(run, summary);
    ConsoleText.lines(summary).forEach(say);
    say.accept("report: " + run.folder().reportHtml());
  }

  /**
   * Makes the page of a tuning.
   *
   * @param say is told where it lies
   * @throws RunFormatException when the folder's {@code tune.json} is damaged
   */
  public static void write(TuningFolder tuning, Consumer<String> say) {
    say.accept("how it was chosen: " + TunePage.write(tuning));
  }

  private static RunData withBaseline(RunData run, String baseline) {
    try {
      return References.withBaseline(run, baseline);
    } catch (IllegalArgumentException e) {
      throw new UserError(e.getMessage(), e);
    }
  }

  /** Lets {@code latest} beside the run point at it. */
  static void pointLatestAt(Path run) throws IOException {
    Path latest = run.resolveSibling(LATEST);
    Path fresh = run.resolveSibling(LATEST + ".new");
    Files.deleteIfExists(fresh);
    Files.createSymbolicLink(fresh, run.getFileName());
    Files.move(fresh, latest, StandardCopyOption.ATOMIC_MOVE);
  }

  /**
   * Makes the list of all runs again, where the run lies in a folder that runs are made in. A run is whole without that
   * list: a list that cannot be written is told, and fails nothing.
   */
  public static void refreshIndex(Path run, Consumer<String> say) {
    Path out = run.toAbsolutePath().normalize().getParent();
    if (!Files.isSymbolicLink(out.resolve(LATEST))) {
      return;
    }
    try {
      say.accept("all runs: " + IndexPage.write(out));
    } catch (UncheckedIOException e) {
      say.accept("warning: " + SafeText.lines(e.getMessage()));
    }
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
