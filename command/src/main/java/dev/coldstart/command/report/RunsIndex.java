package dev.coldstart.command.report;

import dev.coldstart.record.text.SafeText;
import dev.coldstart.report.IndexReport;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;

/** The list of the runs beside one, kept up to date. */
public final class RunsIndex {

  private RunsIndex() {}

  /**
   * Makes it again in a folder that runs are made in. A run is whole without its neighbours' list, so a list that
   * cannot be written is told and fails nothing.
   */
  public static void refresh(Path run, Consumer<String> say) {
    Path out = run.toAbsolutePath().normalize().getParent();
    if (!Files.isSymbolicLink(out.resolve(Reports.LATEST))) {
      return;
    }
    try {
      say.accept("all runs: " + IndexReport.write(out));
    } catch (UncheckedIOException e) {
      say.accept("warning: " + SafeText.lines(e.getMessage()));
    }
  }
}
