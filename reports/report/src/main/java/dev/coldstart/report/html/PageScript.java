package dev.coldstart.report.html;

import static java.nio.charset.StandardCharsets.UTF_8;

import gg.jte.Content;
import gg.jte.TemplateOutput;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.stream.Collectors;

/**
 * The one script that a page may run: it sorts, filters and explains what stands there without it.
 *
 * @param text goes into the page as it is
 * @param sha256 by which the page's policy allows this script and no other, in Base64
 */
public record PageScript(String text, String sha256) implements Content {

  private static final PageScript ONLY = of(Html.resource("report.js"));

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
