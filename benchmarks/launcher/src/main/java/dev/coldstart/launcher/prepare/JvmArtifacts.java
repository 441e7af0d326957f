package dev.coldstart.launcher.prepare;

import dev.coldstart.launcher.catalog.Jdk;
import dev.coldstart.launcher.catalog.Profile;
import dev.coldstart.launcher.machine.FailureWords;
import dev.coldstart.launcher.machine.Folders;
import dev.coldstart.launcher.machine.ProcessLimits;
import dev.coldstart.launcher.machine.Program;
import dev.coldstart.launcher.plan.PlannedArm;
import dev.coldstart.launcher.prepare.ArtifactCache.PreparationException;
import dev.coldstart.launcher.prepare.Artifacts.Made;
import dev.coldstart.record.text.SafeText;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Makes the files that an arm's JVM starts from, according to its profile: an image with only the modules that its
 * class path needs, and a CDS archive or an AOT cache. Each is made once for everything that it depends on
 * ({@link CacheKey}), and kept until that changes.
 *
 * @param kept the kept artifacts; class paths that need the same modules share one image
 * @param limits of each program that makes them
 */
public record JvmArtifacts(ArtifactCache kept, ProcessLimits limits) {

  private static final Pattern MODULES = Pattern.compile("[A-Za-z0-9_.]+(,[A-Za-z0-9_.]+)*");
  private static final Pattern REASON = Pattern.compile("CDS|AOT|[Ee]rror|[Cc]annot");
  private static final int MOST_REASONS = 3;

  /** For tools and for people. */
  private static final Set<String> NOT_COPIED = Set.of("jmods", "src.zip", "legal", "man", "demo", "include", "ct.sym");

  private static final int MOST_CHARACTERS = 300;

  /** The command that prints the modules that the arm's class path needs, separated by commas. */
  public static List<String> jdeps(PlannedArm arm) {
    Jdk jdk = arm.jdk();
    List<String> words =
        new ArrayList<>(List.of(jdk.tool("jdeps").toString(), "--print-module-deps", "--ignore-missing-deps"));
    words.addAll(List.of("--multi-release", String.valueOf(jdk.feature())));
    arm.configuration().classPath().forEach(jar -> words.add(jar.toString()));
    return words;
  }

  /**
   * The command that makes an image with these modules.
   *
   * @param modules as printed by jdeps
   * @param image the folder to create
   */
  public static List<String> jlink(PlannedArm arm, String modules, Path image) {
    List<String> words = new ArrayList<>(List.of(arm.jdk().tool("jlink").toString()));
    words.addAll(arm.jlink().orElseThrow().on(arm.jdk()));
    words.addAll(List.of("--add-modules", modules, "--output", image.toString()));
    return words;
  }

  /**
   * The home of the arm's image. Links are resolved, because the JVM reports its home in this form. Jdeps does not see
   * modules that are needed only by reflection or as services; a child without such a module fails, and so does its
   * launch.
   *
   * @param work a folder that the tools may write to
   * @throws PreparationException if the modules cannot be found or linked
   */
  Made image(PlannedArm arm, Path work) throws IOException, PreparationException {
    Path log = work.resolve("image.log");
    ArtifactCache.Kept found = kept.of(CacheKey.ofModules(arm), place -> find(arm, place.resolve("modules"), log));
    String modules = Files.readString(found.place().resolve("modules"));
    ArtifactCache.Kept image =
        kept.of(CacheKey.ofImage(arm, modules), place -> run(jlink(arm, modules, place.resolve("image")), log));
    Path home = image.place().resolve("image").toRealPath();
    return Made.of(home, "JVM image", found.tookMs() + image.tookMs(), Folders.bytes(home));
  }

  /** The home of a copy of the JDK, without what a JVM never reads. It costs an arm nothing that a user would pay. */
  Made copy(Jdk jdk) throws IOException, PreparationException {
    ArtifactCache.Kept copy = kept.of(CacheKey.ofCopy(jdk), place -> {
      long startedNs = System.nanoTime();
      Folders.copy(jdk.home(), place.resolve("jdk"), NOT_COPIED);
      return TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - startedNs);
    });
    return new Made(copy.place().resolve("jdk").toRealPath(), null, null);
  }

  private long find(PlannedArm arm, Path file, Path log) throws IOException, PreparationException {
    long tookMs = run(jdeps(arm), log);
    // Warnings come before the list.
    String last = Artifacts.said(log).lines().reduce("", (before, line) -> line);
    if (!MODULES.matcher(last).matches()) {
      throw noImage("jdeps", "named no modules", log);
    }
    Files.writeString(file, last);
    return tookMs;
  }

  private long run(List<String> command, Path log) throws IOException, PreparationException {
    Program.Ended ended = Artifacts.run(command, limits, log);
    if (ended.failure() != null) {
      throw noImage(Path.of(command.get(0)).getFileName().toString(), "failed, " + ended.failure(), log);
    }
    return ended.tookMs();
  }

  private static PreparationException noImage(String tool, String ended, Path log) throws IOException {
    return new PreparationException(FailureWords.of("no image was made: " + tool + " " + ended, log));
  }

  /**
   * The arm's cache. It is made by a run in which the handler answers as in a launch. A JVM validates little of it: JDK
   * 25.0.3 silently runs old classes from an AOT cache whose jar has changed.
   *
   * @param number the index of the arm's cache, from 0
   * @param jvm the home of the JVM that makes it and starts from it
   * @param prepared the folder that the configuration's preparation filled
   * @param work a folder that the training run may write to
   * @throws PreparationException if the training run fails or leaves no cache
   */
  Made cache(PlannedArm arm, int number, Path jvm, Path prepared, Path work) throws IOException, PreparationException {
    Profile.Cache cache = arm.cache().orElseThrow();
    String name = "cache" + cache.ending();
    ArtifactCache.Kept made = kept.of(CacheKey.of(arm, number, jvm, prepared),
        place -> train(new ChildCommand(arm, jvm, prepared, place.resolve(name), work)));
    Path file = made.place().resolve(name);
    // The warm-up uses only one of several caches. Reading each once keeps disk reads out of the launches that count.
    Files.copy(file, OutputStream.nullOutputStream());
    return Made.of(file, cache.label(), made.tookMs(), Files.size(file));
  }

  private long train(ChildCommand command) throws IOException, PreparationException {
    Path log = command.temporary().resolve("training.log");
    Program.Ended ended = Artifacts.run(command.training(), command.standardInput(), limits, log);
    if (ended.failure() != null || !Files.exists(command.cache())) {
      throw new PreparationException("no cache was made: " + whyNoCache(ended.failure(), log));
    }
    return ended.tookMs();
  }

  /**
   * The JVM's messages about the cache, which are between the child's response and its report, or before both. A JVM
   * that continues without an archive it cannot make gives a reason only if the training arguments enable logging.
   *
   * @param failure how the training run failed; null if it succeeded, and its output is just a response and a report
   */
  private static String whyNoCache(String failure, Path log) throws IOException {
    String reasons = Artifacts.said(log)
        .lines()
        .filter(line -> REASON.matcher(line).find())
        .limit(MOST_REASONS)
        .collect(Collectors.joining(" | "));
    if (reasons.isEmpty()) {
      return failure == null ? "the training run succeeded, and the JVM gave no reason" : FailureWords.of(failure, log);
    }
    return FailureWords.withRoom(SafeText.start(reasons, MOST_CHARACTERS), log.getParent());
  }
}
