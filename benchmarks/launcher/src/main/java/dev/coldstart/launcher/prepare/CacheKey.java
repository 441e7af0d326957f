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

/** Everything that a cache or an image depends on, as one digest: another digest is another one. */
final class CacheKey {

  /** In the place of folders that differ from run to run and mean nothing to a cache. */
  private static final Path ANY = Path.of("any");

  /** A jar as it stood on the disk; another time or size is another jar. */
  private record Jar(Path path, FileTime modified, long bytes) {}

  /** Digests of jars in hex: each is read once a process, for the class paths of many arms share them. */
  static final Map<Jar, String> JARS = new ConcurrentHashMap<>();

  private final ByteArrayOutputStream parts = new ByteArrayOutputStream();

  /**
   * In hex: of the JDK, both command lines, each jar's name, time and bytes, the module and the event.
   *
   * @param number of the arm's cache, from 0
   * @param jvm the home of the JVM that starts from the cache
   */
  static String of(PlannedArm arm, int number, Path jvm) throws IOException {
    CacheKey key = new CacheKey();
    key.add(arm.jdk());
    ChildCommand command = new ChildCommand(arm.uncontrolled(), jvm, ANY, ANY, ANY);
    key.add(String.join("\n", command.words()));
    key.add(String.join("\n", command.training()));
    // The JVM compares its own time too: an image that is made anew is another.
    key.add(String.valueOf(jvm.resolve("lib/modules").toFile().lastModified()));
    key.add(arm.configuration().classPath());
    key.add(Files.readAllBytes(arm.fixture().module()));
    key.add(Files.readAllBytes(arm.fixture().coldEvent().eventFile()));
    // The first of an arm has the key that it had when there was one.
    if (number > 0) {
      key.add("cache " + number);
    }
    Arm.Control control = arm.cacheOwner().control();
    if (control != null) {
      key.add("of " + control.kind());
    }
    return key.hex();
  }

  /** Of what an arm's class path needs of the JDK. */
  static String ofModules(PlannedArm arm) throws IOException {
    CacheKey key = new CacheKey();
    key.add("modules");
    key.add(arm.jdk());
    key.add(arm.configuration().classPath());
    return key.hex();
  }

  /** Of an image of the JDK. */
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
      // The JVM compares the time too, and refuses a CDS archive of the same bytes.
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

  /** With its length, so that no two sequences of parts are the same bytes. */
  private void add(byte[] part) {
    parts.writeBytes((part.length + ":").getBytes(StandardCharsets.UTF_8));
    parts.writeBytes(part);
  }
}
