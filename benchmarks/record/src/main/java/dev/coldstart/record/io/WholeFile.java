package dev.coldstart.record.io;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/**
 * Replaces a file atomically: a reader finds either the old or the new content, even if the writer was killed or the
 * disk was full.
 */
public final class WholeFile {

  /** Ending of the file's name until the content is complete. */
  public static final String ENDING = ".tmp";

  public interface Writing {

    /** @param fresh a file with another name in the same folder */
    void to(Path fresh) throws IOException;
  }

  private WholeFile() {}

  public static void write(Path file, String text) throws IOException {
    write(file, fresh -> Files.writeString(fresh, text));
  }

  public static void write(Path file, Writing writing) throws IOException {
    // Not createTempFile: only its owner could read the file, and runs are shared.
    Path fresh = file.resolveSibling(file.getFileName() + ENDING);
    try {
      writing.to(fresh);
      Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      // The file still exists if something failed, and the disk may be full.
      Files.deleteIfExists(fresh);
    }
  }
}
