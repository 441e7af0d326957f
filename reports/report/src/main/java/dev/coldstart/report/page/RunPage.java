package dev.coldstart.report.page;

import dev.coldstart.record.RunData;
import dev.coldstart.report.export.SummaryFile;
import dev.coldstart.report.html.Html;
import dev.coldstart.report.run.RunView;
import dev.coldstart.stats.run.Summary;
import java.nio.file.Path;

/**
 * The page of a run, whose template has the sections in their order: one file that needs no network and no other file,
 * and is whole without its script.
 *
 * @param target where it will stand; the links to the raw files are relative to its directory
 */
public record RunPage(RunView view, Path target) {

  /** @throws UncheckedIOException when it cannot be written */
  public static void write(RunData run, Summary summary, Path target) {
    Html.write(target, render(run, summary, target));
  }

  public static String render(RunData run, Summary summary, Path target) {
    return Html.render("page/page.jte", new RunPage(new RunView(run, summary), target));
  }

  /**
   * The answers as the content of a script element of no script, which a browser ends at the first {@code </script}.
   * Each of these stands in texts alone, so it may be written as its number: what would end the element or begin a
   * comment in it, what an XML parser would take for its own, and the two line ends that JavaScript had and JSON has
   * not.
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
