package dev.coldstart.launcher.catalog;

import dev.coldstart.launcher.UserError;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;

/** The folder in which the user's programs keep what they can make again. */
final class UserCache {

  private static final Path OWN = Path.of("coldstart");

  private UserCache() {}

  /** @throws UserError if the user has no home, or if its path cannot be part of a class path */
  static Path here() {
    Path folder = of(System.getenv(), System.getProperty("user.home"), System.getProperty("os.name"));
    return Checkout.onClassPaths("the cache folder", folder, "set XDG_CACHE_HOME to another folder");
  }

  /**
   * As the XDG Base Directory Specification has it, which ignores a relative path; on macOS as Apple does, unless the
   * variable is set.
   *
   * <p>A folder that all users share would not do: what is kept there is run.
   *
   * @param userHome the home folder for a user without the variable HOME; a question mark for one who has none
   * @throws UserError if there is no home
   */
  static Path of(Map<String, String> environment, String userHome, String system) {
    String given = environment.getOrDefault("XDG_CACHE_HOME", "");
    if (given.startsWith("/")) {
      return Path.of(given).resolve(OWN);
    }
    String home = Stream.of(environment.getOrDefault("HOME", ""), userHome)
        .filter(folder -> folder.startsWith("/"))
        .findFirst()
        .orElseThrow(() -> new UserError(
            "this user has no home folder to keep caches in: set XDG_CACHE_HOME to a folder that only"
                + " this user may write to"));
    return Path.of(home).resolve(system.startsWith("Mac") ? "Library/Caches" : ".cache").resolve(OWN);
  }
}
