package dev.coldstart.launcher.machine;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Properties;

/**
 * The version of this coldstart: the version of its jar, and a commit in its own repository.
 *
 * @param commit null if it is unknown: without git, or if the folder is not the root of a git checkout
 * @param clean whether nothing was changed since that commit; null if the commit is unknown
 */
public record Version(String commit, Boolean clean) {

  private static final Version UNKNOWN = new Version(null, null);

  /** A resource next to this class, written by the build. */
  private static final String STAMP = "built.properties";

  private static final String COMMIT_KEY = "commit";
  private static final String CLEAN_KEY = "clean";

  private static final String HEADER = "# ";
  private static final String COMMIT = "# branch.oid ";
  private static final String NO_COMMIT_YET = "(initial)";

  /** Variables that point git to another repository than the folder's. Git sets them for its hooks. */
  private static final List<String> OTHER_REPOSITORY = List.of("GIT_DIR", "GIT_WORK_TREE", "GIT_COMMON_DIR",
      "GIT_INDEX_FILE", "GIT_OBJECT_DIRECTORY", "GIT_ALTERNATE_OBJECT_DIRECTORIES", "GIT_NAMESPACE", "GIT_PREFIX");

  public static String ofThis() {
    String version = Version.class.getPackage().getImplementationVersion();
    return version == null ? "unpackaged" : version;
  }

  /** The built version, as stamped by the build. */
  public static Version built() {
    try (InputStream stamp = Version.class.getResourceAsStream(STAMP)) {
      return stamp == null ? UNKNOWN : read(stamp);
    } catch (IOException e) {
      throw new UncheckedIOException("coldstart's own jar cannot be read (" + e + "): build it again", e);
    }
  }

  static Version read(InputStream stamp) throws IOException {
    Properties facts = new Properties();
    facts.load(stamp);
    String commit = facts.getProperty(COMMIT_KEY);
    return commit == null ? UNKNOWN : new Version(commit, Boolean.valueOf(facts.getProperty(CLEAN_KEY)));
  }

  /** The text that {@link #read} parses. */
  String stamp() {
    return commit == null ? "" : COMMIT_KEY + "=" + commit + "\n" + CLEAN_KEY + "=" + clean + "\n";
  }

  /**
   * The version that is checked out.
   *
   * @param root the checkout's root; if it is only part of a repository, that repository is not coldstart's
   */
  public static Version of(Path root) {
    Path folder;
    try {
      // Git searches upwards from the resolved path, so the ceiling must also be resolved.
      folder = root.toRealPath();
    } catch (IOException gone) {
      return UNKNOWN;
    }
    ProcessBuilder git = new ProcessBuilder("git", "-C", folder.toString(), "status", "--porcelain=v2", "--branch");
    git.environment().keySet().removeAll(OTHER_REPOSITORY);
    // The command must change nothing, so that it also works in a read-only checkout.
    git.environment().put("GIT_OPTIONAL_LOCKS", "0");
    if (folder.getParent() != null) {
      git.environment().put("GIT_CEILING_DIRECTORIES", folder.getParent().toString());
    }
    return ProgramOutput.of(git).map(output -> parsed(output.lines().toList())).orElse(UNKNOWN);
  }

  private static Version parsed(List<String> lines) {
    Optional<String> commit = lines.stream()
        .filter(line -> line.startsWith(COMMIT) && !line.endsWith(NO_COMMIT_YET))
        .map(line -> line.substring(COMMIT.length()))
        .findFirst();
    boolean clean = lines.stream().allMatch(line -> line.startsWith(HEADER));
    return commit.map(id -> new Version(id, clean)).orElse(UNKNOWN);
  }

  /**
   * The version that a run records: the built commit, and whether everything is from that commit, since fixtures and
   * profiles are read from the checkout.
   *
   * @param checkout the version that is checked out when the run begins
   */
  public Version with(Version checkout) {
    return new Version(commit, clean == null ? null : Boolean.valueOf(clean && !Boolean.FALSE.equals(checkout.clean)));
  }

  /** The checkout's commit if it is known and differs from the built one, else null. */
  public String otherCommit(Version checkout) {
    return checkout.commit == null || checkout.commit.equals(commit) ? null : checkout.commit;
  }
}
