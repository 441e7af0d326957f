package dev.coldstart.launcher.prepare;

import dev.coldstart.launcher.UserError;
import dev.coldstart.launcher.catalog.Configuration;
import dev.coldstart.launcher.plan.PlannedArm;
import dev.coldstart.launcher.prepare.ArtifactCache.Making;
import dev.coldstart.launcher.prepare.ArtifactCache.PreparationException;
import dev.coldstart.record.Arm;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Work done ahead of time and outside the clock: what a configuration asks for, made anew in each run for each JDK and
 * fixture, and for each arm the image and the cache of its profile.
 */
public final class Artifacts {

  /** Room for the images and caches of a tuning's best, and some more: each has 10 to 100 MB. */
  private static final long MOST_KEPT_BYTES = 4_000_000_000L;

  private static final Duration TIMEOUT = Duration.ofMinutes(5);

  /** What an arm has; a place that does not exist where nothing was to be done. */
  record Made(Path place, Arm.Preparation cost, String failure) {

    static Made of(Path place, String label, long tookMs, long bytes) {
      return new Made(place, new Arm.Preparation(label, tookMs, bytes), null);
    }
  }

  private final Path workFolder;
  private final Path caches;
  private final JvmArtifacts jvms;
  private final Made nothing;
  private final Map<String, Made> made = new HashMap<>();

  /**
   * @param workFolder for what goes with the run
   * @param caches for what is kept from run to run; where nothing can be written there, as to the checkout of another
   * user or of an image, all goes with the run
   */
  public Artifacts(Path workFolder, Path caches) {
    this.workFolder = workFolder;
    this.caches = caches;
    this.jvms = new JvmArtifacts(new ArtifactCache(isKept() ? caches : workFolder.resolve("caches")));
    this.nothing = new Made(workFolder.resolve("nothing-prepared"), null, null);
  }

  /**
   * Does what the arm needs, if that is not done.
   *
   * @param caches how many it gets where its profile has one
   */
  public void make(PlannedArm arm, int caches) {
    arm.configuration()
        .preparation()
        .ifPresent(preparation -> make(folderKey(arm), "preparing " + arm.configuration().id(),
            work -> prepared(arm, preparation, work)));
    if (arm.jlink().isPresent() && failure(arm) == null) {
      make(imageKey(arm), "making the image of " + arm.id(), work -> jvms.image(arm, work));
    }
    for (int i = 0; i < caches && arm.cache().isPresent() && failure(arm) == null; i++) {
      int number = i;
      make(cacheKey(arm, number), "making the cache of " + arm.id(),
          work -> jvms.cache(arm, number, jvm(arm), folder(arm), work));
    }
  }

  private static Made prepared(PlannedArm arm, Configuration.Preparation preparation, Path work)
      throws IOException, PreparationException {
    Path folder = Files.createDirectory(work.resolve("prepared"));
    Path log = work.resolve("prepared.log");
    Program.Ended ended = run(command(arm, preparation, folder), log);
    if (ended.failure() != null) {
      throw new PreparationException(preparation.main() + " failed: " + FailureWords.of(ended.failure(), log));
    }
    return Made.of(folder, preparation.label(), ended.tookMs(), Folders.bytes(folder));
  }

  /** @param making gets a folder to which what it runs may write */
  private void make(String key, String what, Making<Made> making) {
    try {
      if (!made.containsKey(key)) {
        made.put(key, making.in(Files.createTempDirectory(workFolder, "making-")));
      }
    } catch (PreparationException e) {
      made.put(key, new Made(nothing.place(), null, e.getMessage()));
    } catch (IOException e) {
      throw new UserError(what + " failed: " + e, e);
    }
  }

  /**
   * Always in the JDK and on the class path as staged: what it fills is there for every profile.
   *
   * @param folder that it fills
   */
  public static List<String> command(PlannedArm arm, Configuration.Preparation preparation, Path folder) {
    List<String> words = new ArrayList<>(List.of(arm.jdk().java().toString()));
    words.addAll(ChildCommand.configurationArgs(arm.configuration(), arm.jdk(), folder));
    words.addAll(List.of(Arm.CLASS_PATH, ChildCommand.joined(arm.configuration().classPath()), preparation.main()));
    words.addAll(List.of(folder.toString(), arm.fixture().module().toString(), arm.fixture().id()));
    return words;
  }

  /** Runs a program that says why it fails, if at all, in the log. */
  static Program.Ended run(List<String> command, Path log) throws IOException {
    return Program.end(new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile()), TIMEOUT);
  }

  /** What a program wrote to its log; of what is no UTF-8, as much as can be read. */
  static String said(Path log) throws IOException {
    return new String(Files.readAllBytes(log), StandardCharsets.UTF_8).strip();
  }

  /** The folder that was filled for the arm; a name that does not exist where nothing was to be done. */
  public Path folder(PlannedArm arm) {
    return made(folderKey(arm)).place();
  }

  /**
   * A cache of the arm; a name that does not exist where its profile has none.
   *
   * @param number which of them, from 0
   */
  public Path cache(PlannedArm arm, int number) {
    return made(cacheKey(arm, number)).place();
  }

  /** The home of the JVM that the arm's children run in; a name that does not exist where its image was not made. */
  private Path jvm(PlannedArm arm) {
    return arm.jlink().isPresent() ? made(imageKey(arm)).place() : arm.jdk().home();
  }

  /**
   * How a child of the arm is started.
   *
   * @param number of the cache that it starts from, from 0
   * @param temporary its own folder
   */
  public ChildCommand command(PlannedArm arm, int number, Path temporary) {
    return new ChildCommand(arm, jvm(arm), folder(arm), cache(arm, number), temporary);
  }

  /** What it cost together, with one cache, the first; null where nothing was to be done. */
  public Arm.Preparation cost(PlannedArm arm) {
    return of(arm).map(Made::cost)
        .filter(Objects::nonNull)
        .reduce((all, next) -> new Arm.Preparation(all.label() + "; " + next.label(), all.tookMs() + next.tookMs(),
            all.bytes() + next.bytes()))
        .orElse(null);
  }

  /** Why it failed, any cache of it too; null where it did not. */
  public String failure(PlannedArm arm) {
    Stream<Made> caches = IntStream.iterate(1, number -> made.containsKey(cacheKey(arm, number)), number -> number + 1)
        .mapToObj(number -> made(cacheKey(arm, number)));
    return Stream.concat(of(arm), caches).map(Made::failure).filter(Objects::nonNull).findFirst().orElse(null);
  }

  private Stream<Made> of(PlannedArm arm) {
    return Stream.of(folderKey(arm), imageKey(arm), cacheKey(arm, 0)).map(this::made);
  }

  private Made made(String key) {
    return made.getOrDefault(key, nothing);
  }

  /** Whether caches and images stay for the next run. */
  public boolean isKept() {
    return Folders.canBeMade(caches);
  }

  /** Removes what was used longest ago of what is kept from run to run, where that is more than a bound. */
  public void trimKept() throws IOException {
    if (isKept()) {
      new ArtifactCache(caches).trim(MOST_KEPT_BYTES);
    }
  }

  private static String folderKey(PlannedArm arm) {
    return arm.configuration().id() + "-" + arm.jdk().id() + "-" + arm.fixture().id();
  }

  /** The class path decides, and jlink's options: profiles of one configuration may share it. */
  private static String imageKey(PlannedArm arm) {
    return "image " + arm.configuration().id() + " " + arm.jdk().id() + " " + arm.jlink();
  }

  private static String cacheKey(PlannedArm arm, int number) {
    return "cache " + number + " " + arm.cacheOwner().key();
  }
}
