package dev.coldstart.runtimes.chicorycompiler;

import com.dylibso.chicory.compiler.Cache;
import java.io.File;
import java.io.FileInputStream;
import java.io.FileNotFoundException;
import java.io.IOException;

/** Compiled modules by digest, one file each. A missing one is an error: it would be compiled in the measured time. */
final class FilledCache implements Cache {

  private final String folder;

  FilledCache(String folder) {
    this.folder = folder;
  }

  /** A digest is {@code sha-256:} followed by base64. */
  static File file(String folder, String digest) {
    return new File(folder, digest.replace(':', '-').replace('/', '_'));
  }

  @Override
  public byte[] get(String digest) throws IOException {
    File file = file(folder, digest);
    try (FileInputStream in = new FileInputStream(file)) {
      return in.readAllBytes();
    } catch (FileNotFoundException missing) {
      throw new IOException("not compiled ahead of time: no " + file + "; have FillCache fill that folder", missing);
    }
  }

  @Override
  public void putIfAbsent(String digest, byte[] compiled) throws IOException {
    throw new IOException("compiled inside the clock: " + digest);
  }
}
