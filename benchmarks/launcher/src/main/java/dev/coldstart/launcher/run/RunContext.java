package dev.coldstart.launcher.run;

import dev.coldstart.launcher.prepare.Artifacts;
import java.nio.file.Path;

/**
 * Everything that the parts of one run share while it is on.
 *
 * @param workFolder for what goes with the run
 */
record RunContext(RunStart start, RunRecord record, Artifacts artifacts, Path workFolder, Interruption interruption,
    Progress progress, Tools tools) {

  boolean isInterrupted() {
    return interruption.isRequested();
  }
}
