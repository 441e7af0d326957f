package dev.coldstart.record.text;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Commands of this project, as whoever reads one can paste it where the program was started: a script by its path from
 * there, and every word quoted that a shell would not take as it stands.
 *
 * @param home the checkout's root; null where nobody told, and then the root is taken for the working folder
 * @param workingFolder absolute
 */
public record Commands(Path home, Path workingFolder) {

  /** Set by scripts and builds. */
  private static final String HOME = "coldstart.home";

  private static final Path SCRIPTS = Path.of("scripts");

  /** For whoever started this JVM. */
  public static Commands here() {
    String home = System.getProperty(HOME);
    return new Commands(home == null ? null : Path.of(home), Path.of("").toAbsolutePath());
  }

  /** A call of {@code scripts/coldstart}. */
  public String coldstart(String... words) {
    return coldstart(List.of(words));
  }

  public String coldstart(List<String> words) {
    return script("coldstart", words);
  }

  /** A call of any script of the checkout. */
  public String script(String name, List<String> words) {
    List<String> all = new ArrayList<>(List.of(place(SCRIPTS.resolve(name))));
    all.addAll(words);
    return ShellWords.toPaste(all);
  }

  /** What builds and stages everything. */
  public String build() {
    return isHome()
        ? "mvn verify -DskipTests"
        : ShellWords.toPaste(List.of("mvn", "-f", home.toString(), "verify", "-DskipTests"));
  }

  private boolean isHome() {
    return home == null || home.equals(workingFolder);
  }

  /**
   * A name alone would be looked for along the PATH, and what begins with a dash is an option of the script's shell.
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
