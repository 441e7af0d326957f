package dev.coldstart.jmh;

import java.nio.file.Path;

/** A fork gave no result. The message holds what was run, why it failed, and the end of JMH's log. */
public final class JmhForkException extends Exception {

  private static final long serialVersionUID = 1L;

  /** Text, as a path does not serialise. */
  private final String log;

  JmhForkException(String message, Path log, Throwable cause) {
    super(message, cause);
    this.log = log.toString();
  }

  /** All that JMH and the fork have printed. */
  public Path log() {
    return Path.of(log);
  }
}
