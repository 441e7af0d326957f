package dev.coldstart.command.report;

import dev.coldstart.launcher.UserError;
import dev.coldstart.record.RunData;
import dev.coldstart.record.RunFormatException;
import dev.coldstart.record.io.RunReader;
import dev.coldstart.record.io.TuningFolder;
import dev.coldstart.record.text.SafeText;
import dev.coldstart.report.export.SummaryWriter;
import dev.coldstart.report.history.IndexPage;
import dev.coldstart.report.page.RunPage;
import dev.coldstart.report.tune.TunePage;
import dev.coldstart.stats.run.References;
import dev.coldstart.stats.run.Summary;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.function.Consumer;

/** Everything that is made from a run's raw data, and can be made again from them alone. */
public final class Reports {

  private static final String LATEST = "latest";

  private Reports() {}

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
}
