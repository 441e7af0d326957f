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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Help;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.UsageMessageSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine;

@Command(name = "coldstart",
    description = "Measures how long a fresh JVM takes to give its first correct response: with a Wasm module, or with plain Java.",
    mixinStandardHelpOptions = true,
    subcommands = {RunCommand.class, TuneCommand.class, Main.ReportCommand.class, Main.IndexCommand.class,
        Main.CompareCommand.class, Main.ListCommand.class, Main.DoctorCommand.class, PruneCommand.class,
        RedactCommand.class},
    exitCodeListHeading = ExitCodes.HEADING,
    exitCodeList = {ExitCodes.DONE, ExitCodes.FAILED, ExitCodes.USER_ERROR, ExitCodes.DEFECT, ExitCodes.INTERRUPTED})
public final class Main {

  /** A problem that the user can fix, such as wrong arguments. */
  private static final int EXIT_USER_ERROR = 2;

  /** Descriptions of options fit into one line. */
  private static final int HELP_COLUMNS = 110;

  /** The name that picocli gives the mixin with --help and --version. */
  private static final String STANDARD_OPTIONS = "mixinStandardHelpOptions";

  private static final int EXIT_DEFECT = 70;

  private Main() {}

  public static void main(String[] args) {
    if (System.getProperty("os.name").startsWith("Windows")) {
      System.err.println("coldstart: Windows is not supported; run it on Linux or macOS, or in WSL 2");
      System.exit(EXIT_USER_ERROR);
    }
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
    line.setUsageHelpWidth(HELP_COLUMNS);
    line.getSubcommands()
        .values()
        .forEach(command -> command.getHelpSectionMap().put(UsageMessageSpec.SECTION_KEY_OPTION_LIST, Main::options));
    // By default, picocli writes bold letters even if the terminal does not support them.
    return line.setColorScheme(Help.defaultColorScheme(Boolean.getBoolean("coldstart.terminal") ? Ansi.AUTO : Ansi.OFF))
        .setParameterExceptionHandler(Main::report)
        .setExecutionExceptionHandler(Main::report);
  }

  /** A command's options under the names of their mixins, then its own. */
  private static String options(Help help) {
    Map<String, CommandSpec> mixins = new LinkedHashMap<>(help.commandSpec().mixins());
    CommandSpec standard = mixins.remove(STANDARD_OPTIONS);
    StringBuilder text = new StringBuilder();
    mixins.forEach((name, mixin) -> text.append(section(name, layout(help, names(mixin).toList()))));
    List<String> mixed = help.commandSpec().mixins().values().stream().flatMap(Main::names).toList();
    String own = layout(help, names(help.commandSpec()).filter(name -> !mixed.contains(name)).toList());
    text.append(mixins.isEmpty() || own.isEmpty() ? own : section("More", own));
    return text.append(standard == null ? "" : layout(help, names(standard).toList())).toString();
  }

  private static String section(String title, String options) {
    return String.format(Locale.ROOT, "%n%s:%n%s", title, options);
  }

  private static Stream<String> names(CommandSpec spec) {
    return spec.options().stream().map(OptionSpec::longestName);
  }

