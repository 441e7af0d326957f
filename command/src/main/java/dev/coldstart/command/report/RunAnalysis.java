package dev.coldstart.command.report;

import dev.coldstart.launcher.loop.BlockLoop.Precision;
import dev.coldstart.launcher.run.Analysis;
import dev.coldstart.record.Arm;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** The statistics and the reports of this project, for the launcher. */
public final class RunAnalysis implements Analysis {

  @Override
  public void report(Path run, Consumer<String> say) {
    Reports.write(run, say);
  }

  @Override
  public void reportLatest(Path run, Consumer<String> say) throws IOException {
    Reports.writeLatest(run, say);
  }

  @Override
  public Precision precision(double target, long seed, Supplier<List<Arm>> arms) {
    return new RatioPrecision(target, seed, arms);
  }
}
