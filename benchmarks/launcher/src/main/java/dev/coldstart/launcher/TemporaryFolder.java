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
 * The folder that holds the temporary folders of runs and of their children.
 *
 * @param mounts the kernel's list of mounts, see proc_mounts(5); does not exist on every platform
 * @param freeBytes returns the free bytes on the disk that holds a folder
 */
public record TemporaryFolder(Path path, Path mounts, ToLongFunction<Path> freeBytes) {

  /** Room for the files that a run prepares for its runtimes, and for the files that children unpack. */
  public static final long TO_BEGIN_BYTES = 128L << 20;

  /** Room for the files that one child unpacks, with some reserve. */
  public static final long TO_GO_ON_BYTES = 32L << 20;

  /** The advice when this folder cannot be used. */
  public static final String MOVE = "set TMPDIR to another folder";

  /** The kernel escapes a space, a tab, a newline and a backslash in this way. */
  private static final Pattern OCTAL = Pattern.compile("\\\\([0-7]{3})");

  public static TemporaryFolder ofThisJvm() {
    return new TemporaryFolder(Path.of(System.getProperty("java.io.tmpdir")).toAbsolutePath(),
        Path.of("/proc/self/mounts"), folder -> folder.toFile().getUsableSpace());
  }

  /**
   * Returns why no run can have its folder here, and what to do about it. Empty if one can.
   *
   * @param leastFreeBytes the free bytes that the run needs
   */
  public Optional<String> unfit(long leastFreeBytes) {
    if (!Files.isDirectory(path) || !Files.isWritable(path)) {
      return Optional.of("the temporary folder " + path + " is not a writable folder: " + MOVE);
    }
    long free = freeBytes.applyAsLong(path);
    return free >= leastFreeBytes
        ? Optional.empty()
        : Optional.of(String.format(Locale.ROOT,
            "only %.0f MB are free in the temporary folder %s, but a run needs %.0f: make room there, or %s",
            free / 1e6, path, leastFreeBytes / 1e6, MOVE));
  }

  /**
   * Returns why no native code can be loaded from this folder, and what to do about it. Empty if it can be, or if the
   * mount options are unknown.
   */
  public Optional<String> noNativeCode() {
    return mountOptions().contains("noexec")
        ? Optional.of("native code cannot be loaded from the temporary folder " + path
            + ", which is mounted noexec: set TMPDIR to a folder on another mount")
        : Optional.empty();
  }

  /** The options of the mount that holds this folder. Empty if they cannot be read. */
  private List<String> mountOptions() {
    String options = "";
    int longest = -1;
    try {
      String real = path.toRealPath() + "/";
      for (String line : new String(Files.readAllBytes(mounts), StandardCharsets.UTF_8).split("\n")) {
        String[] fields = line.split(" ");
        String place = fields.length < 4 ? "" : unescaped(fields[1]);
        // If several mounts share one mount point, the last one hides the others.
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
