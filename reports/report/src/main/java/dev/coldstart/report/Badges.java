package dev.coldstart.report;

import dev.coldstart.record.FileNames;
import dev.coldstart.record.Manifest.FixtureFacts;
import dev.coldstart.record.RunData;
import dev.coldstart.stats.run.Summary;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Writes one badge a fixture, {@code badges/<fixture>.svg}. */
public final class Badges {

  private Badges() {}

  /**
   * Writes them in place of older ones.
   *
   * @throws UncheckedIOException when one cannot be written
   */
  public static void write(RunData run, Summary summary) {
    RunView view = new RunView(run, summary);
    Path folder = run.folder().badges();
    FileNames names = new FileNames();
    try {
      Files.createDirectories(folder);
      for (FixtureFacts fixture : view.fixtures()) {
        Files.writeString(folder.resolve(names.of(fixture.id()) + ".svg"), Badge.of(view, fixture).drawn() + "\n");
      }
    } catch (IOException e) {
      throw new UncheckedIOException("the badges cannot be written to " + folder, e);
    }
  }
}
