package dev.coldstart.command.tune;

import dev.coldstart.launcher.UserError;
import dev.coldstart.launcher.catalog.Checkout;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/**
 * A tuning that somebody asked for.
 *
 * @param jdks the JDK, by feature version, version or home; empty for the newest
 * @param budget when it is used up no further round is begun
 * @param blocks counted blocks of the run at the end
 * @param seed of all random orders
 * @param timeout how long one launch may take
 * @param out the folder that the tuning's own folder goes into
 * @param commandLine the arguments as given
 */
public record TuneRequest(Checkout home, String runtime, String fixture, List<String> jdks, Duration budget, int blocks,
    long seed, Duration timeout, Path out, List<String> commandLine) {

  /** @throws UserError when its end could say nothing */
  public TuneRequest {
    if (blocks < 1) {
      throw new UserError("--blocks " + blocks + ": the run at the end needs at least 1 block that counts");
    }
  }
}
