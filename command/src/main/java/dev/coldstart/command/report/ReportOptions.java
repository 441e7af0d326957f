package dev.coldstart.command.report;

import dev.coldstart.stats.run.Summarizer;

/**
 * How a run is to be looked at.
 *
 * @param baseline the configuration that others are compared with; null for the one that the run names
 * @param margin of the verdicts, as a part of 1
 */
public record ReportOptions(String baseline, double margin) {

  public static final ReportOptions STANDARD = new ReportOptions(null, Summarizer.MARGIN);
}
