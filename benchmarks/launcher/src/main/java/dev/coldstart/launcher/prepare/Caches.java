package dev.coldstart.launcher.prepare;

import dev.coldstart.launcher.plan.PlannedArm;
import dev.coldstart.record.text.SafeText;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalLong;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The files that JVMs start from, by profile: CDS archives and AOT caches. Each is made by a run in which the handler
 * answers as in a launch, once for everything that it depends on ({@link CacheKey}), and kept until one of that
 * changes. A JVM checks little of it: JDK 25.0.3 runs old classes from an AOT cache whose jar has changed, with no
 * word.
 *
 * @param kept where they are
 */
record Caches(ArtifactCache kept) {

  private static final Pattern REASON = Pattern.compile("CDS|AOT|[Ee]rror|[Cc]annot");
  private static final int MOST_REASONS = 3;
  private static final int MOST_CHARACTERS = 300;

  /**
   * A cache that is there.
   *
   * @param tookMs how long it took to make, whenever that was
   */
  record Made(Path file, long tookMs, long bytes) {}

  /**
   * The cache of an arm, which is made where it is not there yet.
   *
   * @param jvm the home of the JVM that makes it and starts from it
   * @param prepared the folder that the configuration's preparation filled
   * @param work where the training run may write
   * @throws PreparationException when the training run fails, or leaves no cache
   */
  Made of(PlannedArm arm, Path jvm, Path prepared, Path work) throws IOException, PreparationException {
    String name = "cache" + arm.cache().orElseThrow().ending();
    ArtifactCache.Kept cache = kept.of(CacheKey.of(arm, jvm), place -> {
      Path file = place.resolve(name);
      return train(new ChildCommand(arm, jvm, prepared, file, work), file, work);
    });
    Path file = cache.place().resolve(name);
    return new Made(file, cache.tookMs(), Files.size(file));
  }

  private static long train(ChildCommand command, Path file, Path work) throws IOException, PreparationException {
    Path log = work.resolve("training.log");
    OptionalLong tookMs = Artifacts.run(command.training(), log);
    if (tookMs.isEmpty() || !Files.exists(file)) {
      throw new PreparationException("no cache was made: " + said(log));
    }
    return tookMs.getAsLong();
  }

  /**
   * What the JVM says of it, which stands between the child's response and its report, or before them. One that makes
   * an archive where it can, and goes on where it cannot, says why only where its training's arguments let it log.
   */
  private static String said(Path log) throws IOException {
    String reasons = new String(Files.readAllBytes(log), StandardCharsets.UTF_8).lines()
        .filter(line -> REASON.matcher(line).find())
        .limit(MOST_REASONS)
        .collect(Collectors.joining(" | "));
    return reasons.isEmpty() ? "the JVM says no reason" : SafeText.start(reasons, MOST_CHARACTERS);
  }
}
