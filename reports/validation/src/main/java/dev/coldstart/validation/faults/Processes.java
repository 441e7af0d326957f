package dev.coldstart.validation.faults;

import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Processes with a mark in their environment, which all processes that they start inherit. Linux only. */
record Processes(String mark) {

  static final String VARIABLE = "COLDSTART_FAULT";

  private static final Path PROC = Path.of("/proc");
  private static final Pattern LAUNCH = Pattern.compile("\0" + FaultyJdk.LAUNCH + "=[^\0]*-");
  private static final Pattern NUMBER = Pattern.compile("[0-9]{1,9}");
  private static final int MOST_BYTES = 1 << 20;

  static final Duration GONE_WITHIN = Duration.ofSeconds(30);

  private static final Duration LOOK_EVERY = Duration.ofMillis(20);

  /** A zombie counts as ended. */
  private static final String ZOMBIE = ") Z ";

  /**
   * One process.
   *
   * @param words of its command line, each followed by a blank
   * @param environment the variables, each followed by a NUL
   */
  record Found(long pid, String words, String environment) {

    boolean isLauncher() {
      return words.contains(FaultyJdk.LAUNCHER);
    }

    boolean isLaunch() {
      return LAUNCH.matcher(environment).find();
    }
  }

  /** All marked processes that are alive. */
  List<Found> alive() {
    try (Stream<Path> entries = Files.list(PROC)) {
      return entries.map(entry -> entry.getFileName().toString())
          .filter(name -> NUMBER.matcher(name).matches())
          .map(Long::valueOf)
          .flatMap(pid -> find(pid).stream())
          .toList();
    } catch (IOException e) {
      throw new IllegalStateException("/proc cannot be read: the campaign needs Linux", e);
    }
  }

  private Optional<Found> find(long pid) {
    String environment = "\0" + text(pid, "environ");
    return environment.contains("\0" + VARIABLE + "=" + mark) && !text(pid, "stat").contains(ZOMBIE)
        ? Optional.of(new Found(pid, " " + text(pid, "cmdline").replace('\0', ' '), environment))
        : Optional.empty();
  }

  private static String text(long pid, String file) {
    try (InputStream in = new FileInputStream(PROC.resolve(String.valueOf(pid)).resolve(file).toFile())) {
      return new String(in.readNBytes(MOST_BYTES), StandardCharsets.ISO_8859_1);
    } catch (IOException gone) {
      return "";
    }
  }

  /** The processes still alive after the time in which they should have ended. */
  List<Found> left() {
    long untilNs = System.nanoTime() + GONE_WITHIN.toNanos();
    List<Found> left = alive();
    while (!left.isEmpty() && untilNs - System.nanoTime() > 0) {
      Moment.sleep(LOOK_EVERY);
      left = alive();
    }
    return left;
  }

  /** Kills all of them, including processes that start in the meantime. */
  void kill() {
    List<Found> found = alive();
    for (int round = 0; round < 10 && !found.isEmpty(); round++) {
      found.forEach(process -> ProcessHandle.of(process.pid()).ifPresent(ProcessHandle::destroyForcibly));
      found = alive();
    }
  }
}
