package dev.coldstart.record;

/** A run's folder is not as SCHEMA.md says; the message names the place, what is wrong and what to do. */
public final class RunFormatException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public RunFormatException(String message) {
    super(message);
  }

  public RunFormatException(String message, Throwable cause) {
    super(message, cause);
  }
}
