package dev.coldstart.command.report;

import dev.coldstart.launcher.UserError;
import dev.coldstart.launcher.loop.BlockLoop.Precision;
import dev.coldstart.launcher.run.Analysis;
import dev.coldstart.record.Arm;
import dev.coldstart.record.RunData;
import dev.coldstart.record.RunFolder;
import dev.coldstart.record.RunFormatException;
import dev.coldstart.record.io.RunReader;
import dev.coldstart.record.io.TuningFolder;
import dev.coldstart.record.text.Commands;
import dev.coldstart.record.text.IoReason;
import dev.coldstart.record.text.SafeText;
import dev.coldstart.record.text.ShellWords;
import dev.coldstart.report.export.ReportFiles;
import dev.coldstart.report.export.SummaryWriter;
import dev.coldstart.report.history.IndexPage;
import dev.coldstart.report.page.RunPage;
import dev.coldstart.report.run.RunView;
import dev.coldstart.report.tune.TunePage;
import dev.coldstart.stats.run.References;
import dev.coldstart.stats.run.Summary;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;

/** Makes everything that is derived from a run's raw data, for the launcher and for commands. */
public final class Reports implements Analysis {

  private Path reported;

  /** The run that it reported last; empty if there is none. */
  public Optional<Path> reported() {
    return Optional.ofNullable(reported);
  }

  @Override
  public void report(Path run, Consumer<String> say) {
    reported = run;
    RunFolder made = make(run, null, Summary.MARGIN, RunFolder::path, say);
    pointLatestAt(made.path(), say);
    listRuns(made.path(), say);
    // Comes last: if it is missing, resuming the run makes all files again.
    ReportFiles.end(made);
  }

  @Override
  public boolean isReported(Path run) {
    return ReportFiles.areWhole(new RunFolder(run));
  }

  @Override
  public Precision precision(double target, Supplier<List<Arm>> arms) {
    return new RatiosSoFar(arms).within(target);
  }

  @Override
  public AnswerSoFar answerSoFar(Supplier<List<Arm>> arms) {
    return new RatiosSoFar(arms)::lines;
  }

  /**
   * Makes histograms, summaries, the page and all other files derived from a run.
   *
   * @param baseline the configuration that others are compared with; null for the run's own baseline
   * @param margin margin of the verdicts, as a fraction of 1
   * @param out the parent of the report's folder; null to write into the run's own folder
   * @param say receives the results and the page's path
   * @return the folder with the files
   * @throws RunFormatException if the folder holds no run, or a damaged one
   * @throws UserError if there is no such baseline, or if the run is archived and {@code out} is null
   */
  public static Path write(Path path, String baseline, double margin, Path out, Consumer<String> say) {
    RunFolder made = make(path, baseline, margin, run -> place(run.path(), run.isKept(), out), say);
    // Only a resumed run reads this list, so a report in another folder does not need it.
    if (made.isBegun() && !made.isKept()) {
      ReportFiles.end(made);
    }
    return made.path();
  }

  /** @param place gives the output folder for a run's folder */
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
    ConsoleText.lines(new RunView(run, summary)).forEach(say);
    say.accept("report: " + folder.reportHtml());
    return folder;
  }

  /**
   * Makes the page of a tuning.
   *
   * @param say receives the page's path
   * @throws RunFormatException if the folder's {@code tune.json} is damaged
   */
  public static void write(TuningFolder tuning, Consumer<String> say) {
    say.accept("how it was chosen: " + TunePage.write(tuning));
  }

  /**
   * Makes the page of a tuning in another folder.
   *
   * @param out the parent of the page's folder; null to write into the tuning's own folder
   * @return the folder with the page
   * @throws UserError if the tuning is archived and {@code out} is null
   */
  public static Path write(TuningFolder tuning, Path out, Consumer<String> say) {
    TuningFolder made = new TuningFolder(place(tuning.path(), tuning.isKept(tuning.read()), out));
    say.accept("how it was chosen: " + TunePage.write(tuning, made.html()));
    return made.path();
  }

  /**
   * The folder that a report goes into. Viewing an archived run, such as one in the checkout, must not change it.
   *
   * @param own the folder of the raw data
   * @param out the parent of the report's folder; null to write into the folder of the raw data
   */
  private static Path place(Path own, boolean isKept, Path out) {
    if (out != null) {
      return folder(out.resolve(own.getFileName()));
    }
    assertMayWrite(own, isKept, own.getParent());
    return own;
  }

  /**
   * @param inPlace the value of {@code --out} that would still write there, for the message
   * @throws UserError if the folder is archived or cannot be written
   */
  public static void assertMayWrite(Path folder, boolean isKept, Path inPlace) {
    if (!Files.isWritable(folder)) {
      throw new UserError(folder + " cannot be written: give another folder with --out");
    }
    if (isKept) {
      throw new UserError(
          folder + " is a kept run, whose raw data are compressed or left out. Nothing is written into it"
              + " unasked: give another folder with --out, or write into it with --out "
              + ShellWords.line(List.of(inPlace.toString())));
    }
  }

  /**
   * A folder in which runs are.
   *
   * @return the same, absolute
   * @throws UserError if there is no such folder
   */
  public static Path runs(Path folder) {
    if (!Files.isDirectory(folder)) {
      throw new UserError(
          "no folder of runs at " + folder + "; the first run makes one: " + Commands.here().coldstart("run"));
    }
    return folder.toAbsolutePath();
  }

  /** Creates a folder that the user asked for. @throws UserError if it cannot be created */
  public static Path folder(Path out) {
    try {
      return Files.createDirectories(out.toAbsolutePath());
    } catch (IOException e) {
      throw new UserError("--out " + out + " is no folder and cannot be made: " + IoReason.of(e) + "; choose another",
          e);
    }
  }

  private static RunData withBaseline(RunData run, String baseline) {
    try {
      return References.withBaseline(run, baseline);
    } catch (IllegalArgumentException e) {
      throw new UserError(e.getMessage(), e);
    }
  }

  /**
   * Makes the link {@code latest} point at the run. A run is complete without the link, so a failure is only a warning.
   */
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

  /** Makes the list of all runs again, if the run's parent folder has a link {@code latest}, as folders of runs do. */
  public static void refreshIndex(Path run, Consumer<String> say) {
    if (Files.exists(run.toAbsolutePath().normalize().resolveSibling(RunFolder.LATEST), LinkOption.NOFOLLOW_LINKS)) {
      listRuns(run, say);
    }
  }

  /** Makes the list of all runs. A run is complete without it, so a failure is only a warning. */
  private static void listRuns(Path run, Consumer<String> say) {
    try {
      say.accept("all runs: " + IndexPage.write(run.toAbsolutePath().normalize().getParent()));
    } catch (UncheckedIOException e) {
      say.accept("warning: " + SafeText.lines(e.getMessage()));
    }
  }
}
