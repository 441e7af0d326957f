package dev.coldstart.validation;

import dev.coldstart.fixtures.FixtureException;
import dev.coldstart.launcher.UserError;
import dev.coldstart.launcher.machine.LaunchMechanism;
import dev.coldstart.record.RunFormatException;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The command line that {@code scripts/validate-harness} and {@code scripts/compare-hyperfine} are written over. */
@Command(name = "validation", description = "Says how often the harness is right where the truth is known.",
    mixinStandardHelpOptions = true, subcommands = {MeasureCommand.class, ReportCommand.class})
public final class Main {

  private static final int EXIT_USER_ERROR = 2;

  private Main() {}

  public static void main(String[] args) {
    LaunchMechanism.useCheapest();
    System.exit(commandLine().execute(args));
  }

  static CommandLine commandLine() {
    return new CommandLine(new Main()).setExecutionExceptionHandler(Main::report);
  }

  private static int report(Exception failure, CommandLine command, CommandLine.ParseResult arguments)
      throws Exception {
    if (failure instanceof UserError || failure instanceof FixtureException || failure instanceof RunFormatException) {
      command.getErr().println("validation: " + failure.getMessage());
      return EXIT_USER_ERROR;
    }
    throw failure;
  }
}
