package dev.coldstart.command;

import dev.coldstart.fixtures.FixtureException;
import dev.coldstart.launcher.UserError;
import dev.coldstart.launcher.machine.LaunchMechanism;
import dev.coldstart.launcher.machine.Version;
import dev.coldstart.record.RunFormatException;
import java.io.UncheckedIOException;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;

/** The command line. */
@Command(name = "coldstart",
    description = "How long a fresh JVM needs until a handler gives its first correct response.",
    mixinStandardHelpOptions = true, versionProvider = Main.Versions.class,
    subcommands = {RunCommand.class, TuneCommand.class, ReportCommand.class, IndexCommand.class, CompareCommand.class,
        ListCommand.class, DoctorCommand.class})
public final class Main {

  /** Something that the user can mend, wrong arguments among it. */
  private static final int EXIT_USER_ERROR = 2;

  private static final int EXIT_DEFECT = 70;

  private Main() {}

  public static void main(String[] args) {
    LaunchMechanism.useCheapest();
    System.exit(commandLine().execute(args));
  }

  static CommandLine commandLine() {
    return new CommandLine(new Main()).setParameterExceptionHandler(Main::report)
        .setExecutionExceptionHandler(Main::report);
  }

  /** One line: the whole usage, which is picocli's own answer, hides what was wrong. */
  private static int report(CommandLine.ParameterException failure, String[] args) {
    CommandLine command = failure.getCommandLine();
    String name = command.getCommandSpec().qualifiedName();
    command.getErr().println("coldstart: " + failure.getMessage() + "; see: " + name + " --help");
    return EXIT_USER_ERROR;
  }

  private static int report(Exception failure, CommandLine command, CommandLine.ParseResult arguments) {
    if (isForTheUser(failure)) {
      command.getErr().println("coldstart: " + failure.getMessage());
      return EXIT_USER_ERROR;
    }
    command.getErr().println("coldstart: this is a defect of coldstart; please report it with the following lines");
    failure.printStackTrace(command.getErr());
    return EXIT_DEFECT;
  }

  private static boolean isForTheUser(Exception failure) {
    return failure instanceof UserError || failure instanceof FixtureException || failure instanceof RunFormatException
        || failure instanceof UncheckedIOException;
  }

  /** The version as the jar holds it. */
  static final class Versions implements IVersionProvider {
    @Override
    public String[] getVersion() {
      return new String[] {"coldstart " + Version.ofThis()};
    }
  }
}
