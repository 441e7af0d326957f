package dev.coldstart.command;

import dev.coldstart.command.report.ConsoleText;
import dev.coldstart.command.report.Reports;
import dev.coldstart.launcher.UserError;
import dev.coldstart.launcher.catalog.Catalog;
import dev.coldstart.launcher.catalog.Checkout;
import dev.coldstart.launcher.catalog.Jdk;
import dev.coldstart.launcher.machine.Doctor;
import dev.coldstart.launcher.machine.LaunchMechanism;
import dev.coldstart.launcher.machine.Version;
import dev.coldstart.launcher.run.MainJob;
import dev.coldstart.record.RunFolder;
import dev.coldstart.record.io.RunReader;
import dev.coldstart.record.io.TuningFolder;
import dev.coldstart.record.text.Commands;
import dev.coldstart.record.text.SafeText;
import dev.coldstart.report.history.ComparePage;
import dev.coldstart.report.history.IndexPage;
import dev.coldstart.report.html.Html;
import dev.coldstart.stats.run.RunsCompared;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Help;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine;

@Command(name = "coldstart",
    description = "How long a fresh JVM needs until a handler gives its first correct response.",
    mixinStandardHelpOptions = true, subcommands = {RunCommand.class, TuneCommand.class, Main.ReportCommand.class,
        Main.IndexCommand.class, Main.CompareCommand.class, Main.ListCommand.class, Main.DoctorCommand.class})
public final class Main {

  /** A problem that the user can fix, such as wrong arguments. */
  private static final int EXIT_USER_ERROR = 2;

  private static final int EXIT_DEFECT = 70;

  private Main() {}

  public static void main(String[] args) {
    LaunchMechanism.useCheapest();
    if (Boolean.getBoolean("coldstart.ends-with-input")) {
      endWithInput();
    }
    System.exit(commandLine().execute(args));
  }

  /** Ends this process when its standard input closes: then its parent has ended and nobody waits for a result. */
  private static void endWithInput() {
    Thread thread = new Thread(() -> {
      try {
        System.in.transferTo(OutputStream.nullOutputStream());
      } catch (IOException closed) {
        // Treated like the end of the input.
      }
      System.exit(MainJob.INTERRUPTED);
    }, "input");
    thread.setDaemon(true);
    thread.start();
  }

  static CommandLine commandLine() {
    CommandLine line = new CommandLine(new Main());
    line.getCommandSpec().version("coldstart " + Version.ofThis());
    // By default, picocli writes bold letters even if the terminal does not support them.
    return line.setColorScheme(Help.defaultColorScheme(Boolean.getBoolean("coldstart.terminal") ? Ansi.AUTO : Ansi.OFF))
        .setParameterExceptionHandler(Main::report)
        .setExecutionExceptionHandler(Main::report);
  }

  /** Prints one line. Picocli's default is the whole usage text, which hides the problem. */
  private static int report(CommandLine.ParameterException failure, String[] args) {
    CommandLine command = failure.getCommandLine();
    Stream<String> subcommand = Stream.of(command.getCommandSpec().qualifiedName().split(" ")).skip(1);
    String help = Commands.here().coldstart(Stream.concat(subcommand, Stream.of("--help")).toList());
    command.getErr().println("coldstart: " + failure.getMessage() + "; see: " + help);
    return EXIT_USER_ERROR;
  }

  private static int report(Exception failure, CommandLine command, CommandLine.ParseResult arguments) {
    if (UserError.isUsers(failure)) {
      command.getErr().println("coldstart: " + failure.getMessage());
      return EXIT_USER_ERROR;
    }
    command.getErr().println("coldstart: this is a defect of coldstart; please report it with the following lines");
    failure.printStackTrace(command.getErr());
    return EXIT_DEFECT;
  }

  @Command(name = "index",
      description = "Makes the list of all runs in a folder again, from their manifests and summaries alone.",
      mixinStandardHelpOptions = true)
  static final class IndexCommand implements Callable<Integer> {

    @Parameters(paramLabel = "<folder>", arity = "0..1", description = "a folder with one folder a run (reports/out)")
    private Path folder;

    @Override
    public Integer call() {
      Path out = folder == null ? Checkout.find().out() : folder;
      if (!Files.isDirectory(out)) {
        throw new UserError(
            "no folder of runs at " + out + "; one is made, reports/out, by " + Commands.here().coldstart("run"));
      }
      System.out.println("index: " + IndexPage.write(out.toAbsolutePath()));
      return 0;
    }
  }

  @Command(name = "list",
      description = "Lists fixtures, configurations, profiles, levers and JDKs, and what cannot run here and why.",
      mixinStandardHelpOptions = true)
  static final class ListCommand implements Callable<Integer> {

    private static final String ROW = "  %-42s %s%n";

