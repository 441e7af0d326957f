package dev.coldstart.launcher;

import dev.coldstart.fixtures.FixtureException;
import dev.coldstart.record.RunFormatException;
import java.io.UncheckedIOException;

/** An error that the user can fix. The message says what is wrong, where, and what to do next. */
public final class UserError extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public UserError(String message) {
    super(message);
  }

  public UserError(String message, Throwable cause) {
    super(message, cause);
  }

  /**
   * Whether the failure's message is all that the user needs: a UserError, or a file that cannot be read or is
   * malformed.
   */
  public static boolean isUsers(Exception failure) {
    return failure instanceof UserError || failure instanceof FixtureException || failure instanceof RunFormatException
        || failure instanceof UncheckedIOException;
  }
}
