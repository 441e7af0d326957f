package dev.coldstart.stats.run;

import dev.coldstart.record.RunFolder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;

/** Writes the summary for other programs, beside the raw data from which it can be made again. */
public final class SummaryWriter {

  private SummaryWriter() {}

  /** Writes {@code summary.json} and {@code summary.csv} in place of older ones. */
  public static void write(RunFolder folder, Summary summary) {
    try {
      Files.writeString(folder.summaryJson(), SummaryJson.of(folder.id(), summary));
      Files.writeString(folder.summaryCsv(), SummaryCsv.of(summary));
    } catch (IOException e) {
      throw new UncheckedIOException("the summary cannot be written to " + folder.path() + " (" + e + ")", e);
    }
  }
}
