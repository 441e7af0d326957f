package dev.coldstart.launcher.run;

import dev.coldstart.launcher.UserError;
import dev.coldstart.record.Guards;
import java.nio.file.Path;
import java.util.Locale;

/** Stops a run before its disk is full: a full disk tears lines, and spoils what else uses it. */
final class FreeDisk {

  /** Raw data of the largest preset are a tenth of it. */
  static final long LEAST_BYTES = 256L << 20;

  private FreeDisk() {}

  /**
   * @param guards null when the machine was not watched
   * @throws UserError when too little is free; what was measured is kept
   */
  static void check(Guards guards, Path run) {
    if (guards != null && guards.freeBytes() != null && guards.freeBytes() < LEAST_BYTES) {
      throw new UserError(String.format(Locale.ROOT,
          "only %.0f MB are free on the disk of %s, and a run needs %.0f: make room, then go on with"
              + " coldstart run --resume %s",
          guards.freeBytes() / 1e6, run, LEAST_BYTES / 1e6, run));
    }
  }
}
