package dev.coldstart.launcher.run;

import dev.coldstart.launcher.loop.BlockLoop.Precision;
import dev.coldstart.record.Arm;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** Analyses raw data. The launcher itself contains neither statistics nor pages; the command provides them. */
public interface Analysis {

  /**
   * Makes the reports of a run that has ended, marks it as the latest run and adds it to the list of all runs.
   *
   * @param say receives the results and the page's location
   */
  void report(Path run, Consumer<String> say) throws IOException;

  /** Whether all of this was done, and every file exists and is complete. */
  boolean isReported(Path run);

  /**
   * A rule for whether a run's ratios are known well enough to stop.
   *
   * @param target the largest distance between a ratio and an end of its interval, as a fraction of the ratio
   * @param arms the arms that ran; requested once the first block has shown which
   */
  Precision precision(double target, Supplier<List<Arm>> arms);
}
