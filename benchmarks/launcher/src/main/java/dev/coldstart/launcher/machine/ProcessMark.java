package dev.coldstart.launcher.machine;

import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Optional;

/**
 * By which what comes from this process can be found when its parent is gone: a variable of the environment, which
 * every process passes on, and the beginning of the names of temporary folders. {@code scripts/start-jvm} gives this
 * process its mark, and ends and removes what carries it where this process was killed.
 */
public final class ProcessMark {

  /** Always of the same length: the size of its environment moves a process's stack, and with it its times. */
  public static final String VARIABLE = "COLDSTART_LAUNCH";

  /** This process's own, which those of launches continue. */
  public static final String OWN = Optional.ofNullable(System.getenv(VARIABLE))
      .filter(given -> given.matches("[0-9a-f]{16}"))
      .orElseGet(() -> HexFormat.of().toHexDigits(new SecureRandom().nextLong()));

  private ProcessMark() {}
}
