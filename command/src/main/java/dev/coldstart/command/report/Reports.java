package dev.coldstart.command.report;

import dev.coldstart.launcher.UserError;
import dev.coldstart.record.Histograms;
import dev.coldstart.record.RunData;
import dev.coldstart.record.RunFolder;
import dev.coldstart.record.RunFormatException;
import dev.coldstart.record.RunReader;
import dev.coldstart.record.TuningFolder;
import dev.coldstart.record.text.SafeText;
import dev.coldstart.report.Badges;
import dev.coldstart.report.HtmlReport;
import dev.coldstart.report.MarkdownSummary;
import dev.coldstart.report.Picture;
import dev.coldstart.report.TuneReport;
import dev.coldstart.report.export.JmhShaped;
import dev.coldstart.report.export.SummaryWriter;
import dev.coldstart.report.text.Sentences;
import dev.coldstart.stats.run.Baselines;
import dev.coldstart.stats.run.Summarizer;
import dev.coldstart.stats.run.Summary;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** Everything that is made from a run's raw data, and can be made again from them alone. */
public final class Reports {

  static final String LATEST = "latest";

  /** Each writes its files into the run's folder, in place of older ones. */
  private static final List<BiConsumer<RunData, Summary>> WRITERS =
      List.of((run, summary) -> Histograms.write(run), (run, summary) -> SummaryWriter.write(run.folder(), summary),
          (run, summary) -> HtmlReport.write(run, summary, run.folder().reportHtml()), MarkdownSummary::write,
          Picture::write, (run, summary) -> JmhShaped.write(run), Badges::write);

  private Reports() {}

  /**
   * Makes histograms, summaries, the page and what else is taken from a run.
   *
   * @param say is told what was found and where the page lies
   * @throws UserError when the folder holds no run, or a damaged one, or no such baseline
   */
  public static void write(Path path, ReportOptions options, Consumer<String> say) throws IOException {
    RunFolder folder = new RunFolder(path.toRealPath());
    RunData run = read(folder, options);
    Summary summary = Summarizer.of(run, options.margin());
    WRITERS.forEach(writer -> writer.accept(run, summary));
    text(summary).map(SafeText::lines).forEach(say);
    say.accept("report: " + folder.reportHtml());
  }

  /**
   * Makes the page of a tuning.
   *
   * @param say is told where it lies
   * @throws UserError when the folder's {@code tune.json} is damaged
   */
  public static void write(TuningFolder tuning, Consumer<String> say) {
    try {
      say.accept("how it was chosen: " + TuneReport.write(tuning));
    } catch (RunFormatException e) {
      throw new UserError(e.getMessage(), e);
    }
  }

  /** Makes all of a run that has just ended: it is the latest, and in the list of all. */
  static void writeLatest(Path run, Consumer<String> say) throws IOException {
    write(run, ReportOptions.STANDARD, say);
    pointLatestAt(run);
    RunsIndex.refresh(run, say);
  }

  /** The status comes last: what stands above it is to be read by it. */
  private static Stream<String> text(Summary summary) {
    return Stream
        .of(AnswerText.lines(summary),
            Sentences.warnings(summary).stream().map(warning -> "warning: " + warning).toList(),
            EffortText.lines(summary.conduct()), StatusText.lines(summary))
        .flatMap(List::stream);
  }

  private static RunData read(RunFolder folder, ReportOptions options) {
    RunData run;
    try {
      run = RunReader.read(folder.path());
    } catch (RunFormatException e) {
      throw new UserError(e.getMessage(), e);
    }
    try {
      return options.baseline() == null ? run : Baselines.choose(run, options.baseline());
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
}
