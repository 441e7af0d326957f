package dev.coldstart.validation;

import dev.coldstart.launcher.UserError;
import dev.coldstart.launcher.catalog.Checkout;
import dev.coldstart.validation.faults.Campaign;
import dev.coldstart.validation.faults.FaultsResult;
import dev.coldstart.validation.page.FaultsPage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(name = "faults",
    description = "Injects faults into small real runs, as a machine or a user may cause them, and checks the results.",
    mixinStandardHelpOptions = true)
final class FaultsCommand implements Callable<Integer> {

  private static final int SOMETHING_IS_BROKEN = 1;
  private static final int MOST_FAULTS = 10_000;

  @Option(names = "--fixture", required = true, description = "the fixture of each run")
  private String fixture;

  @Option(names = "--arm", required = true, description = "the arm of each run, in addition to the baseline")
  private String arm;

  @Option(names = "--faults", defaultValue = "200",
      description = "number of faults (${DEFAULT-VALUE}); 200 take half an hour")
  private int count;

  @Option(names = "--seed", description = "seed for the choice of faults and for each run (a new one each time)")
  private Long seed;

  @Option(names = "--only", split = ",",
      description = "only the faults with these numbers, out of those that the seed chooses")
  private Set<Integer> only = Set.of();

  @Option(names = "--out", description = "the folder to write to; it must not exist yet (reports/out/faults)")
  private Path out;

  @Override
  public Integer call() throws Exception {
    Checkout home = Checkout.find();
    Path folder = out == null ? home.out().resolve("faults") : out.toAbsolutePath().normalize();
    if (count < 1 || count > MOST_FAULTS) {
      throw new UserError("--faults " + count + " is not a number of faults; write for example 200");
    }
    if (Files.exists(folder)) {
      throw new UserError(folder + " already exists and is never overwritten: move it away, or give another --out");
    }
    long chosen = seed == null ? new SecureRandom().nextInt(Integer.MAX_VALUE) : seed;
    FaultsResult result = new Campaign(home, folder, List.of("--fixture", fixture, "--arm", arm), chosen, count, only)
        .run(System.out::println);
    System.out.println(FaultsPage.finding(result));
    System.out.println("page: " + FaultsPage.write(result, folder));
    return result.broken().isEmpty() ? 0 : SOMETHING_IS_BROKEN;
  }
}
