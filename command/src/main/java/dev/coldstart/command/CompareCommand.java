package dev.coldstart.command;

import dev.coldstart.command.report.ConsoleText;
import dev.coldstart.launcher.UserError;
import dev.coldstart.record.io.RunReader;
import dev.coldstart.report.history.ComparePage;
import dev.coldstart.stats.run.RunsCompared;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(name = "compare",
    description = "Says how the ratios of two runs differ, from their raw data alone. Milliseconds are not compared.",
    mixinStandardHelpOptions = true)
final class CompareCommand implements Callable<Integer> {

  private static final String PAGE = "compare.html";

  @Parameters(index = "0", paramLabel = "<first>", description = "a run's folder, the one before")
  private Path first;

  @Parameters(index = "1", paramLabel = "<second>", description = "a run's folder, the one after")
  private Path second;

  @Option(names = "--margin", converter = Converters.PercentConverter.class, defaultValue = "2%",
      description = "less than this is no difference that matters (${DEFAULT-VALUE})")
  private Double margin;

  @Option(names = "--out", description = "the folder that compare.html goes into (that of the second run)")
  private Path out;

  @Override
  public Integer call() throws Exception {
    RunsCompared runs = RunsCompared.of(RunReader.read(first), RunReader.read(second), margin);
    Path page = folder().resolve(PAGE);
    ComparePage.write(runs, page);
    ConsoleText.lines(runs).forEach(System.out::println);
    System.out.println("page: " + page);
    return 0;
  }

  private Path folder() throws IOException {
    if (out == null) {
      return second.toRealPath();
    }
    try {
      return Files.createDirectories(out.toAbsolutePath());
    } catch (IOException e) {
      throw new UserError("--out " + out + " is no folder and none can be made there: " + e + "; choose another", e);
    }
  }
}
