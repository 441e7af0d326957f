package dev.coldstart.command;

import dev.coldstart.command.report.Reports;
import dev.coldstart.launcher.catalog.Checkout;
import dev.coldstart.report.history.IndexPage;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(name = "index", description = "Rebuilds the list of all runs in a folder.", mixinStandardHelpOptions = true)
final class IndexCommand implements Callable<Integer> {

  @Parameters(paramLabel = "<folder>", arity = "0..1",
      description = "the folder that holds the folders of the runs [reports/out]")
  private Path folder;

  @Override
  public Integer call() {
    Path out = Reports.runs(folder == null ? Checkout.find().out() : folder);
    System.out.println("index: " + IndexPage.write(out));
    return 0;
  }
}
