package dev.coldstart.launcher;

import dev.coldstart.fixtures.FixtureException;
import dev.coldstart.record.RunFormatException;
import java.io.UncheckedIOException;

/** Something that the user can mend; the message says what is wrong, where, and what to do next. */
public final class UserError extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public UserError(String message) {
    super(message);
  }

  public UserError(String message, Throwable cause) {
    super(message, cause);
  }

  /**
   * Whether the message of a failure says all that the user needs: one of these, or a file that is not as it should be.
   */
  public static boolean isUsers(Exception failure) {
    return failure instanceof UserError || failure instanceof FixtureException || failure instanceof RunFormatException
        || failure instanceof UncheckedIOException;
  }
}
