package dev.coldstart.record.io;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/**
 * Replaces a file at once: a reader finds the old one or the new one whole, also when the writer was killed or the disk
 * was full.
 */
public final class WholeFile {

  /** What a file is called until it is whole. */
  public static final String ENDING = ".tmp";

  /** Writes the content. */
  public interface Writing {

    /** @param fresh a file of another name in the same folder */
    void to(Path fresh) throws IOException;
  }

  private WholeFile() {}

  public static void write(Path file, String text) throws IOException {
    write(file, fresh -> Files.writeString(fresh, text));
  }

  public static void write(Path file, Writing writing) throws IOException {
    // Not a file of createTempFile: only its owner could read that, and runs are shared.
    Path fresh = file.resolveSibling(file.getFileName() + ENDING);
    try {
      writing.to(fresh);
      Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      // It is still there where something failed, and takes room on a disk that may be full.
      Files.deleteIfExists(fresh);
    }
  }
}
