package dev.coldstart.launcher.prepare;

import dev.coldstart.fixtures.Fixture;
import dev.coldstart.launcher.catalog.Jdk;
import dev.coldstart.launcher.plan.PlannedArm;
import dev.coldstart.record.Arm;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** A digest of everything that a cache or an image depends on. Another digest means another artifact. */
final class CacheKey {

  /** Replaces folders that differ from run to run and do not affect a cache. */
  private static final Path ANY = Path.of("any");

  /** A jar's state on disk. A different time or size means a different jar. */
  private record Jar(Path path, FileTime modified, long bytes) {}

  /** The digests of jars, in hex. Each jar is read once per process, because many arms share it. */
  static final Map<Jar, String> JARS = new ConcurrentHashMap<>();

  private final ByteArrayOutputStream parts = new ByteArrayOutputStream();

  /**
   * The key of a cache, in hex: a digest of the JDK, both command lines, each jar's name, time and content, the module
   * and the event.
   *
   * @param number the index of the arm's cache, from 0
   * @param jvm the home of the JVM that starts from the cache
   * @param prepared the folder that the configuration's preparation filled
   */
  static String of(PlannedArm arm, int number, Path jvm, Path prepared) throws IOException {
    CacheKey key = new CacheKey();
    key.add(arm.jdk());
    ChildCommand command = new ChildCommand(arm.uncontrolled(), jvm, prepared, ANY, ANY);
    key.add(String.join("\n", command.words()));
    key.add(String.join("\n", command.training()));
    // The JVM also checks the time of its own modules file, so an image that was made again is a different image.
    key.add(String.valueOf(jvm.resolve("lib/modules").toFile().lastModified()));
    key.add(command.jars());
    key.add(Files.readAllBytes(arm.fixture().module()));
    key.add(Files.readAllBytes(arm.fixture().coldEvent().eventFile()));
    // The first cache has no number in its key, so keys from before several caches were supported remain valid.
    if (number > 0) {
      key.add("cache " + number);
    }
    Arm.Control control = arm.cacheOwner().control();
    if (control != null) {
      key.add("of " + control.kind());
    }
    return key.hex();
  }

  /** The key of what the configuration's preparation makes from the arm's module. */
  static String ofPreparation(PlannedArm arm) throws IOException {
    CacheKey key = new CacheKey();
    key.add("preparation");
    key.add(arm.jdk());
    key.add(String.join("\n", Artifacts.command(arm, ANY)));
    key.add(arm.configuration().preparationClassPath(ANY));
    key.add(Files.readAllBytes(arm.fixture().module()));
    if (arm.fixture().twin().jar() != null) {
      key.add(List.of(arm.fixture().twin().jar()));
    }
    return key.hex();
  }

  /** The key for the list of JDK modules that the arm's class path needs. */
  static String ofModules(PlannedArm arm) throws IOException {
    CacheKey key = new CacheKey();
    key.add("modules");
    key.add(arm.jdk());
    key.add(arm.configuration().classPath());
    return key.hex();
  }

  /** The key of a copy of the JDK. */
  static String ofCopy(Jdk jdk) {
    CacheKey key = new CacheKey();
    key.add("copy");
    key.add(jdk);
    key.add(jdk.home().toString());
    key.add(String.valueOf(jdk.home().resolve("lib/modules").toFile().lastModified()));
    return key.hex();
  }

  /** The key of an image of the JDK. */
  static String ofImage(PlannedArm arm, String modules) {
    CacheKey key = new CacheKey();
    key.add(arm.jdk());
    key.add(String.join("\n", JvmArtifacts.jlink(arm, modules, ANY)));
    return key.hex();
  }

  private String hex() {
    return Fixture.sha256(parts.toByteArray());
  }

  private void add(Jdk jdk) {
    add(jdk.version() + " " + jdk.vendor());
  }

  private void add(List<Path> jars) throws IOException {
    for (Path jar : jars) {
      // The JVM also checks the time, and rejects a CDS archive if only the time of a jar differs.
      FileTime modified = Files.getLastModifiedTime(jar);
      add(jar + " " + modified.toMillis());
      Jar known = new Jar(jar, modified, Files.size(jar));
      String bytes = JARS.get(known);
      if (bytes == null) {
        bytes = Fixture.sha256(Files.readAllBytes(jar));
        JARS.put(known, bytes);
      }
      add(bytes);
    }
  }

  private void add(String text) {
    add(text.getBytes(StandardCharsets.UTF_8));
  }

  /** Prefixes the length, so that different sequences of parts never give the same bytes. */
  private void add(byte[] part) {
    parts.writeBytes((part.length + ":").getBytes(StandardCharsets.UTF_8));
    parts.writeBytes(part);
  }
}
