package dev.coldstart.report.html;

import static java.nio.charset.StandardCharsets.UTF_8;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Makes pages of templates: each is one file that needs no network and no other file. */
public final class Html {

  /** The templates are classes on this class path, in packages below this one, so the engine needs no directory. */
  private static final TemplateEngine ENGINE =
      TemplateEngine.createPrecompiled(null, ContentType.Html, Html.class.getClassLoader(), "dev.coldstart.report");

  private Html() {}

  /** @param template its path below the templates, such as {@code history/index.jte} */
  public static String render(String template, Object view) {
    StringOutput out = new StringOutput();
    ENGINE.render(template, view, out);
    // HTML lets the end of a cell be left out, and a page of many arms has tens of thousands of them.
    return out.toString().replace("</td>\n", "").replace("</th>\n", "");
  }

  /** @throws UncheckedIOException when it cannot be written */
  public static void write(Path target, String html) {
    try {
      Files.writeString(target, html);
    } catch (IOException e) {
      throw new UncheckedIOException("page=" + target + " cannot be written", e);
    }
  }

  public static String stylesheet() {
    return resource("report.css");
  }

  static String resource(String name) {
    try (InputStream resource = Html.class.getResourceAsStream(name)) {
      return new String(resource.readAllBytes(), UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(name + " cannot be read", e);
    }
  }
}
