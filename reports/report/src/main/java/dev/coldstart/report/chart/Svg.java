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
 * Writes SVG. Escapes text and attributes, and rejects coordinates that are not finite, because a browser would drop
 * the shape silently. Colours are left to the style sheet, which knows the theme.
 */
public final class Svg implements Content {

  /**
   * Width of a stretched drawing in its own units, because a path cannot use percent: fine enough for the widest page,
   * and short to write.
   */
  public static final int ACROSS = 1000;

  /** Font size that {@link #textPx} assumes. */
  public static final int FONT_PX = 11;

  private static final double NARROW_PX = 4.2;
  private static final double USUAL_PX = 7;
  private static final double WIDE_PX = 10;
  private static final double FULL_WIDTH_PX = 11.5;

  private final StringBuilder text = new StringBuilder();
  private final Deque<String> open = new ArrayDeque<>();

  /**
   * A drawing in a page, with the attributes of its outermost element. Only the style sheet shows it and gives it
   * colours. If a server blocks the page's style, as Jenkins does, its shapes would be black squares.
   */
  public static Svg inPage(Object... attributes) {
    List<Object> all = new ArrayList<>(Arrays.asList(attributes));
    all.addAll(List.of("display", "none"));
    return new Svg().open("svg", all.toArray());
  }

  /** A drawing of the full width. It is hidden from screen readers, because the text around it says the same. */
  public static Svg drawing(String cssClass, int heightPx) {
    return inPage("class", cssClass, "height", heightPx, "aria-hidden", true);
  }

  /**
   * The same without text, which would be distorted, so there is nothing to hide from screen readers. Its horizontal
   * units are those of {@link #across}, because paths cannot use percent.
   */
  public static Svg stretched(String cssClass, int heightPx) {
    return inPage("class", cssClass, "height", heightPx, "viewBox", "0 0 " + ACROSS + " " + heightPx,
        "preserveAspectRatio", "none");
  }

  /** Converts a percentage to the units of a stretched drawing, rounded. */
  public static long across(double percent) {
    if (!Double.isFinite(percent)) {
      throw new IllegalArgumentException("coordinate=" + percent + " is not finite");
    }
    return Math.round(percent * ACROSS / 100);
  }

  /** @param attributes names and values in turn; a null value omits the attribute */
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

  /** An element that contains only text. */
  public Svg text(String element, String content, Object... attributes) {
    start(element, attributes).append('>').append(escape(content)).append("</").append(element).append('>');
    return this;
  }

  /** A fraction of the drawing's width: such shapes stretch with the page, while letters keep their size. */
  public static String percent(double percent) {
    return number(percent) + "%";
  }

  public static String number(double value) {
    if (!Double.isFinite(value)) {
      throw new IllegalArgumentException("coordinate=" + value + " is not finite");
    }
    return Format.upTo(2, value);
  }

  /** Approximate width of a text in Verdana: a picture without fonts cannot measure it. */
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
    // From this code point on mostly ideographs, syllables and emoji.
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
