package dev.coldstart.validation;

/**
 * One child's wall time as hyperfine took it: a line of {@link #FILE} in a run's folder.
 *
 * @param block of the launch that it stands beside
 * @param arm that launch's arm
 * @param fixture that launch's fixture
 * @param seconds from spawn to exit
 */
record HyperfineTime(int block, String arm, String fixture, double seconds) {

  /** The file in a run's folder, one line a time. */
  public static final String FILE = "hyperfine.jsonl";
}
