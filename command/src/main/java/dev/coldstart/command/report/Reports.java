package dev.coldstart.command.report;

import dev.coldstart.launcher.UserError;
import dev.coldstart.launcher.loop.BlockLoop.Precision;
import dev.coldstart.launcher.run.Analysis;
import dev.coldstart.record.Arm;
import dev.coldstart.record.ArmLaunches;
import dev.coldstart.record.Launch;
import dev.coldstart.record.RunData;
import dev.coldstart.record.RunFolder;
import dev.coldstart.record.RunFormatException;
import dev.coldstart.record.io.RunReader;
import dev.coldstart.record.io.TuningFolder;
import dev.coldstart.record.text.SafeText;
import dev.coldstart.record.text.ShellWords;
import dev.coldstart.report.export.ReportFiles;
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
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * Everything that is made from a run's raw data, and can be made again from them alone; for the launcher and others.
 */
public final class Reports implements Analysis {

  @Override
  public void report(Path run, Consumer<String> say) {
    RunFolder made = make(run, null, Summary.MARGIN, RunFolder::path, say);
    pointLatestAt(made.path(), say);
    listRuns(made.path(), say);
    // The last of all: what is missing without it is made by whoever resumes the run.
    ReportFiles.end(made);
  }

  @Override
  public boolean isReported(Path run) {
    return ReportFiles.areWhole(new RunFolder(run));
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
   * @param out the folder that the report's own folder goes into; null for the run's own folder
   * @param say is told what was found and where the page lies
   * @return where all of it lies
   * @throws RunFormatException when the folder holds no run, or a damaged one
   * @throws UserError when there is no such baseline, or the run is kept and nothing is said of where to write
   */
  public static Path write(Path path, String baseline, double margin, Path out, Consumer<String> say) {
    RunFolder made = make(path, baseline, margin, run -> place(run.path(), run.isKept(), out), say);
    // Only who resumes the run asks for it.
    if (made.isBegun() && !made.isKept()) {
      ReportFiles.end(made);
    }
    return made.path();
  }

  /** @param place by the run's folder, the one that all goes into */
  private static RunFolder make(Path path, String baseline, double margin, Function<RunFolder, Path> place,
      Consumer<String> say) {
    RunData raw = RunReader.read(path);
    RunData run = baseline == null ? raw : withBaseline(raw, baseline);
    RunFolder folder = new RunFolder(place.apply(run.folder()));
    Summary summary = Summary.of(run, margin);
    ReportFiles.begin(folder);
    SummaryWriter.write(folder, summary);
    RunPage.write(run, summary, folder.reportHtml());
    SummaryWriter.writeOthers(run, summary, folder);
    ConsoleText.lines(summary).forEach(say);
    say.accept("report: " + folder.reportHtml());
    return folder;
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

  /**
   * The same elsewhere.
   *
   * @param out the folder that the page's own folder goes into; null for the tuning's own folder
   * @return the folder that it lies in
   * @throws UserError when the tuning is kept and nothing is said of where to write
   */
  public static Path write(TuningFolder tuning, Path out, Consumer<String> say) {
    TuningFolder made = new TuningFolder(place(tuning.path(), tuning.isKept(tuning.read()), out));
    say.accept("how it was chosen: " + TunePage.write(tuning, made.html()));
    return made.path();
  }

  /**
   * The folder that a report goes into. What is kept for long, as in a checkout, must not change because somebody
   * looked at it.
   *
   * @param own of the raw data
   * @param out the folder that the report's own folder goes into; null for the one of the raw data
   */
  private static Path place(Path own, boolean isKept, Path out) {
    if (out != null) {
      return folder(out.resolve(own.getFileName()));
    }
    assertMayWrite(own, isKept, own.getParent());
    return own;
  }

  /**
   * @param inPlace what {@code --out} would be to write there all the same
   * @throws UserError when nothing is written there unasked, or can be
   */
  public static void assertMayWrite(Path folder, boolean isKept, Path inPlace) {
    if (!Files.isWritable(folder)) {
      throw new UserError(folder + " cannot be written: give another folder with --out");
    }
    if (isKept) {
      throw new UserError(folder + " is kept for long, with its raw data compressed or left out, and nothing is written"
          + " into it unasked: give another folder with --out, or write into it with --out "
          + ShellWords.line(List.of(inPlace.toString())));
    }
  }

  /** Makes a folder that was asked for. @throws UserError when none can be made */
  public static Path folder(Path out) {
    try {
      return Files.createDirectories(out.toAbsolutePath());
    } catch (IOException e) {
      throw new UserError("--out " + out + " is no folder and none can be made there: " + e + "; choose another", e);
    }
  }

  private static RunData withBaseline(RunData run, String baseline) {
    try {
      return References.withBaseline(run, baseline);
    } catch (IllegalArgumentException e) {
      throw new UserError(e.getMessage(), e);
    }
  }

  /** Lets {@code latest} beside the run point at it. A run is whole without that link: it fails nothing. */
  static void pointLatestAt(Path run, Consumer<String> say) {
    Path latest = run.resolveSibling(RunFolder.LATEST);
    Path fresh = run.resolveSibling(RunFolder.LATEST + ".new");
    try {
      Files.deleteIfExists(fresh);
      if (Files.isDirectory(latest, LinkOption.NOFOLLOW_LINKS)) {
        throw new FileSystemException(latest.toString(), null, "it is a folder, perhaps a copy; move it away");
      }
      Files.createSymbolicLink(fresh, run.getFileName());
      Files.move(fresh, latest, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException | UnsupportedOperationException e) {
      say.accept("warning: no link to the newest run was made: " + SafeText.lines(String.valueOf(e.getMessage())));
    }
  }

  /**
   * Makes the list of all runs again, where the run lies in a folder that runs are made in: it has a {@code latest}.
   */
  public static void refreshIndex(Path run, Consumer<String> say) {
    if (Files.exists(run.toAbsolutePath().normalize().resolveSibling(RunFolder.LATEST), LinkOption.NOFOLLOW_LINKS)) {
      listRuns(run, say);
    }
  }

  /** Makes that list. A run is whole without it: a list that cannot be written is told, and fails nothing. */
  private static void listRuns(Path run, Consumer<String> say) {
    try {
      say.accept("all runs: " + IndexPage.write(run.toAbsolutePath().normalize().getParent()));
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
