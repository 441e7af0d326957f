package dev.coldstart.launcher.prepare;

import dev.coldstart.launcher.plan.PlannedArm;
import dev.coldstart.record.text.SafeText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalLong;
import java.util.regex.Pattern;

/**
 * JVMs that jlink makes of a JDK and of no more of its modules than a class path needs, as jdeps finds them in its
 * classes. What is reached by reflection or as a service jdeps does not see: a child that misses it fails, which its
 * launch tells.
 *
 * @param kept where they are: class paths that need the same modules have one image
 */
record Images(ArtifactCache kept) {

  private static final Pattern MODULES = Pattern.compile("[A-Za-z0-9_.]+(,[A-Za-z0-9_.]+)*");
  private static final int MOST_CHARACTERS = 300;

  /**
   * An image that is there.
   *
   * @param home of the JVM, with no link in it, as the JVM itself says it
   * @param tookMs how long it took to find the modules and to make it, whenever that was
   */
  record Made(Path home, long tookMs, long bytes) {}

  /**
   * The image of an arm, which is made where it is not there yet.
   *
   * @param work where its tools may write
   * @throws PreparationException when the modules cannot be found, or not be linked
   */
  Made of(PlannedArm arm, Path work) throws IOException, PreparationException {
    Path log = work.resolve("image.log");
    ArtifactCache.Kept found = kept.of(CacheKey.ofModules(arm), place -> find(arm, place.resolve("modules"), log));
    String modules = Files.readString(found.place().resolve("modules"));
    ArtifactCache.Kept image = kept.of(CacheKey.ofImage(arm, modules),
        place -> run(ImageCommands.jlink(arm, modules, place.resolve("image")), log));
    Path home = image.place().resolve("image").toRealPath();
    return new Made(home, found.tookMs() + image.tookMs(), Folders.bytes(home));
  }

  private static long find(PlannedArm arm, Path file, Path log) throws IOException, PreparationException {
    long tookMs = run(ImageCommands.jdeps(arm), log);
    // Warnings stand before it.
    String last = Files.readString(log).strip().lines().reduce("", (before, line) -> line);
    if (!MODULES.matcher(last).matches()) {
      throw failed("jdeps", log);
    }
    Files.writeString(file, last);
    return tookMs;
  }

  private static long run(List<String> command, Path log) throws IOException, PreparationException {
    OptionalLong tookMs = Artifacts.run(command, log);
    return tookMs.orElseThrow(() -> failed(Path.of(command.get(0)).getFileName().toString(), log));
  }

  private static PreparationException failed(String tool, Path log) {
    return new PreparationException("no image was made, " + tool + " says: " + said(log));
  }

  private static String said(Path log) {
    try {
      return SafeText.end(Files.readString(log), MOST_CHARACTERS);
    } catch (IOException e) {
      return "something that cannot be read (" + e.getMessage() + ")";
    }
  }
}
