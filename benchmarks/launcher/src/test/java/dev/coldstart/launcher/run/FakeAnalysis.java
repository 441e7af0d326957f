package dev.coldstart.launcher.run;

import dev.coldstart.launcher.loop.BlockLoop.Precision;
import dev.coldstart.record.Arm;
import dev.coldstart.record.RunFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** Writes a dummy page, and never stops a run. */
class FakeAnalysis implements Analysis {

  @Override
  public void report(Path run, Consumer<String> say) throws IOException {
    say.accept("report: " + Files.writeString(new RunFolder(run).reportHtml(), "a page"));
  }

  @Override
  public boolean isReported(Path run) {
    return Files.exists(new RunFolder(run).reportHtml());
  }

  @Override
  public AnswerSoFar answerSoFar(Supplier<List<Arm>> arms) {
    return counted -> List.of();
  }

  @Override
  public Precision precision(double target, Supplier<List<Arm>> arms) {
    return Precision.NEVER;
  }
}
