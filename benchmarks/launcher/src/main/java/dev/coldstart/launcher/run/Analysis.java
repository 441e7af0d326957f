package dev.coldstart.launcher.run;

import dev.coldstart.launcher.loop.BlockLoop.Precision;
import dev.coldstart.record.Arm;
import dev.coldstart.record.Launch;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Collection;
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

  /**
   * The answer so far of a run that still measures, for the console.
   *
   * @param arms those that ran; asked for when the first block has shown which
   */
  AnswerSoFar answerSoFar(Supplier<List<Arm>> arms);

  /** Turns the launches so far into lines for the console. */
  @FunctionalInterface
  interface AnswerSoFar {

    /**
     * @param counted the valid launches of counted blocks, one list for each fixture
     * @return without line breaks; empty if nothing can be said yet
     */
    List<String> lines(Collection<List<Launch>> counted);
  }
}
