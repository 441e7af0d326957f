package dev.coldstart.launcher.scenario;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * Lets one test at a time start AWS's client for Java. The client copies its native library to one fixed place,
 * {@code /tmp/.libaws-lambda-jni.so}, at each start: of two at once, one may load what the other has half written, and
 * crash. Runs need no such lock, because only one measures on a machine.
 */
final class ClientLibraryLock {

  /** What starts the client. */
  interface Start<T, E extends Exception> {
    T now() throws E;
  }

  private ClientLibraryLock() {}

  static <T, E extends Exception> T alone(Start<T, E> start) throws E, IOException {
    Path file = Path.of("target", "client-library.lock");
    try (FileChannel lock = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
      lock.lock();
      return start.now();
    }
  }
}
