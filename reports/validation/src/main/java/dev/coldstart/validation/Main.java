package dev.coldstart.validation;

import dev.coldstart.fixtures.FixtureException;
import dev.coldstart.launcher.UserError;
import dev.coldstart.launcher.machine.LaunchMechanism;
import dev.coldstart.record.RunFormatException;
import dev.coldstart.validation.estimate.ValidationCampaign;
import dev.coldstart.validation.estimate.ValidationJson;
import dev.coldstart.validation.page.ValidationPage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import picocli.CommandLine;

/** The command line that {@code scripts/validate-harness} and {@code scripts/compare-hyperfine} are written over. */
@Command(name = "validation", description = "Says how often the harness is right where the truth is known.",
    mixinStandardHelpOptions = true, subcommands = {MeasureCommand.class, Main.ReportCommand.class})
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

  @Command(name = "report",
      description = "Says how often the harness was right where the truth is known, from a campaign's raw data alone.",
      mixinStandardHelpOptions = true)
  static final class ReportCommand implements Callable<Integer> {

    @Parameters(paramLabel = "<campaign>",
        description = "a folder with one folder a condition, as scripts/validate-harness makes it")
    private Path folder;

    @Override
    public Integer call() throws Exception {
      if (!Files.isDirectory(folder)) {
        throw new UserError(
            "no campaign folder at " + folder + "; scripts/validate-harness makes one, reports/out/validation");
      }
      Path place = folder.toRealPath();
      Path page = place.resolve("validation.html");
      ValidationCampaign campaign = new CampaignFolder(place).read();
      ValidationJson.write(campaign, place.resolve("validation.json"));
      ValidationPage.write(campaign, page);
      ValidationText.lines(campaign).forEach(System.out::println);
      System.out.println("page: " + page);
      return 0;
    }
  }
}
