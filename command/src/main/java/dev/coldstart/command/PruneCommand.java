package dev.coldstart.command;

import dev.coldstart.command.report.Reports;
import dev.coldstart.launcher.UserError;
import dev.coldstart.launcher.catalog.Checkout;
import dev.coldstart.launcher.machine.RunLock;
import dev.coldstart.launcher.machine.Folders;
import dev.coldstart.record.RunFolder;
import dev.coldstart.record.RunFormatException;
import dev.coldstart.record.Tuning;
import dev.coldstart.record.io.RunReader;
import dev.coldstart.record.io.TuningFolder;
import dev.coldstart.record.text.IoReason;
import dev.coldstart.report.history.IndexPage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import java.util.regex.Pattern;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(name = "prune", description = "Removes old runs and, on request, caches and fixtures made from --module.",
    mixinStandardHelpOptions = true, footerHeading = "%nExamples:%n",
    footer = {"  scripts/coldstart prune --keep 5 --dry-run", "  scripts/coldstart prune --keep 0 --caches"})
final class PruneCommand implements Callable<Integer> {

  /** The name that a run or a tuning gets, from the time of its start. */
  private static final Pattern OWN_NAME = Pattern.compile("\\d{8}T\\d{6}Z(-\\d+)?(-tune)?");

  @Parameters(paramLabel = "<folder>", arity = "0..1", description = "a folder of runs [reports/out]")
  private Path folder;

  @Option(names = "--keep", defaultValue = "20", paramLabel = "<n>",
      description = "how many of the newest runs and tunings stay [${DEFAULT-VALUE}]")
  private int keep;

  @Option(names = "--caches",
      description = "also remove caches, and fixtures made from --module; the next run makes what it needs")
  private boolean caches;

  @Option(names = "--dry-run", description = "show what would be removed; remove nothing")
  private boolean dryRun;

  @Override
  public Integer call() throws IOException {
    Checkout home = Checkout.find();
    Path out = folder == null ? home.out() : Reports.runs(folder);
    if (keep < 0) {
      throw new UserError("--keep " + keep + ": give 0 or more");
    }
    List<Path> old = Files.isDirectory(out) ? old(out) : new ArrayList<>();
    if (caches) {
      Stream.of(home.caches(), home.modules()).filter(Files::isDirectory).forEach(old::add);
    }
    if (dryRun) {
      old.forEach(one -> System.out.println("would remove " + one));
      System.out.println(old.size() + " to remove");
    } else {
      remove(old, out);
    }
    return 0;
  }

  /** Under the lock: the folder of a run that still measures must stay. */
  private static void remove(List<Path> old, Path out) throws IOException {
    RunLock lock = RunLock.take(RunLock.place());
    try (lock) {
      for (Path one : old) {
        try {
          Folders.delete(one);
        } catch (IOException e) {
          throw new UserError(one + " cannot be removed: " + IoReason.of(e), e);
        }
        System.out.println("removed " + one);
      }
      Path latest = out.resolve(RunFolder.LATEST);
      if (Files.isSymbolicLink(latest) && !Files.exists(latest)) {
        Files.delete(latest);
      }
      if (!old.isEmpty() && Files.isDirectory(out)) {
        IndexPage.write(out);
      }
    }
    System.out.println(old.size() + " removed");
  }

  /** All but the newest. Names sort by time. */
  private List<Path> old(Path out) {
    List<Path> own = RunFolder.foldersIn(out, "runs")
        .stream()
        .filter(PruneCommand::isOwn)
        .sorted(Comparator.comparing(Path::getFileName).reversed())
        .toList();
    return new ArrayList<>(own.subList(Math.min(keep, own.size()), own.size()));
  }

  /** Whether it is a run or a tuning under its own name, and no kept one. Any other folder may be somebody's data. */
  private static boolean isOwn(Path one) {
    String name = one.getFileName().toString();
    TuningFolder tuning = new TuningFolder(one);
    RunFolder run = new RunFolder(one);
    try {
      if (tuning.isThere()) {
        Tuning read = tuning.read();
        return OWN_NAME.matcher(name).matches() && name.equals(read.id()) && !tuning.isKept(read);
      }
      return run.isBegun() && OWN_NAME.matcher(name).matches() && name.equals(RunReader.manifest(one).runId())
          && !run.isKept();
    } catch (RunFormatException damaged) {
      return false;
    }
  }
}
