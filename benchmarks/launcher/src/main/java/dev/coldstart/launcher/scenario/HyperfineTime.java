package dev.coldstart.launcher.scenario;

/**
 * One child's wall time as hyperfine took it: a line of what a run leaves for {@code coldstart validate}.
 *
 * @param block of the launch that it stands beside
 * @param arm that launch's arm
 * @param fixture that launch's fixture
 * @param seconds from spawn to exit
 */
public record HyperfineTime(int block, String arm, String fixture, double seconds) {

  /** The file in a run's folder, one line a time. */
  public static final String FILE = "hyperfine.jsonl";
}
