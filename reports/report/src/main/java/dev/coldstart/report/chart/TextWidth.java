package dev.coldstart.report.chart;

/** How wide a text is in Verdana, about: a picture that holds no font cannot know. */
public final class TextWidth {

  public static final int FONT_PX = 11;

  private static final double NARROW_PX = 4.2;
  private static final double USUAL_PX = 7;
  private static final double WIDE_PX = 10;
  private static final double FULL_WIDTH_PX = 11.5;

  private TextWidth() {}

  public static double px(String text) {
    return Math.ceil(text.codePoints().mapToDouble(TextWidth::px).sum());
  }

  private static double px(int character) {
    if (" .,:;'|!ijlI()[]\u00a0".indexOf(character) >= 0) {
      return NARROW_PX;
    }
    if ("mwMW@%".indexOf(character) >= 0) {
      return WIDE_PX;
    }
    // From here on mostly ideographs, syllables and pictures.
    return character >= 0x1100 ? FULL_WIDTH_PX : USUAL_PX;
  }
}
