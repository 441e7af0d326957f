package dev.coldstart.command;

import dev.coldstart.launcher.UserError;
import dev.coldstart.launcher.catalog.Checkout;
import dev.coldstart.report.history.IndexPage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(name = "index",
    description = "Makes the list of all runs in a folder again, from their manifests and summaries alone.",
    mixinStandardHelpOptions = true)
final class IndexCommand implements Callable<Integer> {

  @Parameters(paramLabel = "<folder>", arity = "0..1", description = "a folder with one folder a run (reports/out)")
  private Path folder;

  @Override
  public Integer call() {
    Path out = folder == null ? Checkout.find().out() : folder;
    if (!Files.isDirectory(out)) {
      throw new UserError("no folder of runs at " + out + "; coldstart run makes one, reports/out");
    }
    System.out.println("index: " + IndexPage.write(out.toAbsolutePath()));
    return 0;
  }
}
