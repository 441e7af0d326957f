package dev.coldstart.report;

/** As much of a text from outside as the page has room for: a child can say anything, at any length. */
final class Excerpt {

  private static final int MOST = 240;

  private Excerpt() {}

  /** The text, or its beginning and a sign that there was more; "n/a" of nothing. */
  static String of(String text) {
    if (text == null || text.isBlank()) {
      return Numbers.MISSING;
    }
    return cut(text, MOST);
  }

  /** The same for a place that has but one line: what no printer would show becomes a sign that something was there. */
  static String line(String text, int most) {
    return text == null || text.isBlank()
        ? Numbers.MISSING
        : cut(text.strip().replaceAll("[ \\t\\r\\n]+", " ").replaceAll("\\p{C}", "\uFFFD"), most);
  }

  /** As {@link #line(String, int)}, of the usual length. */
  static String line(String text) {
    return line(text, MOST);
  }

  private static String cut(String text, int most) {
    if (text.length() <= most) {
      return text;
    }
    // Half of a pair of surrogates is no character.
    int end = Character.isHighSurrogate(text.charAt(most - 1)) ? most - 1 : most;
    return text.substring(0, end) + "…";
  }
}
