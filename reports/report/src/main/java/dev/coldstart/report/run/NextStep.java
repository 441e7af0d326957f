package dev.coldstart.report.run;

import dev.coldstart.record.Manifest;
import dev.coldstart.record.StopRule;
import dev.coldstart.record.text.ShellWords;
import dev.coldstart.stats.run.RunStatus;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The command that helps a reader of a run most, and why.
 *
 * @param text a sentence that ends with a colon
 */
public record NextStep(String text, String command) {

  private static final String SCRIPT = "scripts/coldstart";
  private static final Path RUNS = Path.of("reports", "out");

  /** Options that say how much is measured. */
  private static final List<String> SIZES = List.of("--preset", "--blocks", "--budget");

  /** With fewer blocks a run has too few launches for a verdict, and the default preset has enough. */
  private static final int ENOUGH_BLOCKS = 20;

  /** Null if nothing is to be done. */
  public static NextStep of(RunView view) {
    RunStatus status = view.summary().status();
    Manifest manifest = view.run().manifest();
    if (status == RunStatus.DO_NOT_TRUST || status == RunStatus.NOTHING_MEASURED) {
      return new NextStep("Look for the cause, then measure again:", SCRIPT + " doctor");
    }
    if (!StopRule.isComplete(manifest.stoppedBy()) && !view.run().folder().isKept()) {
      return new NextStep("The run is not complete. Finish it:",
          ShellWords.line(List.of(SCRIPT, "run", "--resume", folder(view.run().folder().path()))));
    }
    return status == RunStatus.INDICATIVE && manifest.commandLine() != null
        ? new NextStep("For a verdict, measure more blocks:", withMoreBlocks(manifest))
        : null;
  }

  /** As it is typed in the checkout. A page may be shown to others, so it names no other folder. */
  private static String folder(Path run) {
    Path name = run.getFileName();
    return run.toAbsolutePath().getParent().endsWith(RUNS) ? RUNS.resolve(name).toString() : "<run>";
  }

  /** The run's own command line, but with as many blocks as a run has by default, or with twice as many. */
  private static String withMoreBlocks(Manifest manifest) {
    List<String> words = new ArrayList<>(List.of(SCRIPT));
    List<String> given = manifest.commandLine();
    for (int i = 0; i < given.size(); i++) {
      String word = given.get(i);
      if (SIZES.contains(word)) {
        i++;
      } else if (SIZES.stream().noneMatch(size -> word.startsWith(size + "="))) {
        words.add(word);
      }
    }
    int blocks = manifest.plan().blocks();
    if (blocks >= ENOUGH_BLOCKS) {
      words.addAll(List.of("--blocks", Integer.toString(2 * blocks)));
    }
    return ShellWords.line(words);
  }
}
