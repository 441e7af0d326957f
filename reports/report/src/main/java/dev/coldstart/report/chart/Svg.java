package dev.coldstart.report.chart;

import dev.coldstart.record.text.Format;
import gg.jte.Content;
import gg.jte.TemplateOutput;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;

/**
 * Writes SVG. Text and attributes are escaped, and a coordinate that is not finite is refused, for a browser would drop
 * the shape without a word. Colours are left to the style sheet, which knows the theme.
 */
public final class Svg implements Content {

  /**
   * A stretched drawing's own units from edge to edge, since a path cannot be given in percent: fine enough for the
   * widest place, and short to write.
   */
  public static final int ACROSS = 1000;

  /** Of the letters that {@link #textPx} measures. */
  public static final int FONT_PX = 11;

  private static final double NARROW_PX = 4.2;
  private static final double USUAL_PX = 7;
  private static final double WIDE_PX = 10;
  private static final double FULL_WIDTH_PX = 11.5;

  private final StringBuilder text = new StringBuilder();
  private final Deque<String> open = new ArrayDeque<>();

  /**
   * A drawing in a page, with the attributes of its outermost element. The style sheet has its colours, and alone shows
   * it: where a server does not allow the page its style, as Jenkins does not, shapes would be black squares.
   */
  public static Svg inPage(Object... attributes) {
    List<Object> all = new ArrayList<>(Arrays.asList(attributes));
    all.addAll(List.of("display", "none"));
    return new Svg().open("svg", all.toArray());
  }

  /** A drawing as wide as its place in the page, whose text around it says the same: hidden from screen readers. */
  public static Svg drawing(String cssClass, int heightPx) {
    return inPage("class", cssClass, "height", heightPx, "aria-hidden", true);
  }

  /**
   * The same without letters, which would stretch, so that there is nothing to hide: its units across are
   * {@link #across}, for paths know no percent.
   */
  public static Svg stretched(String cssClass, int heightPx) {
    return inPage("class", cssClass, "height", heightPx, "viewBox", "0 0 " + ACROSS + " " + heightPx,
        "preserveAspectRatio", "none");
  }

  /** A percentage in the units of a stretched drawing, to the nearest. */
  public static long across(double percent) {
    if (!Double.isFinite(percent)) {
      throw new IllegalArgumentException("coordinate=" + percent + " is not finite");
    }
    return Math.round(percent * ACROSS / 100);
  }

  /** @param attributes names and values in turn; a value of null leaves the attribute out */
  public Svg open(String element, Object... attributes) {
    start(element, attributes).append('>');
    open.push(element);
    return this;
  }

  public Svg close() {
    text.append("</").append(open.pop()).append('>');
    return this;
  }

  public Svg leaf(String element, Object... attributes) {
    start(element, attributes).append("/>");
    return this;
  }

  /** An element that holds text alone. */
  public Svg text(String element, String content, Object... attributes) {
    start(element, attributes).append('>').append(escape(content)).append("</").append(element).append('>');
    return this;
  }

  /** A share of the drawing's width: shapes placed so stretch with the page, while letters keep their size. */
  public static String percent(double percent) {
    return number(percent) + "%";
  }

  public static String number(double value) {
    if (!Double.isFinite(value)) {
      throw new IllegalArgumentException("coordinate=" + value + " is not finite");
    }
    return Format.upTo(2, value);
  }

  /** How wide a text is in Verdana, about: a picture that holds no font cannot know. */
  public static double textPx(String text) {
    return Math.ceil(text.codePoints().mapToDouble(Svg::px).sum());
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

  private StringBuilder start(String element, Object... attributes) {
    text.append('<').append(element);
    for (int i = 0; i < attributes.length; i += 2) {
      if (attributes[i + 1] != null) {
        text.append(' ').append(attributes[i]).append("=\"").append(escape(value(attributes[i + 1]))).append('"');
      }
    }
    return text;
  }

  private static String value(Object value) {
    return value instanceof Double d ? number(d) : value.toString();
  }

  private static String escape(String raw) {
    return raw.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;")
        .replace("'", "&#39;");
  }

  @Override
  public void writeTo(TemplateOutput output) {
    if (!open.isEmpty()) {
      throw new IllegalStateException("open=" + open);
    }
    output.writeContent(text.toString());
  }

  @Override
  public String toString() {
    return text.toString();
  }
}
