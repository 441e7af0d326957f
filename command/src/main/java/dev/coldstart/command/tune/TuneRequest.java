package dev.coldstart.command.tune;

import dev.coldstart.launcher.UserError;
import dev.coldstart.launcher.catalog.Checkout;
import dev.coldstart.launcher.machine.ProcessLimits;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/**
 * A tuning as the user requested it.
 *
 * @param jdks the JDK by feature version, version or home; empty for the newest
 * @param budget no further round begins when this time is used up
 * @param blocks counted blocks of the final run
 * @param seed seed of all random orders
 * @param limits limits of one launch
 * @param out the parent of the tuning's folder
 * @param commandLine the arguments as given
 */
public record TuneRequest(Checkout home, String runtime, String fixture, List<String> jdks, Duration budget, int blocks,
    long seed, ProcessLimits limits, Path out, List<String> commandLine) {

  /** @throws UserError if the final run would have no counted block */
  public TuneRequest {
    if (blocks < 1) {
      throw new UserError("--blocks " + blocks + ": the final measurement needs at least 1 block besides the warm-up");
    }
  }
}
