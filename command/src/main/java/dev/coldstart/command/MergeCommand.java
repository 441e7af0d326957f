package dev.coldstart.command;

import dev.coldstart.command.report.Reports;
import dev.coldstart.launcher.catalog.Checkout;
import dev.coldstart.record.merge.Merge;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(name = "merge", description = {
    "Merges the shards of a plan, made with 'run --shard', into a new run, and builds its report.",
    "Shards from one machine are pooled. Several machines are combined with a random-effects model: times in ms are then"
        + " those of the first machine, ratios and verdicts are for all of them."},
    mixinStandardHelpOptions = true, abbreviateSynopsis = true, exitCodeListHeading = ExitCodes.HEADING,
    exitCodeList = {"0:done; all shards are in the run", "1:done, but shards are missing; the notes say which",
        ExitCodes.USER_ERROR, ExitCodes.DEFECT},
    footerHeading = "%nExamples:%n",
    footer = {"  scripts/coldstart merge downloaded                  all shards in a folder, at any depth",
        "  scripts/coldstart merge one/20261122T234500Z two/20261122T234501Z --out merged"})
final class MergeCommand implements Callable<Integer> {

  @Parameters(arity = "1..*", paramLabel = "<runs>",
      description = "the runs' folders, or folders that hold them, such as the artifacts of a CI job")
  private List<Path> runs;

  @Option(names = "--out", paramLabel = "<folder>",
      description = "the folder in which the new run's own folder is made [reports/out]")
  private Path out;

  @Option(names = "--json", description = "write summary.json to standard output, and all else to standard error")
  private boolean json;

  @Override
  public Integer call() throws Exception {
    try (JsonOutput output = JsonOutput.of(json)) {
      Merge merge = Merge.of(runs, out == null ? Checkout.find().out() : Reports.folder(out));
      merge.notes().forEach(note -> System.out.println("note: " + note));
      new Reports().report(merge.folder().path(), System.out::println);
      output.write(merge.folder().path());
      return merge.isComplete() ? 0 : ExitCodes.OF_FAILED;
    }
  }
}
