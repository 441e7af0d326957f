package dev.coldstart.launcher.prepare;

import dev.coldstart.fixtures.Twin;
import dev.coldstart.launcher.UserError;
import dev.coldstart.launcher.catalog.Configuration.ChildProgram;
import dev.coldstart.launcher.catalog.Configuration;
import dev.coldstart.launcher.machine.FailureWords;
import dev.coldstart.launcher.machine.Folders;
import dev.coldstart.launcher.machine.PageCache;
import dev.coldstart.launcher.machine.ProcessLimits;
import dev.coldstart.launcher.machine.Program;
import dev.coldstart.launcher.plan.PlannedArm;
import dev.coldstart.launcher.prepare.ArtifactCache.Making;
import dev.coldstart.launcher.prepare.ArtifactCache.PreparationException;
import dev.coldstart.record.Arm;
import dev.coldstart.record.text.IoReason;
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
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Prepares arms outside the clock. Runs the configuration's preparation, once for each JDK and fixture, and makes the
 * image and the caches for each arm's profile. All of it is kept for later runs.
 */
public final class Artifacts {

  /** Room for the images and caches of a tuning's best arms, with a reserve. Each takes 10 to 100 MB. */
  private static final long MOST_KEPT_BYTES = 4_000_000_000L;

  private static final String PREPARED = "prepared";
  private static final Path NO_INPUT = Path.of("/dev/null");
  private static final Duration TIME = Duration.ofMinutes(5);

  /** A prepared artifact. If there was nothing to do, the path does not exist. */
  record Made(Path place, Arm.Preparation cost, String failure) {

    static Made of(Path place, String label, long tookMs, long bytes) {
      return new Made(place, new Arm.Preparation(label, tookMs, bytes), null);
    }
  }

  private final Path workFolder;
  private final Path caches;
  private final ArtifactCache kept;
  private final JvmArtifacts jvms;
  private final ProcessLimits limits;
  private final PageCache pageCache;
  private final Made nothing;
  private final Map<String, Made> made = new HashMap<>();

  /**
   * @param workFolder the folder for everything that is removed with the run
   * @param caches the folder for artifacts that are kept across runs; if it cannot be written, for example because the
   * checkout belongs to another user or to an image, the work folder is used instead
   */
  public Artifacts(Path workFolder, Path caches) {
    this(workFolder, caches, ProcessLimits.DEFAULT_MEMORY_BYTES, PageCache.WARM);
  }

  /**
   * @param memoryBytes the most memory that a preparation may have
   * @param pageCache what launches shall find in the page cache
   */
  public Artifacts(Path workFolder, Path caches, long memoryBytes, PageCache pageCache) {
    this.pageCache = pageCache;
    this.limits = new ProcessLimits(TIME, memoryBytes);
    this.workFolder = workFolder;
    this.caches = caches;
    this.kept = new ArtifactCache(isKept() ? caches : workFolder.resolve("caches"));
    this.jvms = new JvmArtifacts(kept, limits);
    this.nothing = new Made(workFolder.resolve("nothing-prepared"), null, null);
  }

  /**
   * Prepares the arm, except for what is already done.
   *
   * @param caches how many caches the arm gets if its profile has one
   */
  public void make(PlannedArm arm, int caches) {
    arm.configuration()
        .preparation()
        .ifPresent(preparation -> make(folderKey(arm), "preparing " + arm.configuration().id(),
            work -> prepared(arm, preparation, work)));
    if (pageCache == PageCache.COLD) {
      make(copyKey(arm), "copying " + arm.jdk().id(), work -> copy(arm));
    }
    if (arm.jlink().isPresent() && failure(arm) == null) {
      make(imageKey(arm), "making the image of " + arm.id(), work -> jvms.image(arm, work));
    }
    for (int i = 0; i < caches && arm.cache().isPresent() && failure(arm) == null; i++) {
      int number = i;
      make(cacheKey(arm, number), "making the cache of " + arm.id(),
          work -> jvms.cache(arm, number, jvm(arm), folder(arm), work));
    }
  }

  /**
   * A copy of the arm's JDK that no other process uses, because pages that a process has mapped stay in the page cache.
   */
  private Made copy(PlannedArm arm) throws IOException, PreparationException {
    if (arm.configuration().program().isPresent()) {
      throw new PreparationException("cannot be launched with a cold page cache: "
          + arm.configuration().program().get().name() + " shares its libraries with other programs of this machine");
    }
    return jvms.copy(arm.jdk());
  }

  private Made prepared(PlannedArm arm, Configuration.Preparation preparation, Path work)
      throws IOException, PreparationException {
    Path log = work.resolve("prepared.log");
    ArtifactCache.Kept made = kept.of(CacheKey.ofPreparation(arm), place -> {
      Program.Ended ended = run(command(arm, Files.createDirectory(place.resolve(PREPARED))), limits, log);
      if (ended.failure() != null) {
        throw new PreparationException(preparation.main() + " failed: " + FailureWords.of(ended.failure(), log));
      }
      return ended.tookMs();
    });
    Path folder = made.place().resolve(PREPARED);
    return Made.of(folder, preparation.label(), made.tookMs(), Folders.bytes(folder));
  }

