package dev.coldstart.launcher.prepare;

/** Work ahead of time that failed, which keeps an arm from running and not the run. */
final class PreparationException extends Exception {

  private static final long serialVersionUID = 1L;

  PreparationException(String reason) {
    super(reason);
  }
}
