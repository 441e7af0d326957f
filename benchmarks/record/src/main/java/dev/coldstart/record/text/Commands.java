package dev.coldstart.record.text;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * This project's commands as text that a user can paste in the folder where the program was started. Scripts have their
 * path from there, and words are quoted if a shell would change them.
 *
 * @param home the root of the checkout or the archive; null if unknown, which counts as the working folder
 * @param workingFolder absolute path
 */
public record Commands(Path home, Path workingFolder) {

  /** Commands for the folder in which this JVM was started. */
  public static Commands here() {
    String home = System.getProperty(Layout.HOME);
    return new Commands(home == null ? null : Path.of(home), Path.of("").toAbsolutePath());
  }

  /** Calls {@code scripts/coldstart}, or the archive's {@code bin/coldstart}. */
  public String coldstart(String... words) {
    return coldstart(List.of(words));
  }

  public String coldstart(List<String> words) {
    return script("coldstart", words);
  }

  /** Calls a script of the same folder. */
  public String script(String name, List<String> words) {
    List<String> all = new ArrayList<>(List.of(place(Layout.of(home).scripts().resolve(name))));
    all.addAll(words);
    return ShellWords.toPaste(all);
  }

  /** What to do if a staged file is missing, as the end of a sentence. */
  public String build() {
    if (Layout.of(home) == Layout.ARCHIVE) {
      return "unpack the archive again";
    }
    return "build it with " + (isHome()
        ? "mvn verify -DskipTests"
        : ShellWords.toPaste(List.of("mvn", "-f", home.toString(), "verify", "-DskipTests")));
  }

  private boolean isHome() {
    return home == null || home.equals(workingFolder);
  }

  /**
   * The script's path. The shell would search the PATH for a name without a folder, and the script's interpreter would
   * read a path with a leading dash as an option.
   */
  private String place(Path script) {
    if (isHome()) {
      return script.toString();
    }
    Path absolute = home.resolve(script);
    if (!absolute.startsWith(workingFolder)) {
      return absolute.toString();
    }
    Path relative = workingFolder.relativize(absolute);
    return relative.getNameCount() == 1 || relative.toString().startsWith("-") ? "./" + relative : relative.toString();
  }
}
