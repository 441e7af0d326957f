package dev.coldstart.command.report;

import dev.coldstart.report.text.Sentences;
import dev.coldstart.stats.run.ControlResult;
import dev.coldstart.stats.run.Doubt;
import dev.coldstart.stats.run.RunStatus;
import dev.coldstart.stats.run.Summary;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** How far a run is to be believed, for the console. */
final class StatusText {

  private StatusText() {}

  static List<String> lines(Summary summary) {
    List<String> lines = new ArrayList<>();
    summary.controls().forEach(control -> lines.add(name(control) + ": " + Sentences.of(control)));
    if (summary.status() == RunStatus.DO_NOT_TRUST) {
      lines.add("*** " + summary.status().word().toUpperCase(Locale.ROOT) + " THIS RUN ***");
    } else {
      lines.add("status: " + summary.status().word());
    }
    // A control that failed is a reason, and stands above.
    summary.statusReasons()
        .stream()
        .filter(reason -> !(reason instanceof Doubt.ControlFailed))
        .forEach(reason -> lines.add("  " + Sentences.of(reason)));
    return lines;
  }

  private static String name(ControlResult control) {
    return control.failed() ? "CONTROL FAILED" : "control";
  }
}