  /** @param names of options of the command, in order */
  private static String layout(Help help, List<String> names) {
    Help.Layout layout = help.createDefaultLayout();
    layout.addOptions(names.stream().map(help.commandSpec()::findOption).toList(), help.parameterLabelRenderer());
    return layout.toString();
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

  @Command(name = "index", description = "Rebuilds the list of all runs in a folder.", mixinStandardHelpOptions = true)
  static final class IndexCommand implements Callable<Integer> {

    @Parameters(paramLabel = "<folder>", arity = "0..1", description = "a folder with one folder a run (reports/out)")
    private Path folder;

    @Override
    public Integer call() {
      Path out = folder == null ? Checkout.find().out() : folder;
      if (!Files.isDirectory(out)) {
        throw new UserError(
            "no folder of runs at " + out + "; the first run makes one: " + Commands.here().coldstart("run"));
      }
      System.out.println("index: " + IndexPage.write(out.toAbsolutePath()));
      return 0;
    }
  }

  @Command(name = "list",
      description = "Lists fixtures, configurations, profiles, JVM options and JDKs, and what cannot run here and why.",
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
      catalog.profiles().forEach(profile -> {
        String cannot = profile.requires().absent() == null
            ? profile.unmetOn(newest).map(reason -> " - cannot run: " + reason).orElse("")
            : " - not measured: " + profile.requires().absent();
        row(out, profile.id(), profile.label() + cannot);
      });
      out.println("JVM options, to add to a profile's name after a plus sign; or any argument with --jvm-arg");
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

  @Command(name = "doctor", description = "Checks whether this machine is fit to measure, and says what to fix.",
      exitCodeListHeading = ExitCodes.HEADING, exitCodeList = {"0:fit to measure", "1:something to fix"},
      mixinStandardHelpOptions = true)
  static final class DoctorCommand implements Callable<Integer> {

    private static final int EXIT_SOMETHING_IS_WRONG = 1;

    @Override
    public Integer call() {
      List<Doctor.Finding> findings = Doctor.examine(Checkout.find());
      findings.stream()
          .filter(finding -> !finding.good())
          .forEach(finding -> System.out.println("FIX: " + finding.text()));
      findings.stream().filter(Doctor.Finding::good).forEach(finding -> System.out.println("ok   " + finding.text()));
      return findings.stream().allMatch(Doctor.Finding::good) ? 0 : EXIT_SOMETHING_IS_WRONG;
    }
  }

  @Command(name = "report", description = "Rebuilds the report of a run or of a tuning from its raw data.",
      mixinStandardHelpOptions = true)
  static final class ReportCommand implements Callable<Integer> {

    @Parameters(paramLabel = "<run>",
        description = "the run's folder, for example reports/out/latest, or a tuning's folder")
    private Path run;

    @Option(names = "--baseline", description = "the configuration that the others are compared with [the run's own]")
    private String baseline;

    @Option(names = "--margin", converter = Converters.PercentConverter.class, defaultValue = "2%",
        description = "a smaller difference counts as none [${DEFAULT-VALUE}]")
    private Double margin;

    @Option(names = "--out",
        description = "the folder in which the report's own folder is made [the run's folder]; required for runs in reports/reference")
    private Path out;

    @Option(names = "--json", description = "write summary.json to standard output, and all else to standard error")
    private boolean json;

    @Override
    public Integer call() throws Exception {
      try (JsonOutput output = JsonOutput.of(json)) {
        output.write(make());
        return 0;
      }
    }

    private Path make() throws IOException {
      boolean ofTuning = new TuningFolder(run).isThere();
      if (json && ofTuning) {
        throw new UserError(
            "--json is for the summary of a run; " + run + " is a tuning, whose data are in its tune.json");
      }
      Path made = null;
      // A tuning's folder also holds a run if both are archived together. Otherwise only the tuning's page can be made.
      if (!ofTuning || new RunFolder(run).isBegun()) {
        made = Reports.write(run, baseline, margin, out, System.out::println);
      }
      if (ofTuning) {
        made = Reports.write(new TuningFolder(run.toRealPath()), out, System.out::println);
      }
      Reports.refreshIndex(made, System.out::println);
      return made;
    }
  }

  @Command(name = "compare", description = "Shows how the ratios of two runs differ. It never compares milliseconds.",
      mixinStandardHelpOptions = true)
  static final class CompareCommand implements Callable<Integer> {

    private static final String PAGE = "compare.html";
    private static final int EXIT_NOTHING_COMPARED = 1;

    @Parameters(index = "0", paramLabel = "<first>", description = "the folder of the earlier run")
    private Path first;

    @Parameters(index = "1", paramLabel = "<second>", description = "the folder of the later run")
    private Path second;

    @Option(names = "--margin", converter = Converters.PercentConverter.class, defaultValue = "2%",
        description = "a smaller difference counts as none [${DEFAULT-VALUE}]")
    private Double margin;

    @Option(names = "--out", description = "where compare.html is written [the folder of the second run]")
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