    @Override
    public Integer call() {
      Catalog catalog = Catalog.of(Checkout.find());
      PrintStream out = System.out;
      out.println("Fixtures");
      catalog.fixtures().forEach(fixture -> row(out, fixture.id(), fixture.title()));
      out.println("Configurations, on the newest JDK");
      Jdk newest = catalog.jdks().newest();
      catalog.configurations().forEach(configuration -> {
        String cannot = configuration.cannotRunOn(newest).map(reason -> " - cannot run: " + reason).orElse("");
        String request = configuration.onRequest() ? " (on request)" : "";
        row(out, configuration.id(), configuration.label() + request + cannot);
      });
      out.println("Profiles");
      catalog.profiles().forEach(profile -> row(out, profile.id(), profile.label()));
      out.println("Levers, which may stand after a profile's name, each after a plus sign");
      catalog.levers().forEach(lever -> row(out, lever.id(), lever.label()));
      out.println("JDKs");
      catalog.jdks().all().forEach(jdk -> row(out, jdk.id(), words(jdk)));
      catalog.jdks().onRequest().forEach(jdk -> row(out, "--jdk " + jdk.version() + ", or its home", words(jdk)));
      catalog.jdks().unusable().forEach(jdk -> row(out, "not used", SafeText.brief(jdk.home() + " " + jdk.reason())));
      return 0;
    }

    private static String words(Jdk jdk) {
      String facts = jdk.version() + ", " + jdk.vendor() + ", " + jdk.home();
      return jdk.cannotLink().isEmpty() ? facts : facts + ", without jdeps and jlink";
    }

    private static void row(PrintStream out, String id, String text) {
      out.printf(Locale.ROOT, ROW, id, text);
    }
  }

  @Command(name = "doctor",
      description = "Looks at the machine and the build, and says what would spoil a measurement and what to do.",
      mixinStandardHelpOptions = true)
  static final class DoctorCommand implements Callable<Integer> {

    private static final int EXIT_SOMETHING_IS_WRONG = 1;

    @Override
    public Integer call() {
      List<Doctor.Finding> findings = Doctor.examine(Checkout.find());
      findings.forEach(finding -> System.out.println((finding.good() ? "ok    " : "mend  ") + finding.text()));
      return findings.stream().allMatch(Doctor.Finding::good) ? 0 : EXIT_SOMETHING_IS_WRONG;
    }
  }

  @Command(name = "report",
      description = "Makes histograms, summaries and the page of a run, or a tuning's page, again, from raw data alone.",
      mixinStandardHelpOptions = true)
  static final class ReportCommand implements Callable<Integer> {

    @Parameters(paramLabel = "<run>", description = "the run's folder, for example reports/out/latest, or a tuning's")
    private Path run;

    @Option(names = "--baseline",
        description = "the configuration that the others are compared with (the one of the run)")
    private String baseline;

    @Option(names = "--margin", converter = Converters.PercentConverter.class, defaultValue = "2%",
        description = "less than this is no difference that matters (${DEFAULT-VALUE})")
    private Double margin;

    @Option(names = "--out",
        description = "the folder that the report's own folder goes into (where the run lies); nothing is written unasked"
            + " beside raw data that are kept compressed")
    private Path out;

    @Override
    public Integer call() throws Exception {
      boolean ofTuning = new TuningFolder(run).isThere();
      Path made = null;
      // A tuning's folder also holds a run if both are archived together. Otherwise only the tuning's page can be made.
      if (!ofTuning || new RunFolder(run).isBegun()) {
        made = Reports.write(run, baseline, margin, out, System.out::println);
      }
      if (ofTuning) {
        made = Reports.write(new TuningFolder(run.toRealPath()), out, System.out::println);
      }
      Reports.refreshIndex(made, System.out::println);
      return 0;
    }
  }

  @Command(name = "compare",
      description = "Says how the ratios of two runs differ, from their raw data alone. Milliseconds are not compared.",
      mixinStandardHelpOptions = true)
  static final class CompareCommand implements Callable<Integer> {

    private static final String PAGE = "compare.html";
    private static final int EXIT_NOTHING_COMPARED = 1;

    @Parameters(index = "0", paramLabel = "<first>", description = "a run's folder, the one before")
    private Path first;

    @Parameters(index = "1", paramLabel = "<second>", description = "a run's folder, the one after")
    private Path second;

    @Option(names = "--margin", converter = Converters.PercentConverter.class, defaultValue = "2%",
        description = "less than this is no difference that matters (${DEFAULT-VALUE})")
    private Double margin;

    @Option(names = "--out", description = "the folder that compare.html goes into (that of the second run)")
    private Path out;

    @Override
    public Integer call() throws Exception {
      RunsCompared runs = RunsCompared.of(RunReader.read(first), RunReader.read(second), margin);
      Path page = folder(runs.second().folder()).resolve(PAGE);
      Html.write(page, ComparePage.render(runs));
      ConsoleText.lines(runs).forEach(System.out::println);
      System.out.println("page: " + page);
      return runs.isEmpty() ? EXIT_NOTHING_COMPARED : 0;
    }

    private Path folder(RunFolder own) {
      if (out == null) {
        Reports.assertMayWrite(own.path(), own.isKept(), own.path());
        return own.path();
      }
      return Reports.folder(out);
    }
  }
}
