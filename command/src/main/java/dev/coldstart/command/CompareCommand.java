package dev.coldstart.command;

import dev.coldstart.command.report.ConsoleText;
import dev.coldstart.command.report.Reports;
import dev.coldstart.record.RunFolder;
import dev.coldstart.record.io.RunReader;
import dev.coldstart.report.history.ComparePage;
import dev.coldstart.report.html.Html;
import dev.coldstart.stats.run.RunsCompared;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(name = "compare", description = "Shows how the ratios of two runs differ. It never compares milliseconds.",
    mixinStandardHelpOptions = true, exitCodeListHeading = ExitCodes.HEADING, exitCodeList = {ExitCodes.DONE,
        ExitCodes.OF_FAILED + ":nothing was compared", ExitCodes.USER_ERROR, ExitCodes.DEFECT})
final class CompareCommand implements Callable<Integer> {

  private static final String PAGE = "compare.html";

  @Parameters(index = "0", paramLabel = "<first>", description = "the folder of the earlier run")
  private Path first;

  @Parameters(index = "1", paramLabel = "<second>", description = "the folder of the later run")
  private Path second;

  @Option(names = "--margin", converter = Converters.PercentConverter.class, defaultValue = "2%",
      description = "a smaller difference counts as none [${DEFAULT-VALUE}]")
  private Double margin;

  @Option(names = "--out", description = "where compare.html is written [the folder of the second run]")
  private Path out;

  @Override
  public Integer call() throws Exception {
    RunsCompared runs = RunsCompared.of(RunReader.read(first), RunReader.read(second), margin);
    Path page = folder(runs.second().folder()).resolve(PAGE);
    Html.write(page, ComparePage.render(runs));
    ConsoleText.lines(runs).forEach(System.out::println);
    System.out.println("page: " + page);
    return runs.isEmpty() ? ExitCodes.OF_FAILED : 0;
  }

  private Path folder(RunFolder own) {
    if (out == null) {
      Reports.assertMayWrite(own.path(), own.isKept(), own.path());
      return own.path();
    }
    return Reports.folder(out);
  }
}
