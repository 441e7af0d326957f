package dev.coldstart.html;

/** As much of a text from outside as the page has room for: a child can say anything, at any length. */
final class Excerpt {

  private static final int MOST = 240;

  private Excerpt() {}

  /** The text, or its beginning and a sign that there was more; "n/a" of nothing. */
  static String of(String text) {
    if (text == null || text.isBlank()) {
      return Numbers.MISSING;
    }
    if (text.length() <= MOST) {
      return text;
    }
    // Half of a pair of surrogates is no character.
    int end = Character.isHighSurrogate(text.charAt(MOST - 1)) ? MOST - 1 : MOST;
    return text.substring(0, end) + "…";
  }
}
