package dev.coldstart.validation;

import dev.coldstart.launcher.UserError;
import dev.coldstart.launcher.catalog.Checkout;
import dev.coldstart.validation.hostile.HostileCampaign;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(name = "modules",
    description = "Gives damaged and extreme modules to every adapter: each must be rejected, or run.",
    mixinStandardHelpOptions = true)
final class HostileCommand implements Callable<Integer> {

  private static final int SOMETHING_ENDED = 1;

  @Option(names = "--modules", defaultValue = "10000",
      description = "how many modules each configuration gets (${DEFAULT-VALUE}); 10000 take about an hour")
  private int count;

  @Option(names = "--arm", split = ",", description = "only these configurations")
  private List<String> arms = List.of();

  @Option(names = "--seed", description = "seed of the damaged modules (a new one each time)")
  private Long seed;

  @Option(names = "--most-seconds", defaultValue = "60",
      description = "a module that takes longer counts as a hang (${DEFAULT-VALUE})")
  private int mostSeconds;

  @Option(names = "--out", description = "the folder to write to; it must not exist yet (reports/out/modules)")
  private Path out;

  @Override
  public Integer call() throws Exception {
    Checkout home = Checkout.find();
    Path folder = out == null ? home.out().resolve("modules") : out.toAbsolutePath().normalize();
    if (count < 1) {
      throw new UserError("--modules " + count + " is not a number of modules; write for example 10000");
    }
    if (Files.exists(folder)) {
      throw new UserError(folder + " already exists and is never overwritten: move it away, or give another --out");
    }
    long chosen = seed == null ? new SecureRandom().nextInt(Integer.MAX_VALUE) : seed;
    System.out.println("seed " + chosen + ", " + count + " modules for each configuration");
    int ended = new HostileCampaign(home, arms, chosen, count, Duration.ofSeconds(mostSeconds)).run(folder,
        System.out::println);
    return ended == 0 ? 0 : SOMETHING_ENDED;
  }
}
