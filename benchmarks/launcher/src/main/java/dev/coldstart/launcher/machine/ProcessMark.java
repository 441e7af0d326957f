package dev.coldstart.launcher.machine;

import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Optional;

/**
 * Marks the processes and temporary folders of this process, so that they can be found after it was killed. The mark is
 * an environment variable, which every descendant inherits, and a prefix of folder names. {@code scripts/start-jvm}
 * sets it. If this process is killed, that script kills the processes and removes the folders that carry the mark.
 */
public final class ProcessMark {

  /**
   * The value always has the same length, because the size of the environment moves a process's stack and so affects
   * its times.
   */
  public static final String VARIABLE = "COLDSTART_LAUNCH";

  /** This process's own mark. The mark of each launch begins with it. */
  public static final String OWN = Optional.ofNullable(System.getenv(VARIABLE))
      .filter(given -> given.matches("[0-9a-f]{16}"))
      .orElseGet(() -> HexFormat.of().toHexDigits(new SecureRandom().nextLong()));

  private ProcessMark() {}
}
