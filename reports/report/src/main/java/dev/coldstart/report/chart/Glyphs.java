package dev.coldstart.report.chart;

import dev.coldstart.report.text.ArmName.Mark;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Shapes that distinguish runtimes if colour does not: in print, in greyscale, for colour-blind readers. Each is
 * defined once for drawings and once for names, where the style sheet adds it: a page has thousands of names.
 */
public final class Glyphs {

  /** Outlines in a box from 0 to 12, in px before a name; all of about the same area. */
  public static final List<String> SHAPES = List.of("M1 6a5 5 0 1 0 10 0a5 5 0 1 0 -10 0z", "M1.6 1.6h8.8v8.8h-8.8z",
      "M6 .4L11.6 10.4H.4z", "M6 0L12 6L6 12L0 6z", "M4 0h4v4h4v4h-4v4h-4v-4h-4v-4h4z", "M6 11.6L11.6 1.6H.4z",
      "M3 .8h6l3 5.2l-3 5.2h-6l-3 -5.2z");

  private Glyphs() {}

  /** Defines every shape once; the rest of the page refers to it by {@code #glyph-<number>}. */
  public static Svg definitions() {
    Svg svg = Svg.inPage("class", "definitions", "width", 0, "height", 0, "aria-hidden", true);
    for (int i = 0; i < Mark.GLYPHS; i++) {
      svg.open("symbol", "id", "glyph-" + i, "viewBox", "0 0 12 12").leaf("path", "d", SHAPES.get(i)).close();
    }
    return svg.text("style", beforeNames()).close();
  }

  private static String beforeNames() {
    return IntStream.range(0, Mark.GLYPHS)
        .mapToObj(shape -> names(shape, Mark.GLYPHS) + "{clip-path:path(\"" + SHAPES.get(shape) + "\")}")
        .collect(Collectors.joining())
        + IntStream.range(0, Mark.COLOURS)
            .mapToObj(colour -> names(colour, Mark.COLOURS) + "{background:var(--rt-" + colour + ")}")
            .collect(Collectors.joining());
  }

  /** The CSS selector for the names of every n-th look. */
  private static String names(int first, int every) {
    return IntStream.range(0, Mark.LOOKS)
        .filter(look -> look % every == first)
        .mapToObj(look -> ".m" + look + "::before")
        .collect(Collectors.joining(","));
  }
}
