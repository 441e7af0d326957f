package dev.coldstart.launcher;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.ToLongFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The folder in which runs, and the children of runs, have temporary folders of their own.
 *
 * @param mounts the kernel's list of what is mounted where and how, see proc_mounts(5); not there on every platform
 * @param freeBytes how many bytes are free on the disk that a folder is on
 */
public record TemporaryFolder(Path path, Path mounts, ToLongFunction<Path> freeBytes) {

  /** What is prepared for the runtimes of a run, and what children unpack. */
  public static final long TO_BEGIN_BYTES = 128L << 20;

  /** What one child unpacks, and some more. */
  public static final long TO_GO_ON_BYTES = 32L << 20;

  /** What to do wherever it is of no use. */
  public static final String MOVE = "set TMPDIR to another folder";

  /** As the kernel writes a blank, a tab, a line's end and a backslash. */
  private static final Pattern OCTAL = Pattern.compile("\\\\([0-7]{3})");

  public static TemporaryFolder ofThisJvm() {
    return new TemporaryFolder(Path.of(System.getProperty("java.io.tmpdir")).toAbsolutePath(),
        Path.of("/proc/self/mounts"), folder -> folder.toFile().getUsableSpace());
  }

  /**
   * Why no run can have its folder in it, and what to do; empty when nothing speaks against it.
   *
   * @param leastFreeBytes what must be free
   */
  public Optional<String> unfit(long leastFreeBytes) {
    if (!Files.isDirectory(path) || !Files.isWritable(path)) {
      return Optional.of("the temporary folder " + path + " is no folder that can be written: " + MOVE);
    }
    long free = freeBytes.applyAsLong(path);
    return free >= leastFreeBytes
        ? Optional.empty()
        : Optional.of(String.format(Locale.ROOT,
            "only %.0f MB are free in the temporary folder %s, and a run needs %.0f: make room there, or %s",
            free / 1e6, path, leastFreeBytes / 1e6, MOVE));
  }

  /**
   * Why no native code can be loaded from it, and what to do; empty when nothing speaks against it, and where that is
   * not to be seen.
   */
  public Optional<String> noNativeCode() {
    return mountOptions().contains("noexec")
        ? Optional.of("native code cannot be loaded from the temporary folder " + path
            + ", which is mounted noexec: set TMPDIR to a folder on another mount")
        : Optional.empty();
  }

  /** Of the mount that it is on; none where that is not to be seen. */
  private List<String> mountOptions() {
    String options = "";
    int longest = -1;
    try {
      String real = path.toRealPath() + "/";
      for (String line : new String(Files.readAllBytes(mounts), StandardCharsets.UTF_8).split("\n")) {
        String[] fields = line.split(" ");
        String place = fields.length < 4 ? "" : unescaped(fields[1]);
        // Of several at one place, the last one covers the others.
        if (!place.isEmpty() && real.startsWith(place.endsWith("/") ? place : place + "/")
            && place.length() >= longest) {
          longest = place.length();
          options = fields[3];
        }
      }
    } catch (IOException notToBeSeen) {
      return List.of();
    }
    return List.of(options.split(","));
  }

  private static String unescaped(String field) {
    return OCTAL.matcher(field)
        .replaceAll(octal -> Matcher.quoteReplacement(Character.toString(Integer.parseInt(octal.group(1), 8))));
  }
}
