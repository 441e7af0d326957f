package dev.coldstart.command;

import dev.coldstart.launcher.catalog.Checkout;
import dev.coldstart.launcher.machine.ProcessLimits;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import picocli.CommandLine.Option;

/** How every run launches, and where it is written. */
final class LaunchOptions {

  @Option(names = "--timeout", converter = Converters.DurationConverter.class, defaultValue = "60s",
      paramLabel = "<time>", description = "how long one launch may take [${DEFAULT-VALUE}]")
  private Duration timeout;

  @Option(names = "--memory-limit", converter = Converters.SizeConverter.class, defaultValue = "4g",
      paramLabel = "<size>", description = "how much memory one launch may have, such as 512m or 8g [${DEFAULT-VALUE}]")
  private long memoryBytes;

  @Option(names = "--seed", paramLabel = "<n>", description = "seed of all random orders [a new one each time]")
  private Long seed;

  @Option(names = "--out", paramLabel = "<folder>",
      description = "the folder in which the run's own folder is made [reports/out]")
  private Path out;

  ProcessLimits limits() {
    return new ProcessLimits(timeout, memoryBytes);
  }

  boolean hasSeed() {
    return seed != null;
  }

  long seed() {
    return seed == null ? new SecureRandom().nextInt(Integer.MAX_VALUE) : seed;
  }

  Path out(Checkout home) {
    return out == null ? home.out() : out.toAbsolutePath();
  }
}
