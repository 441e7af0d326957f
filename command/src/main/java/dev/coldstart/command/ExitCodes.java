package dev.coldstart.command;

import dev.coldstart.launcher.run.MainJob;

/** Exit codes, and the texts with which the help of the commands lists them. */
final class ExitCodes {

  static final int OF_FAILED = MainJob.ARMS_FAILED;

  /** A problem that the user can fix, such as wrong arguments. */
  static final int OF_USER_ERROR = 2;

  static final int OF_DEFECT = 70;

  static final String HEADING = "%nExit codes:%n";
  static final String DONE = MainJob.DONE + ":done";
  static final String FAILED = OF_FAILED + ":an arm failed, or nothing was measured";
  static final String OF_COMMAND = "1, 3:see the --help of the command";
  static final String USER_ERROR =
      OF_USER_ERROR + ":wrong arguments, or a problem that you can fix; the message says how";
  static final String DEFECT = OF_DEFECT + ":an internal error, a bug in coldstart";
  static final String INTERRUPTED = MainJob.INTERRUPTED + ":interrupted; resume with --resume";

  private ExitCodes() {}
}
