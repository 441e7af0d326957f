package dev.coldstart.launcher.scenario;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * Waits until no other test starts AWS's client for Java. The client copies its native library to one fixed place,
 * {@code /tmp/.libaws-lambda-jni.so}, at each start: of two at once, one may load what the other has half written, and
 * crash. Runs need no such lock, because only one measures on a machine.
 */
record ClientLibraryLock(FileChannel file) implements AutoCloseable {

  static ClientLibraryLock taken() throws IOException {
    FileChannel file =
        FileChannel.open(Path.of("target", "client-library.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    file.lock();
    return new ClientLibraryLock(file);
  }

  @Override
  public void close() throws IOException {
    file.close();
  }
}
