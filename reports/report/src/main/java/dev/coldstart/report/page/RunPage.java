package dev.coldstart.report.page;

import dev.coldstart.record.RunData;
import dev.coldstart.report.export.SummaryFile;
import dev.coldstart.report.html.Html;
import dev.coldstart.report.run.RunView;
import dev.coldstart.stats.run.Summary;
import java.nio.file.Path;

/**
 * The page of a run: one file that needs no network and no other file, and is complete without its script. Its template
 * holds the sections in their order.
 *
 * @param target the page's file; links to the raw files are relative to its directory
 */
public record RunPage(RunView view, Path target) {

  /** @throws UncheckedIOException if it cannot be written */
  public static void write(RunData run, Summary summary, Path target) {
    Html.write(target, render(run, summary, target));
  }

  public static String render(RunData run, Summary summary, Path target) {
    return Html.render("page/page.jte", new RunPage(new RunView(run, summary), target));
  }

  /**
   * The answers as the content of a script element that is not executed. A browser ends it at the first
   * {@code </script}. The escaped characters occur only in JSON strings, so an escape sequence may replace them: those
   * that could end the element or begin a comment, those that an XML parser would interpret, and the two line
   * separators that older JavaScript did not allow in strings.
   */
  String answersInScript() {
    return SummaryFile.of(view.run().folder().id(), view.summary())
        .answersJson()
        .replace("<", "\\u003c")
        .replace(">", "\\u003e")
        .replace("&", "\\u0026")
        .replace("\u2028", "\\u2028")
        .replace("\u2029", "\\u2029");
  }
}
