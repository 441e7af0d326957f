package dev.coldstart.report.run;

import dev.coldstart.record.Manifest;
import dev.coldstart.record.StopRule;
import dev.coldstart.record.text.Layout;
import dev.coldstart.record.text.ShellWords;
import dev.coldstart.stats.run.Doubt;
import dev.coldstart.stats.run.RunStatus;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * The command that helps a reader of a run most, and why.
 *
 * @param text a sentence that ends with a colon
 * @param words the arguments of the command
 */
public record NextStep(String text, List<String> words) {

  private static final String RUN = "run";
  private static final List<String> MERGE = List.of("merge", "<folder>");
  private static final String BLOCKS = "--blocks";
  private static final String BUDGET = "--budget";

  /**
   * For the page, which may be shown to others: it names no folder but the one for runs.
   *
   * @return null if nothing is to be done
   */
  static NextStep of(RunView view) {
    Path run = view.run().folder().path().toAbsolutePath();
    Path runs = Layout.here().runs();
    return of(view, run.getParent().endsWith(runs) ? runs.resolve(run.getFileName()).toString() : "<run>");
  }

  /**
   * For the console.
   *
   * @param folder the run's, as it can be typed
   * @return null if nothing is to be done
   */
  public static NextStep of(RunView view, String folder) {
    RunStatus status = view.summary().status();
    Manifest manifest = view.run().manifest();
    List<Doubt> reasons = view.summary().statusReasons();
    if (status == RunStatus.DO_NOT_TRUST || status == RunStatus.NOTHING_MEASURED) {
      return new NextStep("Look for the cause, then measure again:", List.of("doctor"));
    }
    if (manifest.merged() != null) {
      return manifest.merged().missing().isEmpty()
          ? null
          : new NextStep("Parts of the plan are missing. When they have ended, merge all of them again:", MERGE);
    }
    if (!StopRule.isComplete(manifest.stoppedBy()) && !view.run().folder().isKept()) {
      return new NextStep("The run is not complete. Finish it:", List.of(RUN, "--resume", folder));
    }
    if (manifest.plan().shard() != null) {
      return new NextStep("This is one part of " + manifest.plan().shard().of()
          + ". Put the folders of all parts into one folder, and merge them:", MERGE);
    }
    boolean isTooShort = !reasons.isEmpty()
        && reasons.stream().allMatch(one -> one instanceof Doubt.FewLaunches || one instanceof Doubt.Unjudged);
    return isTooShort && manifest.commandLine() != null && manifest.commandLine().indexOf(RUN) == 0
        ? new NextStep("For final verdicts, measure more blocks:", withMoreBlocks(manifest))
        : null;
  }

  /** As it is typed in the checkout, or in the folder of the archive. */
  public String command() {
    return Layout.here().command() + " " + ShellWords.line(words);
  }

  /** The run's own command line in the preset for a verdict; if it had as many blocks, with twice as many. */
  private static List<String> withMoreBlocks(Manifest manifest) {
    Manifest.Plan plan = manifest.plan();
    if (plan.blocks() < Doubt.ENOUGH_BLOCKS) {
      return without(manifest.commandLine(), List.of("--preset", BLOCKS, BUDGET));
    }
    List<String> words = without(manifest.commandLine(), List.of(BLOCKS, BUDGET));
    words.addAll(List.of(BLOCKS, Integer.toString(2 * plan.blocks())));
    if (plan.budgetMs() != null) {
      words.addAll(List.of(BUDGET, Math.max(1, Duration.ofMillis(2 * plan.budgetMs()).toMinutes()) + "m"));
    }
    return words;
  }

  private static List<String> without(List<String> given, List<String> options) {
    List<String> words = new ArrayList<>();
    for (int i = 0; i < given.size(); i++) {
      String word = given.get(i);
      if (options.contains(word)) {
        i++;
      } else if (options.stream().noneMatch(option -> word.startsWith(option + "="))) {
        words.add(word);
      }
    }
    return words;
  }
}
