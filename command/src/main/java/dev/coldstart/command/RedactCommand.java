package dev.coldstart.command;

import dev.coldstart.command.report.Reports;
import dev.coldstart.launcher.UserError;
import dev.coldstart.launcher.catalog.Checkout;
import dev.coldstart.record.text.Layout;
import dev.coldstart.stats.run.Summary;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(name = "redact",
    description = "Copies a run without paths, user and host names, for sharing, and builds its report there.",
    mixinStandardHelpOptions = true, footerHeading = "%nExample:%n",
    footer = "  scripts/coldstart redact reports/out/latest --out /tmp/to-share")
final class RedactCommand implements Callable<Integer> {

  @Parameters(paramLabel = "<run>", description = "the folder of the run")
  private Path run;

  @Option(names = "--out", required = true, paramLabel = "<folder>",
      description = "the folder in which the copy's own folder is made")
  private Path out;

  @Override
  public Integer call() {
    Path copy = Redaction.ofThisMachine(Checkout.find()).copy(real(run), Reports.folder(out));
    Reports.write(copy, null, Summary.MARGIN, copy.getParent(), System.out::println);
    System.out.println("redacted: " + copy + "; look through it before you share it");
    return 0;
  }

  /** @param run may be a link, such as latest */
  private static Path real(Path run) {
    try {
      return run.toRealPath();
    } catch (IOException e) {
      throw new UserError("no run folder at " + run + Layout.here().whereRunsAre(), e);
    }
  }
}
