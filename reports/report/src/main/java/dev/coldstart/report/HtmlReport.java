package dev.coldstart.report;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.coldstart.record.RunData;
import dev.coldstart.stats.run.Summary;
import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Writes a run as one file that needs no network and no other file, and is whole without its script. */
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
    TemplateEngine engine = TemplateEngine.createPrecompiled(null, ContentType.Html, HtmlReport.class.getClassLoader(),
        HtmlReport.class.getPackageName());
    StringOutput out = new StringOutput();
    engine.render(template, view, out);
    return withoutNeedlessEnds(out.toString());
  }

  /** HTML lets the end of a cell be left out, and a page of many arms has tens of thousands of them. */
  private static String withoutNeedlessEnds(String html) {
    return html.replace("</td>\n", "").replace("</th>\n", "");
  }

  static String stylesheet() {
    return resource("report.css");
  }

  static String resource(String name) {
    try (InputStream resource = HtmlReport.class.getResourceAsStream(name)) {
      return new String(resource.readAllBytes(), UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(name + " cannot be read", e);
    }
  }
}
