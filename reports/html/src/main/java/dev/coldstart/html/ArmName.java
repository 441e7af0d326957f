package dev.coldstart.html;

/**
 * An arm or a configuration as the page names it.
 *
 * @param variant profile and JDK, where the run has more than one of them; else empty
 */
record ArmName(RuntimeMarks.Mark mark, String label, String variant) {

  /** As one line of plain text. */
  String text() {
    return variant.isEmpty() ? label : label + " (" + variant + ")";
  }
}
