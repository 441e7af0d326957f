package dev.coldstart.launcher.run;

import dev.coldstart.launcher.loop.BlockLoop.Precision;
import dev.coldstart.record.Arm;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** What is made of raw data. The launcher itself knows neither statistics nor pages; the command brings them. */
public interface Analysis {

  /**
   * Makes the reports of a run.
   *
   * @param say is told what was found and where the page lies
   */
  void report(Path run, Consumer<String> say) throws IOException;

  /** The same for a run that has just ended: it is the latest, and in the list of all. */
  default void reportLatest(Path run, Consumer<String> say) throws IOException {
    report(run, say);
  }

  /**
   * Whether a run's ratios are known well enough to stop.
   *
   * @param target how far an interval may reach to either side, as a part of its ratio
   * @param arms those that ran; asked for when the first block has shown which
   */
  Precision precision(double target, Supplier<List<Arm>> arms);
}
