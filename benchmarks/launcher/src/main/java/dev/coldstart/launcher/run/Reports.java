package dev.coldstart.launcher.run;

import dev.coldstart.html.HtmlReport;
import dev.coldstart.launcher.UserError;
import dev.coldstart.results.Histograms;
import dev.coldstart.results.RunData;
import dev.coldstart.results.RunFolder;
import dev.coldstart.results.RunFormatException;
import dev.coldstart.results.RunReader;
import dev.coldstart.stats.Summarizer;
import dev.coldstart.stats.Summary;
import dev.coldstart.stats.SummaryWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.function.Consumer;

/** Everything that is made from a run's raw data, and can be made again from them alone. */
public final class Reports {

  private static final String LATEST = "latest";

  private Reports() {}

  /**
   * Makes histograms, summaries and the page.
   *
   * @param say is told what was found and where the page lies
   * @throws UserError when the folder holds no run, or a damaged one
   */
  public static void write(Path path, Consumer<String> say) throws IOException {
    RunFolder folder = new RunFolder(path.toRealPath());
    RunData run;
    try {
      run = RunReader.read(folder.path());
    } catch (RunFormatException e) {
      throw new UserError(e.getMessage(), e);
    }
    Histograms.write(run);
    Summary summary = Summarizer.of(run);
    SummaryWriter.write(folder, summary);
    HtmlReport.write(run, summary, folder.reportHtml());
    AnswerText.lines(summary).forEach(say);
    summary.warnings().forEach(warning -> say.accept("warning: " + warning));
    say.accept("report: " + folder.reportHtml());
  }

  /** Lets {@code latest} beside the run point at it. */
  static void pointLatestAt(Path run) throws IOException {
    Path latest = run.resolveSibling(LATEST);
    Path fresh = run.resolveSibling(LATEST + ".new");
    Files.deleteIfExists(fresh);
    Files.createSymbolicLink(fresh, run.getFileName());
    Files.move(fresh, latest, StandardCopyOption.ATOMIC_MOVE);
  }
}
