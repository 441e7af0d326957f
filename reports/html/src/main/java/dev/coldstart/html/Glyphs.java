package dev.coldstart.html;

import java.util.List;

/** The shapes that tell runtimes apart where colour does not: in print, in grey, to a colour-blind eye. */
final class Glyphs {

  /** Outlines in a box from -6 to 6, of about the same area. */
  static final List<String> SHAPES =
      List.of(
          "M-5 0a5 5 0 1 0 10 0a5 5 0 1 0 -10 0z",
          "M-4.4 -4.4h8.8v8.8h-8.8z",
          "M0 -5.6L5.6 4.4H-5.6z",
          "M0 -6L6 0L0 6L-6 0z",
          "M-2 -6h4v4h4v4h-4v4h-4v-4h-4v-4h4z",
          "M0 5.6L5.6 -4.4H-5.6z",
          "M-3 -5.2h6l3 5.2l-3 5.2h-6l-3 -5.2z");

  private Glyphs() {}

  /** Defines every shape once; the rest of the page refers to them by {@code #glyph-<number>}. */
  static Svg definitions() {
    Svg svg = new Svg().open("svg", "class", "definitions", "width", 0, "height", 0, "aria-hidden", true);
    for (int i = 0; i < SHAPES.size(); i++) {
      svg.open("symbol", "id", "glyph-" + i, "viewBox", "-6 -6 12 12").leaf("path", "d", SHAPES.get(i)).close();
    }
    return svg.close();
  }
}
