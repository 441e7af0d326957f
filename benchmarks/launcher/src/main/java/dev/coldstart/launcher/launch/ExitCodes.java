package dev.coldstart.launcher.launch;

import java.util.Map;

/** Exit codes in words. One beyond 128 is that of a process that a signal ended, in the JDK as in a shell. */
final class ExitCodes {

  private static final int SIGNALLED = 128;

  /** Those that end a JVM and have the same number on every platform, but for SIGBUS, which is Linux's. */
  private static final Map<Integer, String> SIGNALS =
      Map.of(1, "SIGHUP", 2, "SIGINT", 4, "SIGILL", 6, "SIGABRT, as when the JVM has crashed", 7, "SIGBUS", 8, "SIGFPE",
          9, "SIGKILL, as when memory has run out", 11, "SIGSEGV", 15, "SIGTERM");

  private ExitCodes() {}

  static String text(int exitCode) {
    String signal = SIGNALS.get(exitCode - SIGNALLED);
    return "exit code " + exitCode + (signal == null ? "" : " (" + signal + ")");
  }
}
