package dev.coldstart.record.text;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.util.Map;

/** Why a file could not be read or written, in words: the JDK tells the most frequent reasons only by a class name. */
public final class IoReason {

  private static final Map<Class<?>, String> WORDS = Map.of(NoSuchFileException.class, "there is no ",
      AccessDeniedException.class, "no permission for ", FileAlreadyExistsException.class, "there is already ",
      DirectoryNotEmptyException.class, "not empty: ", NotDirectoryException.class, "not a folder: ");

  private IoReason() {}

  /** The reason with the file, for example {@code there is no /tmp/a.wasm}. */
  public static String of(IOException e) {
    String words = WORDS.get(e.getClass());
    if (words != null && e instanceof FileSystemException file && file.getReason() == null && file.getFile() != null) {
      return words + file.getFile();
    }
    String name = e.getClass().getSimpleName();
    boolean isPlain =
        e.getClass() == IOException.class || e instanceof FileSystemException file && file.getReason() != null;
    return e.getMessage() == null ? name : isPlain ? e.getMessage() : name + ": " + e.getMessage();
  }
}
