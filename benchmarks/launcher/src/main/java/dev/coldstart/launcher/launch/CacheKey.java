package dev.coldstart.launcher.launch;

import dev.coldstart.launcher.catalog.Jdk;
import dev.coldstart.launcher.catalog.StagedClassPath;
import dev.coldstart.launcher.plan.PlannedArm;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Everything that a cache depends on, as one digest: another digest is another cache. */
final class CacheKey {

  /** In the place of folders that differ from run to run and mean nothing to a cache. */
  private static final Path ANY = Path.of("any");

  private final MessageDigest digest;

  private CacheKey() {
    try {
      digest = MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }

  /** In hex: of the JDK, both command lines, each jar's name, time and bytes, the module and the event. */
  static String of(PlannedArm arm) throws IOException {
    CacheKey key = new CacheKey();
    Jdk jdk = arm.jdk();
    key.add(jdk.version() + " " + jdk.vendor());
    ChildCommand command = new ChildCommand(arm.uncontrolled(), ANY, ANY, ANY);
    key.add(String.join("\n", command.words()));
    key.add(String.join("\n", command.training()));
    for (Path jar : StagedClassPath.of(arm.configuration().stage())) {
      // The JVM compares the time too, and refuses a CDS archive of the same bytes.
      key.add(jar + " " + Files.getLastModifiedTime(jar).toMillis());
      key.add(Files.readAllBytes(jar));
    }
    key.add(Files.readAllBytes(arm.fixture().module()));
    key.add(Files.readAllBytes(arm.fixture().coldEvent().eventFile()));
    return HexFormat.of().formatHex(key.digest.digest());
  }

  private void add(String text) {
    add(text.getBytes(StandardCharsets.UTF_8));
  }

  /** With its length, so that no two sequences of parts are the same bytes. */
  private void add(byte[] part) {
    digest.update((part.length + ":").getBytes(StandardCharsets.UTF_8));
    digest.update(part);
  }
}
