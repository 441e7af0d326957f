package dev.coldstart.launcher.run;

import dev.coldstart.stats.ControlResult;
import dev.coldstart.stats.RunStatus;
import dev.coldstart.stats.Summary;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** How far a run is to be believed, for the console. */
final class StatusText {

  private StatusText() {}

  static List<String> lines(Summary summary) {
    List<String> lines = new ArrayList<>();
    summary.controls().forEach(control -> lines.add("control " + outcome(control) + ": " + control.text()));
    if (summary.status() == RunStatus.DO_NOT_TRUST) {
      lines.add("*** " + summary.status().word().toUpperCase(Locale.ROOT) + " THIS RUN ***");
    } else {
      lines.add("status: " + summary.status().word());
    }
    summary.statusReasons().forEach(reason -> lines.add("  " + reason));
    return lines;
  }

  private static String outcome(ControlResult control) {
    if (control.held() == null) {
      return "not judged";
    }
    return control.held() ? "held" : "FAILED";
  }
}
