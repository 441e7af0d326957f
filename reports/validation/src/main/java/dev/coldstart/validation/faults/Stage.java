package dev.coldstart.validation.faults;

import dev.coldstart.record.RunFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** The stage of a run, as its folder shows it. */
enum Stage {
  PREPARING,
  LAUNCHING,
  JMH,
  REPORTING;

  String words() {
    return this == JMH ? "JMH" : name().toLowerCase(Locale.ROOT);
  }

  /** @param run its folder; empty if there is none yet */
  boolean hasBegun(Optional<Path> run) {
    return switch (this) {
      case PREPARING -> true;
      case LAUNCHING -> run.filter(folder -> new RunFolder(folder).launches().toFile().length() > 0).isPresent();
      case JMH -> run.filter(folder -> says(folder, "\"stoppedBy\"")).isPresent();
      case REPORTING -> run.filter(folder -> says(folder, "\"endedAt\"") || hasReports(new RunFolder(folder)))
          .isPresent();
    };
  }

  private static boolean says(Path run, String field) {
    try {
      return Files.readString(new RunFolder(run).manifest()).contains(field);
    } catch (IOException gone) {
      return false;
    }
  }

  private static boolean hasReports(RunFolder run) {
    return Stream.of(run.histograms(), run.summaryJson(), run.reportHtml()).anyMatch(Files::exists);
  }
}
