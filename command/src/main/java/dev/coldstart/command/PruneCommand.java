package dev.coldstart.command;

import dev.coldstart.launcher.UserError;
import dev.coldstart.launcher.catalog.Checkout;
import dev.coldstart.launcher.machine.RunLock;
import dev.coldstart.launcher.prepare.Folders;
import dev.coldstart.record.RunFolder;
import dev.coldstart.record.io.TuningFolder;
import dev.coldstart.record.text.Commands;
import dev.coldstart.report.history.IndexPage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(name = "prune", description = "Removes old runs, and on request the caches that launches start from.",
    mixinStandardHelpOptions = true, footerHeading = "%nExamples:%n",
    footer = {"  scripts/coldstart prune --keep 5 --dry-run", "  scripts/coldstart prune --keep 0 --caches"})
final class PruneCommand implements Callable<Integer> {

  @Parameters(paramLabel = "<folder>", arity = "0..1", description = "a folder of runs (reports/out)")
  private Path folder;

  @Option(names = "--keep", defaultValue = "20", paramLabel = "<n>",
      description = "how many of the newest runs and tunings stay (${DEFAULT-VALUE})")
  private int keep;

  @Option(names = "--caches", description = "remove the caches, too; the next run makes those that it needs")
  private boolean caches;

  @Option(names = "--dry-run", description = "show what would be removed; remove nothing")
  private boolean dryRun;

  @Override
  public Integer call() throws IOException {
    Checkout home = Checkout.find();
    Path out = folder == null ? home.out() : folder.toAbsolutePath();
    if (keep < 0) {
      throw new UserError("--keep " + keep + ": give 0 or more");
    }
    if (folder != null && !Files.isDirectory(out)) {
      throw new UserError(
          "no folder of runs at " + out + "; the first run makes one: " + Commands.here().coldstart("run"));
    }
    // A run that measures has a folder that must stay.
    RunLock lock = RunLock.take(RunLock.place());
    try (lock) {
      List<Path> old = old(out);
      if (caches && Files.isDirectory(home.caches())) {
        old.add(home.caches());
      }
      for (Path one : old) {
        System.out.println((dryRun ? "would remove " : "removed ") + one);
        if (!dryRun) {
          remove(one);
        }
      }
      System.out.println(old.isEmpty() ? "nothing to remove" : old.size() + (dryRun ? " to remove" : " removed"));
      if (!old.isEmpty() && !dryRun && Files.isDirectory(out)) {
        IndexPage.write(out);
      }
    }
    return 0;
  }

  /** All but the newest. Ids sort by time. A folder of something else, and a kept run, is not touched. */
  private List<Path> old(Path out) {
    if (!Files.isDirectory(out)) {
      return new ArrayList<>();
    }
    List<Path> runs = RunFolder.foldersIn(out, "runs")
        .stream()
        .filter(one -> RunFolder.isId(one.getFileName().toString()))
        .filter(one -> new RunFolder(one).isBegun() || new TuningFolder(one).isThere())
        .filter(one -> !new RunFolder(one).isKept())
        .sorted(Comparator.comparing(Path::getFileName).reversed())
        .toList();
    return new ArrayList<>(runs.subList(Math.min(keep, runs.size()), runs.size()));
  }

  private static void remove(Path one) {
    try {
      Folders.delete(one);
    } catch (IOException e) {
      throw new UserError(one + " cannot be removed: " + e, e);
    }
  }
}
