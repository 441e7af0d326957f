package dev.coldstart.command;

import dev.coldstart.command.report.Reports;
import dev.coldstart.launcher.UserError;
import dev.coldstart.launcher.run.MainJob;
import dev.coldstart.record.Arm;
import dev.coldstart.record.ArmKey;
import dev.coldstart.record.RunData;
import dev.coldstart.record.history.HistoryLine;
import dev.coldstart.record.io.HistoryFile.Addition;
import dev.coldstart.record.io.HistoryFile;
import dev.coldstart.record.io.RunReader;
import dev.coldstart.record.io.WholeFile;
import dev.coldstart.record.text.Commands;
import dev.coldstart.record.text.Format;
import dev.coldstart.record.text.IoReason;
import dev.coldstart.report.html.Html;
import dev.coldstart.report.trend.Check;
import dev.coldstart.report.trend.HistoryLines;
import dev.coldstart.report.trend.OtavaCsv;
import dev.coldstart.report.trend.TrendPage;
import dev.coldstart.stats.run.Summary;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(name = "history",
    description = "Keeps the ratios of many runs in one file, and finds the nights in which they changed.",
    mixinStandardHelpOptions = true,
    subcommands = {HistoryCommand.Add.class, HistoryCommand.CheckNights.class, HistoryCommand.Page.class,
        HistoryCommand.Export.class},
    footerHeading = "%nExample:%n", footer = {"  scripts/coldstart history add reports/out/latest --to my-history",
        "  scripts/coldstart history check my-history", "  scripts/coldstart history page my-history"})
final class HistoryCommand {

  private static final int SUSPECTED = 3;

  private static List<HistoryLine> read(Path folder) {
    List<String> warnings = new ArrayList<>();
    List<HistoryLine> lines = new HistoryFile(folder).read(warnings);
    warnings.forEach(warning -> System.err.println("coldstart: " + warning));
    return lines;
  }

  @Command(name = "add",
      description = "Appends a run to a history: a line for each arm and fixture. A run that is in it is not added again.",
      mixinStandardHelpOptions = true)
  static final class Add implements Callable<Integer> {

    @Parameters(paramLabel = "<run>", description = "the run's folder, for example reports/out/latest")
    private Path folder;

    @Option(names = "--to", paramLabel = "<folder>", required = true,
        description = "the folder of the history, for example a checkout of a branch for it; its file is history.jsonl")
    private Path to;

    @Override
    public Integer call() {
      RunData run = RunReader.read(folder);
      if (run.manifest().endedAt() == null) {
        throw new UserError(folder + " has not ended, and a line of a history is never replaced; finish it with "
            + Commands.here().coldstart("run", "--resume", folder.toString()));
      }
      if (run.manifest().plan().shard() != null) {
        throw new UserError(folder + " is shard " + run.manifest().plan().shard()
            + " of a plan; add the run that merge makes of all of them");
      }
      add(run, to);
      return MainJob.DONE;
    }

    static void add(RunData run, Path to) {
      Summary summary = Summary.of(run);
      HistoryFile history = new HistoryFile(to);
      Addition addition = history.add(HistoryLines.of(run, summary));
      if (addition.torn() != null) {
        System.out
            .println("its last line was torn, because an earlier addition was killed: moved to " + addition.torn());
      }
      System.out.println(said(run, addition, history.path()));
      if (!summary.status().isTrusted()) {
        System.out.println("the run says " + summary.status().word() + ": it is stored, and left out of trends");
      }
    }

    private static String said(RunData run, Addition addition, Path file) {
      if (addition.added() == 0) {
        return "the measurements of " + run.manifest().runId() + " are in " + file + " already; nothing was added";
      }
      String known = addition.known() == 0
          ? ""
          : "; " + Format.count(addition.known(), "line was", "lines were") + " there already";
      return "added " + Format.count(addition.added(), "line", "lines") + " of " + run.manifest().runId() + " to "
          + file + known;
    }
  }

