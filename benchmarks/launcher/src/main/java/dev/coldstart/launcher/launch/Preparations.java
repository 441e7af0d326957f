package dev.coldstart.launcher.launch;

import dev.coldstart.launcher.UserError;
import dev.coldstart.launcher.catalog.Configuration;
import dev.coldstart.launcher.plan.PlannedArm;
import dev.coldstart.results.Arm;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Work done ahead of time, once a run for each configuration and JDK; made anew, for what is kept goes stale. */
public final class Preparations {

  private static final Duration TIMEOUT = Duration.ofMinutes(5);

  private record Made(Path folder, Arm.Preparation cost, String failure) {}

  private final Path workFolder;
  private final Map<String, Made> made = new HashMap<>();

  public Preparations(Path workFolder) {
    this.workFolder = workFolder;
  }

  /** Does what the arm needs, if that is not done. */
  public void make(PlannedArm arm) {
    arm.configuration()
        .preparation()
        .ifPresent(preparation -> made.computeIfAbsent(key(arm), key -> make(arm, key, preparation)));
  }

  private Made make(PlannedArm arm, String key, Configuration.Preparation preparation) {
    try {
      Path folder = Files.createDirectory(workFolder.resolve("prepared-" + key));
      Path log = workFolder.resolve("prepared-" + key + ".log");
      long startedNs = System.nanoTime();
      boolean done = run(command(arm, preparation, folder), log);
      long tookMs = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - startedNs);
      return done
          ? new Made(folder, new Arm.Preparation(preparation.label(), tookMs, Folders.bytes(folder)), null)
          : new Made(folder, null, preparation.main() + " failed: " + Files.readString(log).strip());
    } catch (IOException e) {
      throw new UserError("preparing " + arm.configuration().id() + " failed: " + e, e);
    }
  }

  private static List<String> command(PlannedArm arm, Configuration.Preparation preparation, Path folder) {
    List<String> words = new ArrayList<>();
    words.add(arm.jdk().java().toString());
    words.addAll(ChildCommand.configurationArgs(arm.configuration(), arm.jdk(), folder));
    words.addAll(List.of("-cp", ChildCommand.classPath(arm.configuration()), preparation.main(), folder.toString()));
    return words;
  }

  private static boolean run(List<String> command, Path log) throws IOException {
    Process process = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile()).start();
    try {
      boolean ended = process.waitFor(TIMEOUT.toSeconds(), TimeUnit.SECONDS);
      return ended && process.exitValue() == 0;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    } finally {
      process.destroyForcibly();
    }
  }

  /** The folder that was filled for the arm; a name that does not exist where nothing was to be done. */
  public Path folder(PlannedArm arm) {
    Made done = made.get(key(arm));
    return done == null ? workFolder.resolve("nothing-prepared") : done.folder();
  }

  /** What it cost; null where nothing was to be done. */
  public Arm.Preparation cost(PlannedArm arm) {
    Made done = made.get(key(arm));
    return done == null ? null : done.cost();
  }

  /** Why it failed; null where it did not. */
  public String failure(PlannedArm arm) {
    Made done = made.get(key(arm));
    return done == null ? null : done.failure();
  }

  private static String key(PlannedArm arm) {
    return arm.configuration().id() + "-" + arm.jdk().id();
  }
}
