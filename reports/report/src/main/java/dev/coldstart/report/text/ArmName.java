package dev.coldstart.report.text;

/**
 * An arm or a configuration as the page names it.
 *
 * @param variant profile and JDK, where the run has more than one of them; else empty
 * @param dash which dashes its curves have; any number from 0, another one for each of a runtime
 */
public record ArmName(RuntimeMarks.Mark mark, String label, String variant, int dash) {

  /** As one line of plain text. */
  public String text() {
    return variant.isEmpty() ? label : label + " (" + variant + ")";
  }
}
