package dev.coldstart.validation.estimate;

/** A run that the harness cannot be validated with; the message says what was expected. */
public final class ValidationException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public ValidationException(String message) {
    super(message);
  }
}