  @Command(name = "check", description = "Prints the changes that were found in the last few nights.",
      mixinStandardHelpOptions = true, exitCodeListHeading = ExitCodes.HEADING,
      exitCodeList = {"0:no arm became slower", "1:an arm became slower, confirmed by at least two runs",
          ExitCodes.USER_ERROR, "3:an arm is only suspected to be slower: run again, or wait for the next night",
          ExitCodes.DEFECT})
  static final class CheckNights implements Callable<Integer> {

    @Parameters(paramLabel = "<folder>", description = "the folder of the history")
    private Path folder;

    @Option(names = "--nights", paramLabel = "<count>", defaultValue = "3",
        description = "how many nights to look at: the last days (UTC) with a run [${DEFAULT-VALUE}]")
    private int nights;

    @Option(names = "--confirm", paramLabel = "<run>",
        description = "the last night's run, of this machine: if it makes an arm only suspected, measure the arm's fixture again in the same way, add that, and check again")
    private Path confirm;

    @Option(names = "--json", description = "write the result to standard output, and all else to standard error")
    private boolean json;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
      if (nights < 1) {
        throw new UserError("--nights " + nights + ": give at least 1");
      }
      try (JsonOutput output = JsonOutput.of(json)) {
        RunData last = confirm == null ? null : repeatable(confirm);
        Check check = Check.of(read(folder), nights);
        List<ArmKey> suspected = last == null ? List.of() : check.suspectedBy(last.manifest());
        if (!suspected.isEmpty()) {
          check.lines().forEach(System.out::println);
          measureAgain(suspected, last);
          check = Check.of(read(folder), nights);
        }
        check.lines().forEach(System.out::println);
        output.write(check.json());
        return switch (check.outcome()) {
          case NONE, TOO_FEW_NIGHTS -> MainJob.DONE;
          case SLOWER -> ExitCodes.OF_FAILED;
          case SUSPECTED -> SUSPECTED;
        };
      }
    }

    private static RunData repeatable(Path folder) {
      RunData run = RunReader.read(folder);
      if (run.manifest().merged() != null) {
        throw new UserError("--confirm " + folder + ": the run was merged; measure its shards again instead");
      }
      return run;
    }

    private void measureAgain(List<ArmKey> suspected, RunData last) throws IOException {
      List<Arm> arms = suspected.stream().map(key -> last.manifest().arm(key).orElseThrow()).toList();
      Add.add(new SecondRun(last, spec.root().commandLine()).of(arms), folder);
    }
  }

  @Command(name = "page",
      description = "Writes history.html: what changed, and a small chart for each arm and fixture.",
      mixinStandardHelpOptions = true)
  static final class Page implements Callable<Integer> {

    @Parameters(paramLabel = "<folder>", description = "the folder of the history")
    private Path folder;

    @Option(names = "--out", paramLabel = "<folder>", description = "where history.html is written [the same folder]")
    private Path out;

    @Override
    public Integer call() {
      String html = TrendPage.render(read(folder));
      Path page = (out == null ? folder : Reports.folder(out)).resolve("history.html");
      Html.write(page, html);
      System.out.println("page: " + page);
      return MainJob.DONE;
    }
  }

  @Command(name = "export", description = "Writes the ratios for other tools.", mixinStandardHelpOptions = true)
  static final class Export implements Callable<Integer> {

    @Parameters(paramLabel = "<folder>", description = "the folder of the history")
    private Path folder;

    @Option(names = "--csv", paramLabel = "<file>", required = true,
        description = "a table as Apache Otava reads it: a row for each run, a column for each arm and fixture")
    private Path csv;

    @Override
    public Integer call() {
      String table = OtavaCsv.of(read(folder));
      try {
        WholeFile.write(csv, table);
      } catch (IOException e) {
        throw new UserError(csv + " cannot be written: " + IoReason.of(e), e);
      }
      System.out.println("table: " + csv);
      return MainJob.DONE;
    }
  }
}
