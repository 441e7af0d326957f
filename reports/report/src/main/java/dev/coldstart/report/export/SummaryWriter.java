package dev.coldstart.report.export;

import dev.coldstart.record.RunFolder;
import dev.coldstart.stats.run.Summary;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;

/** Writes the summary for other programs, beside the raw data from which it can be made again. */
public final class SummaryWriter {

  private SummaryWriter() {}

  /** Writes {@code summary.json} and {@code summary.csv} in place of older ones. */
  public static void write(RunFolder folder, Summary summary) {
    try {
      SummaryFile file = SummaryFile.of(folder.id(), summary);
      Files.writeString(folder.summaryJson(), file.json());
      Files.writeString(folder.summaryCsv(), SummaryCsv.of(file));
    } catch (IOException e) {
      throw new UncheckedIOException("the summary cannot be written to " + folder.path() + " (" + e + ")", e);
    }
  }
}
