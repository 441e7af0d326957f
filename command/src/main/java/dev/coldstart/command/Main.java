package dev.coldstart.command;

import dev.coldstart.launcher.UserError;
import dev.coldstart.launcher.machine.LaunchMechanism;
import dev.coldstart.launcher.machine.Version;
import dev.coldstart.launcher.run.MainJob;
import dev.coldstart.record.text.Commands;
import dev.coldstart.record.text.Layout;
import dev.coldstart.record.text.SafeText;
import java.io.IOException;
import java.io.OutputStream;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Help;
import picocli.CommandLine.Model.UsageMessageSpec;
import picocli.CommandLine;

@Command(name = "coldstart", description = {
    "Measures how long a fresh JVM takes to give its first correct response: with a Wasm module, or with plain Java.",
    "A fixture is a module with a request and the correct response. An arm is what is compared: a configuration of a runtime, with a profile (JVM settings), on a JDK. A block launches every arm of a fixture, in random order."},
    mixinStandardHelpOptions = true,
    subcommands = {RunCommand.class, TuneCommand.class, ReportCommand.class, IndexCommand.class, CompareCommand.class,
        GateCommand.class, MergeCommand.class, HistoryCommand.class, ListCommand.class, FixtureCommand.class,
        InspectCommand.class, DoctorCommand.class, PruneCommand.class, RedactCommand.class, InvokeCommand.class,
        PackageCommand.class},
    exitCodeListHeading = ExitCodes.HEADING, exitCodeList = {ExitCodes.DONE, ExitCodes.OF_COMMAND, ExitCodes.USER_ERROR,
        ExitCodes.DEFECT, ExitCodes.INTERRUPTED})
public final class Main {

  /** Descriptions of options fit into one line. */
  private static final int HELP_COLUMNS = 110;

  /** More than any message needs. */
  private static final int MOST_CHARACTERS = 4_000;

  private Main() {}

  public static void main(String[] args) {
    if (System.getProperty("os.name").startsWith("Windows")) {
      System.err.println("coldstart: Windows is not supported; run it on Linux or macOS, or in WSL 2");
      System.exit(ExitCodes.OF_USER_ERROR);
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
        .stream()
        .flatMap(command -> Stream.concat(Stream.of(command), command.getSubcommands().values().stream()))
        .forEach(
            command -> command.getHelpSectionMap().put(UsageMessageSpec.SECTION_KEY_OPTION_LIST, GroupedOptions::text));
    nameAsHere(line, Layout.here());
    // By default, picocli writes bold letters even if the terminal does not support them.
    return line.setColorScheme(Help.defaultColorScheme(Boolean.getBoolean("coldstart.terminal") ? Ansi.AUTO : Ansi.OFF))
        .setParameterExceptionHandler(Main::report)
        .setExecutionExceptionHandler(Main::report);
  }

  /** The help texts are written for a checkout. */
  private static void nameAsHere(CommandLine command, Layout layout) {
    command.getHelpSectionMap().replaceAll((section, text) -> help -> layout.applied(text.render(help)));
    command.getSubcommands().values().forEach(subcommand -> nameAsHere(subcommand, layout));
  }

  /** Prints one line. Picocli's default is the whole usage text, which hides the problem. */
  private static int report(CommandLine.ParameterException failure, String[] args) {
    CommandLine command = failure.getCommandLine();
    Stream<String> subcommand = Stream.of(command.getCommandSpec().qualifiedName().split(" ")).skip(1);
    String help = Commands.here().coldstart(Stream.concat(subcommand, Stream.of("--help")).toList());
    command.getErr().println("coldstart: " + safe(failure) + "; see: " + help);
    return ExitCodes.OF_USER_ERROR;
  }

  /** A message may quote a stranger's file. */
  private static String safe(Exception failure) {
    return SafeText.start(failure.getMessage(), MOST_CHARACTERS);
  }

  private static int report(Exception failure, CommandLine command, CommandLine.ParseResult arguments) {
    if (UserError.isUsers(failure)) {
      command.getErr().println("coldstart: " + safe(failure));
      return ExitCodes.OF_USER_ERROR;
    }
    command.getErr().println("coldstart: this is a defect of coldstart; please report it with the following lines");
    failure.printStackTrace(command.getErr());
    return ExitCodes.OF_DEFECT;
  }
}
