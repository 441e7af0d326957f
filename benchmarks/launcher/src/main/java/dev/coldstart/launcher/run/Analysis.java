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
   * Makes the reports of a run that has ended: it is the latest then, and in the list of all.
   *
   * @param say is told what was found and where the page lies
   */
  void report(Path run, Consumer<String> say) throws IOException;

  /** Whether all that was done, and every file is there and whole. */
  boolean isReported(Path run);

  /**
   * Whether a run's ratios are known well enough to stop.
   *
   * @param target how far an interval may reach to either side, as a part of its ratio
   * @param arms those that ran; asked for when the first block has shown which
   */
  Precision precision(double target, Supplier<List<Arm>> arms);
}
