package dev.coldstart.launcher.machine;

import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Optional;

/**
 * Marks what this process starts, so that it can be found when its parent is gone: a variable of the environment, which
 * every process inherits, and the prefix of temporary folders. {@code scripts/start-jvm} sets the mark; when this
 * process is killed, it kills the processes and removes the folders that carry it.
 */
public final class ProcessMark {

  /** Always of the same length: the size of its environment moves a process's stack, and with it its times. */
  public static final String VARIABLE = "COLDSTART_LAUNCH";

  /** Of this process; the mark of a launch begins with it. */
  public static final String OWN = Optional.ofNullable(System.getenv(VARIABLE))
      .filter(given -> given.matches("[0-9a-f]{16}"))
      .orElseGet(() -> HexFormat.of().toHexDigits(new SecureRandom().nextLong()));

  private ProcessMark() {}
}
