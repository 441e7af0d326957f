package dev.coldstart.report.page;

import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A page as a screen reader reads it: one line per heading, paragraph, list item or table row; without drawings. */
final class PageText {

  /** The rest of a tag: a quoted value may contain {@code >}. */
  private static final String TAG = "(?:\"[^\"]*+\"|[^\">]++)*+>";

  private static final Pattern INNERMOST_DRAWING = Pattern.compile("(?s)<svg\\b" + TAG + "(?:(?!<svg\\b).)*?</svg>");
  private static final Pattern HEADING = Pattern.compile("<h([1-6])\\b" + TAG);
  private static final String LINES = "p|dt|summary|figcaption|caption|pre|tr|section|details|figure|div|footer";

  private PageText() {}

  static String of(String html) {
    String text = html.substring(html.indexOf("<body>")).replaceAll("(?s)<(style|script)\\b.*?</\\1>", "");
    String before;
    do {
      before = text;
      text = INNERMOST_DRAWING.matcher(before).replaceAll("");
    } while (!text.equals(before));
    // Line breaks in the template are not line breaks on the page.
    text = text.replaceAll("\\s+", " ");
    text = HEADING.matcher(text).replaceAll(heading -> "\n\n" + "#".repeat(Integer.parseInt(heading.group(1))) + " ");
    text =
        text.replaceAll("<li\\b" + TAG, "\n- ").replaceAll("<dd\\b" + TAG, ": ").replaceAll("<t[hd]\\b" + TAG, " | ");
    text = text.replaceAll("<(" + LINES + ")\\b" + TAG, "\n").replace("<small", " <small").replaceAll("<" + TAG, "");
    return tidy(unescaped(text));
  }

  private static String unescaped(String text) {
    return text.replace("&nbsp;", " ")
        .replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&quot;", "\"")
        .replace("&#39;", "'")
        .replace("&#34;", "\"")
        .replace("&amp;", "&")
        .replace('\u00a0', ' ');
  }

  /** No double spaces, none at the ends; a blank line only before a heading. */
  private static String tidy(String text) {
    String lines = text.lines()
        .map(line -> line.replaceAll(" +", " ").replaceAll("^ \\| |( \\|)+ ?$", "").strip())
        .filter(line -> !line.isEmpty() && !line.equals("-"))
        .collect(Collectors.joining("\n"));
    return lines.replaceAll("(?m)^(#+ )", "\n$1").strip() + "\n";
  }
}
