package dev.coldstart.report;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The page's colours for a picture that stands alone: its style sheet is where they are chosen. */
final class Palette {

  private static final String DARK = "@media (prefers-color-scheme: dark)";
  private static final List<String> GROUNDS = List.of("ground", "line", "grid", "ink", "quiet", "bad");

  private Palette() {}

  /** Rules that give an element of class {@code rt-0}, {@code ink} and so on its colour, in the viewer's theme. */
  static String rules() {
    String css = HtmlReport.stylesheet();
    int dark = css.indexOf(DARK);
    return rules(css.substring(0, dark)) + DARK + "{" + rules(css.substring(dark, css.indexOf("\n}\n", dark))) + "}";
  }

  private static String rules(String css) {
    StringBuilder rules = new StringBuilder();
    for (int place = 0; place < RuntimeMarks.Mark.COLOURS; place++) {
      String colour = new RuntimeMarks.Mark(place).colour();
      rules.append(rule(css, colour));
    }
    GROUNDS.forEach(name -> rules.append(rule(css, name)));
    return rules.toString();
  }

  private static String rule(String css, String name) {
    Matcher value = Pattern.compile("--" + name + ": (#[0-9a-f]{3,6});").matcher(css);
    if (!value.find()) {
      throw new IllegalStateException("colour=" + name + " is not in the style sheet");
    }
    return "." + name + "{color:" + value.group(1) + "}";
  }
}
