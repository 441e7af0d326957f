package dev.coldstart.html;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.coldstart.results.RunData;
import dev.coldstart.stats.Summary;
import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Writes a run as one file that needs no network, no script and no other file. */
public final class HtmlReport {

  private HtmlReport() {}

  /**
   * @param target where to write; the links to the raw files are relative to its directory
   * @throws UncheckedIOException when it cannot be written
   */
  public static void write(RunData run, Summary summary, Path target) {
    String html = render(run, summary, target);
    try {
      Files.writeString(target, html);
    } catch (IOException e) {
      throw new UncheckedIOException("report=" + target + " cannot be written", e);
    }
  }

  static String render(RunData run, Summary summary, Path target) {
    return render("page.jte", Page.of(run, summary, target, stylesheet()));
  }

  /** What a template makes of its view. */
  static String render(String template, Object view) {
    // No directory: the templates are classes on this class path.
    TemplateEngine engine =
        TemplateEngine.createPrecompiled(
            null, ContentType.Html, HtmlReport.class.getClassLoader(), HtmlReport.class.getPackageName());
    StringOutput out = new StringOutput();
    engine.render(template, view, out);
    return withoutNeedlessEnds(out.toString());
  }

  /** HTML lets the end of a cell be left out, and a page of many arms has tens of thousands of them. */
  private static String withoutNeedlessEnds(String html) {
    return html.replace("</td>\n", "").replace("</th>\n", "");
  }

  static String stylesheet() {
    try (InputStream css = HtmlReport.class.getResourceAsStream("report.css")) {
      return new String(css.readAllBytes(), UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException("report.css cannot be read", e);
    }
  }
}
