package dev.coldstart.report.text;

/**
 * An arm or a configuration as the page names it.
 *
 * @param variant profile and JDK, where the run has more than one of them; else empty
 * @param dash which dashes its curves have; any number from 0, another one for each of a runtime
 */
public record ArmName(Mark mark, String label, String variant, int dash) {

  /**
   * A runtime's place in the order, and with it one colour and one glyph, on the whole page.
   *
   * @param place from 0, in order of appearance
   */
  public record Mark(int place) {

    // Coprime, so that a pair of colour and glyph comes again only after 56 runtimes.
    public static final int COLOURS = 8;

    public static final int GLYPHS = 7;

    /** After so many runtimes a look comes again. */
    public static final int LOOKS = COLOURS * GLYPHS;

    /** The style sheet's class for the colour. */
    public String colour() {
      return "rt-" + place % COLOURS;
    }

    public String glyph() {
      return "glyph-" + place % GLYPHS;
    }

    /** The style sheet's class for a name: colour and glyph in one, for a page has thousands of names. */
    public String look() {
      return "m" + place % LOOKS;
    }
  }

  /** As one line of plain text. */
  public String text() {
    return variant.isEmpty() ? label : label + " (" + variant + ")";
  }
}
