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
import java.util.OptionalLong;

/**
 * Work done ahead of time and outside the clock: what a configuration asks for, made anew in each run for each JDK and
 * fixture, and the cache of a profile, for each arm.
 */
public final class Preparations {

  private static final Duration TIMEOUT = Duration.ofMinutes(5);

  /** What an arm has; a place that does not exist where nothing was to be done. */
  private record Made(Path place, Arm.Preparation cost, String failure) {}

  private final Path workFolder;
  private final Caches caches;
  private final Made nothing;
  private final Map<String, Made> folders = new HashMap<>();
  private final Map<String, Made> cacheFiles = new HashMap<>();

  /**
   * @param workFolder for what goes with the run
   * @param caches for what is kept from run to run
   */
  public Preparations(Path workFolder, Path caches) {
    this.workFolder = workFolder;
    this.caches = new Caches(caches);
    this.nothing = new Made(workFolder.resolve("nothing-prepared"), null, null);
  }

  /** Does what the arm needs, if that is not done. */
  public void make(PlannedArm arm) {
    arm.configuration()
        .preparation()
        .ifPresent(preparation -> folders.computeIfAbsent(folderKey(arm), key -> prepared(arm, key, preparation)));
    if (arm.cache().isPresent() && failure(arm) == null) {
      cacheFiles.computeIfAbsent(cacheKey(arm), key -> cached(arm));
    }
  }

  private Made prepared(PlannedArm arm, String key, Configuration.Preparation preparation) {
    try {
      Path folder = Files.createDirectory(workFolder.resolve("prepared-" + key));
      Path log = workFolder.resolve("prepared-" + key + ".log");
      OptionalLong tookMs = run(command(arm, preparation, folder), log);
      return tookMs.isPresent()
          ? new Made(folder, new Arm.Preparation(preparation.label(), tookMs.getAsLong(), Folders.bytes(folder)), null)
          : new Made(folder, null, preparation.main() + " failed: " + Files.readString(log).strip());
    } catch (IOException e) {
      throw new UserError("preparing " + arm.configuration().id() + " failed: " + e, e);
    }
  }

  private Made cached(PlannedArm arm) {
    try {
      Path work = Files.createTempDirectory(workFolder, "training-");
      Caches.Made made = caches.of(arm, folder(arm), work);
      String label = arm.cache().orElseThrow().label();
      return new Made(made.file(), new Arm.Preparation(label, made.tookMs(), made.bytes()), null);
    } catch (PreparationException e) {
      return new Made(nothing.place(), null, e.getMessage());
    } catch (IOException e) {
      throw new UserError("making the cache of " + arm.id() + " failed: " + e, e);
    }
  }

  /** @param folder that it fills */
  public static List<String> command(PlannedArm arm, Configuration.Preparation preparation, Path folder) {
    List<String> words = new ArrayList<>();
    words.add(arm.jdk().java().toString());
    words.addAll(ChildCommand.configurationArgs(arm.configuration(), arm.jdk(), folder));
    words.addAll(List.of("-cp", ChildCommand.classPath(arm.configuration()), preparation.main()));
    words.addAll(List.of(folder.toString(), arm.fixture().module().toString(), arm.fixture().id()));
    return words;
  }

  /** How long it took, in ms; empty when it failed, for which the log may say why. */
  static OptionalLong run(List<String> command, Path log) throws IOException {
    return Program.run(new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile()), TIMEOUT);
  }

  /** The folder that was filled for the arm; a name that does not exist where nothing was to be done. */
  public Path folder(PlannedArm arm) {
    return folders.getOrDefault(folderKey(arm), nothing).place();
  }

  /** The arm's cache; a name that does not exist where its profile has none. */
  public Path cache(PlannedArm arm) {
    return cacheFiles.getOrDefault(cacheKey(arm), nothing).place();
  }

  /** How a child of the arm is started. @param temporary its own folder */
  public ChildCommand command(PlannedArm arm, Path temporary) {
    return new ChildCommand(arm, folder(arm), cache(arm), temporary);
  }

  /** What it cost together; null where nothing was to be done. */
  public Arm.Preparation cost(PlannedArm arm) {
    Arm.Preparation folder = folders.getOrDefault(folderKey(arm), nothing).cost();
    Arm.Preparation cache = cacheFiles.getOrDefault(cacheKey(arm), nothing).cost();
    if (folder == null || cache == null) {
      return folder == null ? cache : folder;
    }
    return new Arm.Preparation(
        folder.label() + "; " + cache.label(), folder.tookMs() + cache.tookMs(), folder.bytes() + cache.bytes());
  }

  /** Why it failed; null where it did not. */
  public String failure(PlannedArm arm) {
    String failure = folders.getOrDefault(folderKey(arm), nothing).failure();
    return failure == null ? cacheFiles.getOrDefault(cacheKey(arm), nothing).failure() : failure;
  }

  private static String folderKey(PlannedArm arm) {
    return arm.configuration().id() + "-" + arm.jdk().id() + "-" + arm.fixture().id();
  }

  private static String cacheKey(PlannedArm arm) {
    return arm.fixture().id() + " " + arm.uncontrolled().id();
  }
}
