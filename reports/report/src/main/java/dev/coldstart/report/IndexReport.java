package dev.coldstart.report;

import dev.coldstart.report.export.RunOutline;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Writes the list of all runs in a folder, as one file that needs no network and is whole without its script. */
public final class IndexReport {

  /** Tells a page of ours from one that somebody else put there. */
  static final String MARK = "<meta name=\"generator\" content=\"coldstart index\">";

  private IndexReport() {}

  /**
   * Writes {@code index.html} in place of an older one.
   *
   * @return where it lies
   * @throws UncheckedIOException when the folder cannot be read or the page not be written
   */
  public static Path write(Path out) {
    Path target = out.resolve("index.html");
    try {
      if (Files.exists(target) && !Files.readString(target).contains(MARK)) {
        throw new IOException("a page that coldstart did not make is in its place; move it away");
      }
      Files.writeString(target, render(out));
    } catch (IOException e) {
      throw new UncheckedIOException("the list of runs " + target + " cannot be written: " + e.getMessage(), e);
    }
    return target;
  }

  static String render(Path out) {
    return HtmlReport.render("index.jte",
        IndexPage.of(RunOutline.in(out), out.resolve("index.html"), HtmlReport.stylesheet()));
  }
}
