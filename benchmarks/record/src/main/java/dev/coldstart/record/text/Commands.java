package dev.coldstart.record.text;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * This project's commands as text that a user can paste in the folder where the program was started. Scripts have their
 * path from there, and words are quoted if a shell would change them.
 *
 * @param home the checkout's root; null if unknown, which counts as the working folder
 * @param workingFolder absolute path
 */
public record Commands(Path home, Path workingFolder) {

  /** System property that scripts and builds set. */
  private static final String HOME = "coldstart.home";

  private static final Path SCRIPTS = Path.of("scripts");

  /** Commands for the folder in which this JVM was started. */
  public static Commands here() {
    String home = System.getProperty(HOME);
    return new Commands(home == null ? null : Path.of(home), Path.of("").toAbsolutePath());
  }

  /** Calls {@code scripts/coldstart}. */
  public String coldstart(String... words) {
    return coldstart(List.of(words));
  }

  public String coldstart(List<String> words) {
    return script("coldstart", words);
  }

  /** Calls a script of the checkout. */
  public String script(String name, List<String> words) {
    List<String> all = new ArrayList<>(List.of(place(SCRIPTS.resolve(name))));
    all.addAll(words);
    return ShellWords.toPaste(all);
  }

  /** Builds and stages everything. */
  public String build() {
    return isHome()
        ? "mvn verify -DskipTests"
        : ShellWords.toPaste(List.of("mvn", "-f", home.toString(), "verify", "-DskipTests"));
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
