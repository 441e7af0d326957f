package dev.coldstart.launcher.machine;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/**
 * The commit that a run was made from.
 *
 * @param commit null outside a checkout, or without git
 * @param clean whether nothing was changed since; null likewise
 */
public record GitState(String commit, Boolean clean) {

  public static GitState of(Path root) {
    String commit = git(root, "rev-parse", "HEAD");
    String changes = git(root, "status", "--porcelain");
    return new GitState(commit, changes == null ? null : Boolean.valueOf(changes.isEmpty()));
  }

  /** What git prints; null when it fails. */
  private static String git(Path root, String first, String second) {
    try {
      Process git = new ProcessBuilder(List.of("git", "-C", root.toString(), first, second))
          .redirectError(ProcessBuilder.Redirect.DISCARD)
          .start();
      String text = new String(git.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
      return git.waitFor() == 0 ? text : null;
    } catch (IOException noGit) {
      return null;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return null;
    }
  }
}
