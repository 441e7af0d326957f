package dev.coldstart.record.text;

import java.nio.file.Files;
import java.nio.file.Path;

/** What this program was started from. Both have their files at the same places, except for scripts and results. */
public enum Layout {
  /** A checkout that was built. */
  CHECKOUT("scripts", "reports/out"),
  /** The archive made from a checkout. Nothing is written into its folder. */
  ARCHIVE("bin", "coldstart-out");

  /** System property that scripts and builds set to the home folder. */
  public static final String HOME = "coldstart.home";

  private static final String NAME = "coldstart";

  private final Path scripts;
  private final Path runs;

  Layout(String scripts, String runs) {
    this.scripts = Path.of(scripts);
    this.runs = Path.of(runs);
  }

  /** @param home the root of the checkout or of the unpacked archive; null if unknown, which counts as a checkout */
  public static Layout of(Path home) {
    return home != null && Files.isRegularFile(home.resolve(ARCHIVE.command())) ? ARCHIVE : CHECKOUT;
  }

  /** What this JVM was started from. */
  public static Layout here() {
    String home = System.getProperty(HOME);
    return of(home == null ? null : Path.of(home));
  }

  /** The folder of the scripts, from the home folder. */
  Path scripts() {
    return scripts;
  }

  /** The command as documents and pages name it: its path from the home folder. */
  public String command() {
    return scripts.resolve(NAME).toString();
  }

  /** The default folder for runs: from the home folder of a checkout, or from the working folder with the archive. */
  public Path runs() {
    return runs;
  }

  /** The end of a sentence that says that some folder holds no run. */
  public String whereRunsAre() {
    return applied("; runs are in reports/out, the newest at reports/out/latest");
  }

  /**
   * A text that was written for a checkout, such as the examples of a help text, with the names that are right here.
   */
  public String applied(String text) {
    return text.replace(CHECKOUT.command(), command()).replace(CHECKOUT.runs.toString(), runs.toString());
  }
}
