package dev.coldstart.report;

import dev.coldstart.stats.compare.RunsCompared;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Writes two runs side by side, as one file that needs no network and is whole without its script. */
public final class CompareReport {

  private CompareReport() {}

  /** @throws UncheckedIOException when it cannot be written */
  public static void write(RunsCompared runs, Path target) {
    try {
      Files.writeString(target, render(runs));
    } catch (IOException e) {
      throw new UncheckedIOException("page=" + target + " cannot be written", e);
    }
  }

  static String render(RunsCompared runs) {
    return HtmlReport.render("compare.jte", ComparePage.of(runs, HtmlReport.stylesheet()));
  }
}
