package dev.coldstart.report.page;

import dev.coldstart.record.RunData;
import dev.coldstart.report.html.Html;
import dev.coldstart.stats.run.Summary;
import java.io.UncheckedIOException;
import java.nio.file.Path;

/** Writes a run as one file that needs no network and no other file, and is whole without its script. */
public final class HtmlReport {

  private HtmlReport() {}

  /**
   * @param target where to write; the links to the raw files are relative to its directory
   * @throws UncheckedIOException when it cannot be written
   */
  public static void write(RunData run, Summary summary, Path target) {
    Html.write(target, render(run, summary, target));
  }

  public static String render(RunData run, Summary summary, Path target) {
    return Html.render("page/page.jte", Page.of(run, summary, target, Html.stylesheet()));
  }
}
