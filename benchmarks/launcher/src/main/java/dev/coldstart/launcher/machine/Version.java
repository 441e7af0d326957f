package dev.coldstart.launcher.machine;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/**
 * The harness's own version: that of its jar, and the commit of its checkout.
 *
 * @param commit null outside a checkout, or without git
 * @param clean whether nothing was changed since; null likewise
 */
public record Version(String commit, Boolean clean) {

  private static final String HEADER = "# ";
  private static final String COMMIT = "# branch.oid ";
  private static final String NO_COMMIT_YET = "(initial)";

  public static String ofThis() {
    String version = Version.class.getPackage().getImplementationVersion();
    return version == null ? "unpackaged" : version;
  }

  /** @param root the checkout's */
  public static Version of(Path root) {
    try {
      Process git = new ProcessBuilder("git", "-C", root.toString(), "status", "--porcelain=v2", "--branch")
          .redirectError(ProcessBuilder.Redirect.DISCARD)
          .start();
      List<String> lines = new String(git.getInputStream().readAllBytes(), StandardCharsets.UTF_8).lines().toList();
      if (git.waitFor() == 0) {
        String commit = lines.stream()
            .filter(line -> line.startsWith(COMMIT) && !line.endsWith(NO_COMMIT_YET))
            .map(line -> line.substring(COMMIT.length()))
            .findFirst()
            .orElse(null);
        return new Version(commit, lines.stream().allMatch(line -> line.startsWith(HEADER)));
      }
    } catch (IOException noGit) {
      // As outside a checkout.
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return new Version(null, null);
  }
}
