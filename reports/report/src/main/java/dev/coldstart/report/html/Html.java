package dev.coldstart.report.html;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.coldstart.record.io.WholeFile;
import dev.coldstart.record.text.IoReason;
import gg.jte.Content;
import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.TemplateOutput;
import gg.jte.output.StringOutput;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.stream.Collectors;

/** Renders pages from templates. Each page is one file that needs no network and no other file. */
public final class Html {

  /** The first text of a page whose style sheet is blocked; the style sheet hides it. */
  public static final String UNSTYLED =
      "The server that shows this page blocks its style sheet (by a content security policy, as Jenkins does). So the"
          + " charts are hidden; tables and text say what they show. To see the charts, save the page and open the saved"
          + " file.";

  /** The templates are classes on this class path, in packages below this one, so the engine needs no directory. */
  private static final TemplateEngine ENGINE =
      TemplateEngine.createPrecompiled(null, ContentType.Html, Html.class.getClassLoader(), "dev.coldstart.report");

  private Html() {}

  /** @param template its path below the templates, such as {@code history/index.jte} */
  public static String render(String template, Object view) {
    StringOutput out = new StringOutput();
    ENGINE.render(template, view, out);
    // HTML allows a cell's end tag to be omitted, and a page of many arms has tens of thousands of them. A space is
    // added before small print: if the style sheet does not put it on its own line, the number before it would seem to
    // have more digits.
    return out.toString().replace("</td>\n", "").replace("</th>\n", "").replaceAll("(?<! )<small>", " <small>");
  }

  /** @throws UncheckedIOException if it cannot be written */
  public static void write(Path target, String html) {
    try {
      WholeFile.write(target, html);
    } catch (IOException e) {
      throw new UncheckedIOException(target + " cannot be written (" + IoReason.of(e) + ")", e);
    }
  }

  public static String stylesheet() {
    return resource("report.css");
  }

  private static String resource(String name) {
    try (InputStream resource = Html.class.getResourceAsStream(name)) {
      return new String(resource.readAllBytes(), UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(name + " cannot be read", e);
    }
  }

  /**
   * The only script that a page may run: it sorts, filters and explains content that is complete without it.
   *
   * @param text goes into the page unchanged
   * @param sha256 in Base64, by which the page's policy allows only this script
   */
  public record PageScript(String text, String sha256) implements Content {

    private static final PageScript ONLY = of(resource("report.js"));

    public static PageScript get() {
      return ONLY;
    }

    /** Without comments and indentation, which would be in every page. */
    private static PageScript of(String source) {
      String text =
          source.lines().map(String::strip).filter(line -> !line.startsWith("//")).collect(Collectors.joining("\n"));
      try {
        byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8));
        return new PageScript(text, Base64.getEncoder().encodeToString(digest));
      } catch (NoSuchAlgorithmException e) {
        throw new IllegalStateException("every Java has SHA-256", e);
      }
    }

    @Override
    public void writeTo(TemplateOutput output) {
      output.writeContent("<script>" + text + "</script>");
    }
  }
}
