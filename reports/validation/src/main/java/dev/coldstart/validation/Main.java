package dev.coldstart.validation;

import dev.coldstart.launcher.UserError;
import dev.coldstart.launcher.machine.LaunchMechanism;
import dev.coldstart.record.text.Commands;
import dev.coldstart.stats.estimate.Estimate;
import dev.coldstart.validation.estimate.Proportion;
import dev.coldstart.validation.estimate.Validation;
import dev.coldstart.validation.estimate.ValidationBar;
import dev.coldstart.validation.estimate.ValidationCampaign.Condition;
import dev.coldstart.validation.estimate.ValidationCampaign;
import dev.coldstart.validation.estimate.ValidationJson;
import dev.coldstart.validation.estimate.WallAgreement;
import dev.coldstart.validation.faults.FaultsResult;
import dev.coldstart.validation.page.FaultsPage;
import dev.coldstart.validation.page.ValidationPage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import picocli.CommandLine;

/** The command line behind the maintainers' scripts. */
@Command(name = "validation", description = "Measures how often the harness is right if the true result is known.",
    mixinStandardHelpOptions = true,
    subcommands = {MeasureCommand.class, FaultsCommand.class, HostileCommand.class, Main.ReportCommand.class})
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
    if (UserError.isUsers(failure)) {
      command.getErr().println("validation: " + failure.getMessage());
      return EXIT_USER_ERROR;
    }
    throw failure;
  }

  @Command(name = "report", description = "Reports how often the harness was right, from a campaign's raw data only.",
      mixinStandardHelpOptions = true)
  static final class ReportCommand implements Callable<Integer> {

    @Parameters(paramLabel = "<campaign>",
        description = "a folder with one folder per condition, as scripts/validate-harness makes it, or one of"
            + " scripts/inject-faults")
    private Path folder;

    @Override
    public Integer call() throws Exception {
      if (!Files.isDirectory(folder)) {
        throw new UserError("no campaign folder at " + folder + "; one is made, reports/out/validation, by "
            + Commands.here().script("validate-harness", List.of()));
      }
      Path place = folder.toRealPath();
      if (FaultsResult.isIn(place)) {
        System.out.println("page: " + FaultsPage.write(FaultsResult.read(place), place));
        return 0;
      }
      Path page = place.resolve("validation.html");
      ValidationCampaign campaign = new CampaignFolder(place).read();
      ValidationJson.write(campaign, place.resolve("validation.json"));
      ValidationPage.write(campaign, page);
      lines(campaign).forEach(System.out::println);
      System.out.println("page: " + page);
      return 0;
    }

    /** The campaign's results, for a terminal. */
    static List<String> lines(ValidationCampaign campaign) {
      List<String> lines = new ArrayList<>();
      for (Condition condition : campaign.conditions()) {
        Validation validation = condition.validation();
        lines.add(text("%s: %d valid blocks of %s, split into comparisons of %d", condition.label(),
            validation.blocks(), validation.fixture(), campaign.blocks()));
        List<ValidationBar> bars = validation.bars(campaign.blocks());
        bars.forEach(bar -> lines.add(line(bar, validation)));
        if (bars.isEmpty()) {
          lines.add("  too few blocks to judge a criterion");
        }
        lines.add("  blocks  comparisons  A/A seen  +part found  slower  +ms held    +/-");
        validation.at().forEach(at -> lines.add(line(at)));
      }
      if (campaign.walls() != null) {
        lines.add("wall time of a process, coldstart / " + campaign.walls().program());
        campaign.walls().arms().forEach(arm -> lines.add(line(arm)));
      }
      return lines;
    }

    private static String line(ValidationBar bar, Validation validation) {
      String what = switch (bar.kind()) {
        case FALSE_POSITIVES -> "A/A comparisons that see a difference";
        case FOUND -> text("comparisons that find +%.3g %%", validation.addedPart() * 100);
        case COVERED -> text("intervals that contain +%.3g ms", validation.addedMs());
      };
      Estimate part = bar.observed().estimate();
      return text("  %-38s %3d of %-4d %5.1f %% (%.1f-%.1f), required %s %.0f %%: %s", what, bar.observed().seen(),
          bar.observed().of(), part.value() * 100, part.low() * 100, part.high() * 100,
          bar.kind().atMost() ? "at most" : "at least", bar.bound() * 100, outcome(bar.met(), bar.decided()));
    }

    private static String line(Validation.At at) {
      return text("  %6d  %11d  %s  %s  %s  %s  %5.1f %%", at.blocks(), at.comparisons(), part(at.falsePositives(), 8),
          part(at.found(), 11), part(at.saidSlower(), 6), part(at.covered(), 8), at.reach() * 100);
    }

    private static String part(Proportion proportion, int width) {
      return text("%" + (width - 2) + ".0f %%", proportion.value() * 100);
    }

    private static String line(WallAgreement arm) {
      String interval = arm.ratio().hasInterval() ? text(" (%.3f-%.3f)", arm.ratio().low(), arm.ratio().high()) : "";
      return text("  %-44s %.2f / %.2f ms = %.3f%s, required 1.00 +- %.2f: %s", arm.arm(), arm.medianMs(),
          arm.otherMedianMs(), arm.ratio().value(), interval, WallAgreement.TOLERANCE,
          outcome(arm.met(), arm.decided()));
    }

    private static String outcome(boolean met, boolean decided) {
      return (met ? "met" : "not met") + (decided ? "" : " as observed; more data could change it");
    }

    private static String text(String format, Object... values) {
      return String.format(Locale.ROOT, format, values);
    }
  }
}
