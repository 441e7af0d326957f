package dev.coldstart.report.export;

import static dev.coldstart.report.export.SummarySections.each;
import static dev.coldstart.report.export.SummarySections.row;

import dev.coldstart.report.text.Sentences;
import dev.coldstart.stats.run.Summary;
import java.util.Map;

/** {@code summary.json}, as SCHEMA.md of the run folder describes it, and what a page carries of it. */
public final class SummaryJson {

  private static final int SCHEMA = 1;

  private SummaryJson() {}

  static String of(String runId, Summary summary) {
    Map<String, Object> file = row("schema", SCHEMA, "run", runId, "margin", summary.margin(), "noise", summary.noise(),
        "status", summary.status(), "statusReasons", Sentences.statusReasons(summary), "warnings",
        Sentences.warnings(summary), "arms", each(summary.arms(), ArmFields::of));
    file.putAll(SummarySections.of(summary));
    return SummaryMapper.JSON.writerWithDefaultPrettyPrinter().writeValueAsString(file) + "\n";
  }

  /**
   * The answers in little room: one list an arm, and the names of its values once.
   *
   * @return JSON, in which texts stand as they are: whoever puts it into another format escapes it
   */
  public static String answers(String runId, Summary summary) {
    return SummaryMapper.JSON.writeValueAsString(
        row("schema", SCHEMA, "run", runId, "margin", summary.margin(), "status", summary.status(), "columns",
            ArmFields.ANSWER, "arms", each(summary.arms(), arm -> each(ArmFields.ANSWER, ArmFields.of(arm)::get))));
  }
}