  /** @param making receives a folder that its programs may write to */
  private void make(String key, String what, Making<Made> making) {
    try {
      if (!made.containsKey(key)) {
        made.put(key, making.in(Files.createTempDirectory(workFolder, "making-")));
      }
    } catch (PreparationException e) {
      made.put(key, new Made(nothing.place(), null, e.getMessage()));
    } catch (IOException e) {
      throw new UserError(what + " failed: " + IoReason.of(e), e);
    }
  }

  /**
   * The preparation's command. It always runs on the JDK itself, with the staged class path, because all profiles share
   * its result.
   *
   * @param folder the folder that it fills
   */
  public static List<String> command(PlannedArm arm, Path folder) {
    Configuration configuration = arm.configuration();
    List<String> words = new ArrayList<>(List.of(arm.jdk().java().toString()));
    words.addAll(ChildCommand.configurationArgs(configuration, arm.jdk(), folder));
    words.addAll(List.of(Arm.CLASS_PATH, ChildCommand.joined(configuration.preparationClassPath(folder)),
        configuration.preparation().orElseThrow().main()));
    words.addAll(List.of(folder.toString(), arm.fixture().module().toString(), arm.fixture().id()));
    Twin twin = arm.fixture().twin();
    if (twin.jar() != null) {
      words.addAll(List.of(twin.jar().toString(), twin.type()));
    }
    return words;
  }

  /** Runs a program without input and writes all its output to the log. */
  static Program.Ended run(List<String> command, ProcessLimits limits, Path log) throws IOException {
    return run(command, Optional.empty(), limits, log);
  }

  static Program.Ended run(List<String> command, Optional<Path> input, ProcessLimits limits, Path log)
      throws IOException {
    return Program.end(new ProcessBuilder(command).redirectInput(input.orElse(NO_INPUT).toFile())
        .redirectErrorStream(true)
        .redirectOutput(log.toFile()), limits);
  }

  /** The program's output in its log. Bytes that are not UTF-8 are replaced. */
  static String said(Path log) throws IOException {
    return new String(Files.readAllBytes(log), StandardCharsets.UTF_8).strip();
  }

  /** What launches shall find in the page cache. */
  public PageCache pageCache() {
    return pageCache;
  }

  /** The folder that was filled for the arm. A path that does not exist if there was nothing to do. */
  public Path folder(PlannedArm arm) {
    return made(folderKey(arm)).place();
  }

  /**
   * A cache of the arm. A path that does not exist if its profile has none.
   *
   * @param number the cache's index, from 0
   */
  public Path cache(PlannedArm arm, int number) {
    return made(cacheKey(arm, number)).place();
  }

  /** The home of the JVM for the arm's children. A path that does not exist if the image could not be made. */
  private Path jvm(PlannedArm arm) {
    if (arm.jlink().isPresent()) {
      return made(imageKey(arm)).place();
    }
    return made.containsKey(copyKey(arm)) ? made(copyKey(arm)).place() : arm.jdk().home();
  }

  /**
   * The command that starts a child of the arm.
   *
   * @param number the index of the cache that it starts from, from 0
   * @param temporary the child's own temporary folder
   */
  public ChildCommand command(PlannedArm arm, int number, Path temporary) {
    return new ChildCommand(arm, jvm(arm), folder(arm), cache(arm, number), temporary);
  }

  /** The total cost of the arm's preparations, counting only the first cache. Null if there was nothing to do. */
  public Arm.Preparation cost(PlannedArm arm) {
    return of(arm).map(Made::cost)
        .filter(Objects::nonNull)
        .reduce((all, next) -> new Arm.Preparation(all.label() + "; " + next.label(), all.tookMs() + next.tookMs(),
            all.bytes() + next.bytes()))
        .orElse(null);
  }

  /** Why a preparation of the arm failed, including any of its caches. Null if none failed. */
  public String failure(PlannedArm arm) {
    Stream<Made> caches = IntStream.iterate(1, number -> made.containsKey(cacheKey(arm, number)), number -> number + 1)
        .mapToObj(number -> made(cacheKey(arm, number)));
    return Stream.concat(of(arm), caches).map(Made::failure).filter(Objects::nonNull).findFirst().orElse(null);
  }

  private Stream<Made> of(PlannedArm arm) {
    return Stream.of(folderKey(arm), copyKey(arm), imageKey(arm), cacheKey(arm, 0)).map(this::made);
  }

  private Made made(String key) {
    return made.getOrDefault(key, nothing);
  }

  /** Whether caches and images are kept for the next run. */
  public boolean isKept() {
    return Folders.canBeMade(caches);
  }

  /** Removes the least recently used kept artifacts if all of them exceed the limit. */
  public void trimKept() throws IOException {
    if (isKept()) {
      new ArtifactCache(caches).trim(MOST_KEPT_BYTES);
    }
  }

  private static String folderKey(PlannedArm arm) {
    return arm.configuration().id() + "-" + arm.jdk().id() + "-" + arm.fixture().id();
  }

  private static String copyKey(PlannedArm arm) {
    return "copy for " + arm.configuration().program().map(ChildProgram::name).orElse(arm.jdk().id());
  }

  /** An image depends on the class path and on jlink's options, so profiles of one configuration may share it. */
  private static String imageKey(PlannedArm arm) {
    return "image " + arm.configuration().id() + " " + arm.jdk().id() + " " + arm.jlink();
  }

  private static String cacheKey(PlannedArm arm, int number) {
    return "cache " + number + " " + arm.cacheOwner().key();
  }
}
