package dev.coldstart.record;

/** A folder does not follow SCHEMA.md or TUNE.md. The message names the place, the problem and the remedy. */
public final class RunFormatException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public RunFormatException(String message) {
    super(message);
  }

  public RunFormatException(String message, Throwable cause) {
    super(message, cause);
  }
}
