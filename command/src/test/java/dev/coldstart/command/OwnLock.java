package dev.coldstart.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Gives each test a lock of its own, so that it does not wait for a measurement on this machine. */
final class OwnLock implements BeforeEachCallback, AfterEachCallback {

  private static final String LOCK = "coldstart.lock";

  @Override
  public void beforeEach(ExtensionContext test) throws IOException {
    System.setProperty(LOCK, Files.createTempDirectory("own-lock-").resolve("lock").toString());
  }

  @Override
  public void afterEach(ExtensionContext test) throws IOException {
    Path lock = Path.of(System.clearProperty(LOCK));
    Files.deleteIfExists(lock);
    Files.deleteIfExists(lock.getParent());
  }
}
