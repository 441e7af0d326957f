package dev.coldstart.command;

/** Exit codes as the help of the commands lists them. */
final class ExitCodes {

  static final String HEADING = "%nExit codes:%n";
  static final String DONE = "0:done";
  static final String FAILED = "1:an arm failed, or nothing was measured or compared";
  static final String USER_ERROR = "2:wrong arguments, or something that you can fix";
  static final String DEFECT = "70:an internal error, a bug in coldstart";
  static final String INTERRUPTED = "130:interrupted; resume with --resume";

  private ExitCodes() {}
}
