package dev.coldstart.report.text;

/**
 * An arm or a configuration as named on the page.
 *
 * @param variant profile and JDK, if the run has more than one of them; otherwise empty
 * @param dash index of its curves' dashes, from 0; different for each arm of a runtime
 */
public record ArmName(Mark mark, String label, String variant, int dash) {

  /**
   * A runtime's index, which gives it one colour and one glyph on the whole page.
   *
   * @param place from 0, in order of appearance
   */
  public record Mark(int place) {

    // Coprime, so that a pair of colour and glyph repeats only after 56 runtimes.
    public static final int COLOURS = 8;

    public static final int GLYPHS = 7;

    /** After this many runtimes the looks repeat. */
    public static final int LOOKS = COLOURS * GLYPHS;

    /** The style sheet's class for the colour. */
    public String colour() {
      return "rt-" + place % COLOURS;
    }

    public String glyph() {
      return "glyph-" + place % GLYPHS;
    }

    /** The style sheet's class for a name. It combines colour and glyph, because a page has thousands of names. */
    public String look() {
      return "m" + place % LOOKS;
    }
  }

  /** As one line of plain text, for a cell or a label of its own. */
  public String text() {
    return variant.isEmpty() ? label : label + " (" + variant + ")";
  }

  /** Inside a sentence or a list, where a comma would seem to end the name: {@code Endive (interpreter, lambda)}. */
  public String inSentence() {
    int comma = label.indexOf(", ");
    String details = VerdictWords.joined(", ", comma < 0 ? "" : label.substring(comma + 2), variant);
    return details.isEmpty() ? label : (comma < 0 ? label : label.substring(0, comma)) + " (" + details + ")";
  }
}
