package dev.coldstart.launcher.machine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The commit of a checkout, tested with real git repositories. */
class VersionTest {

  private static final Version UNKNOWN = new Version(null, null);
  private static final Version BUILT = new Version("0123abc", true);

  @TempDir
  private Path folder;

  @Test
  void shouldSayTheCommitAndWhetherAnythingChangedSince() throws Exception {
    Path checkout = repository("checkout");
    Version clean = Version.of(checkout);
    assertThat(clean.commit()).matches("[0-9a-f]{40}");
    assertThat(clean.clean()).isTrue();
    Files.writeString(checkout.resolve("new"), "");
    assertThat(Version.of(checkout)).isEqualTo(new Version(clean.commit(), false));
  }

  /** A tarball that is unpacked inside another repository does not belong to that repository. */
  @Test
  void shouldNotTakeTheCommitOfARepositoryAroundIt() throws Exception {
    Path inside = Files.createDirectories(repository("others").resolve("unpacked/coldstart"));
    assertThat(Version.of(inside)).isEqualTo(UNKNOWN);
    Path link = Files.createSymbolicLink(folder.resolve("link"), inside);
    assertThat(Version.of(link)).isEqualTo(UNKNOWN);
    assertThat(Version.of(link.resolve("../coldstart"))).isEqualTo(UNKNOWN);
  }

  @Test
  void shouldKnowNoCommitWhereThereIsNone() throws Exception {
    assertThat(Version.of(folder)).isEqualTo(UNKNOWN);
    assertThat(Version.of(folder.resolve("gone"))).isEqualTo(UNKNOWN);
    git(Files.createDirectory(folder.resolve("empty")), "init", "-q");
    assertThat(Version.of(folder.resolve("empty"))).isEqualTo(UNKNOWN);
  }

  @Test
  void shouldReadWhatTheBuildStamped() throws IOException {
    for (Version version : List.of(BUILT, new Version("0123abc", false), UNKNOWN)) {
      byte[] stamp = version.stamp().getBytes(StandardCharsets.UTF_8);
      assertThat(Version.read(new ByteArrayInputStream(stamp))).isEqualTo(version);
    }
  }

  @Test
  void shouldNameWhatWasBuiltAndNotWhatIsCheckedOut() {
    Version later = new Version("4567def", true);
    assertThat(BUILT.with(later)).isEqualTo(BUILT);
    assertThat(BUILT.otherCommit(later)).isEqualTo("4567def");
    assertThat(UNKNOWN.with(later)).isEqualTo(UNKNOWN);
    assertThat(UNKNOWN.otherCommit(later)).isEqualTo("4567def");
    assertThat(BUILT.otherCommit(BUILT)).isNull();
    assertThat(BUILT.otherCommit(UNKNOWN)).as("gone since the build").isNull();
  }

  @Test
  void shouldBeCleanOnlyWhereItWasBuiltAndBeganSo() {
    Version changed = new Version("0123abc", false);
    assertThat(BUILT.with(changed).clean()).isFalse();
    assertThat(changed.with(BUILT).clean()).isFalse();
    assertThat(BUILT.with(UNKNOWN).clean()).isTrue();
  }

  private Path repository(String name) throws Exception {
    Path root = Files.createDirectory(folder.resolve(name));
    git(root, "init", "-q");
    Files.writeString(root.resolve("file"), "text");
    git(root, "add", "file");
    git(root, "-c", "user.name=A", "-c", "user.email=a@example.org", "-c", "commit.gpgsign=false", "commit", "-qm",
        "a");
    return root;
  }

  private static void git(Path root, String... words) throws Exception {
    List<String> command = new ArrayList<>(List.of("git", "-C", root.toString()));
    command.addAll(List.of(words));
    ProcessBuilder git = new ProcessBuilder(command).inheritIO();
    git.environment().keySet().removeIf(name -> name.equals("GIT_DIR") || name.equals("GIT_WORK_TREE"));
    assumeThat(ProgramOutput.of(new ProcessBuilder("git", "--version"))).as("git is installed").isPresent();
    assertThat(git.start().waitFor()).isZero();
  }
}
