package dev.coldstart.report.text;

import dev.coldstart.record.Arm;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Gives every runtime one place in the order, and with it one colour and one glyph, on the whole page. */
public final class RuntimeMarks {

  private final Map<String, Mark> byRuntime = new LinkedHashMap<>();

  /** @param place from 0, in order of appearance */
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

  /** The baselines' runtimes first, for they are what all others are read against; then as the manifest has them. */
  RuntimeMarks(List<Arm> arms) {
    List<Arm> ordered = new ArrayList<>(arms.stream().filter(Arm::baseline).toList());
    ordered.addAll(arms);
    ordered.forEach(arm -> of(arm.runtime()));
  }

  Mark of(String runtime) {
    return byRuntime.computeIfAbsent(runtime, id -> new Mark(byRuntime.size()));
  }
}
