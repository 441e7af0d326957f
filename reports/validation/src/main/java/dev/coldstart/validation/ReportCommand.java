package dev.coldstart.validation;

import dev.coldstart.launcher.UserError;
import dev.coldstart.validation.estimate.ValidationCampaign;
import dev.coldstart.validation.estimate.ValidationJson;
import dev.coldstart.validation.page.ValidationPage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(name = "report",
    description = "Says how often the harness was right where the truth is known, from a campaign's raw data alone.",
    mixinStandardHelpOptions = true)
final class ReportCommand implements Callable<Integer> {

  @Parameters(paramLabel = "<campaign>",
      description = "a folder with one folder a condition, as scripts/validate-harness makes it")
  private Path folder;

  @Override
  public Integer call() throws Exception {
    if (!Files.isDirectory(folder)) {
      throw new UserError(
          "no campaign folder at " + folder + "; scripts/validate-harness makes one, reports/out/validation");
    }
    CampaignFolder place = new CampaignFolder(folder.toRealPath());
    ValidationCampaign campaign = place.read();
    ValidationJson.write(campaign, place.json());
    ValidationPage.write(campaign, place.page());
    ValidationText.lines(campaign).forEach(System.out::println);
    System.out.println("page: " + place.page());
    return 0;
  }
}
