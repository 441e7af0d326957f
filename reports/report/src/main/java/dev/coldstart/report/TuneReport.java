package dev.coldstart.report;

import dev.coldstart.record.RunFormatException;
import dev.coldstart.record.TuningFolder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Writes how a tuning chose, as one file that needs no network and no script. */
public final class TuneReport {

  private TuneReport() {}

  /**
   * Writes {@code tune.html} beside {@code tune.json}, in place of an older one.
   *
   * @return where it lies
   * @throws RunFormatException when there is no {@code tune.json}, or it is damaged
   * @throws UncheckedIOException when the page cannot be written
   */
  public static Path write(TuningFolder folder) {
    String html = render(folder);
    try {
      return Files.writeString(folder.html(), html);
    } catch (IOException e) {
      throw new UncheckedIOException("page=" + folder.html() + " cannot be written", e);
    }
  }

  static String render(TuningFolder folder) {
    return HtmlReport.render("tune.jte", TunePage.of(folder, folder.read(), HtmlReport.stylesheet()));
  }
}
