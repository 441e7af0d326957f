package dev.coldstart.launcher.machine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coldstart.launcher.TemporaryFolder;
import dev.coldstart.launcher.catalog.Jdk;
import dev.coldstart.launcher.machine.Doctor.Finding;
import dev.coldstart.record.Guards;
import dev.coldstart.record.Manifest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DoctorTest {

  private static final Manifest.Limits LIMITS = new Manifest.Limits(0.05, 0.05);

  @Test
  void shouldFindNothingToFixOnAQuietMachine() {
    List<Finding> findings = findings(new Guards(0.1, 0.05, 0.0, 0.01, 0.0, 0.0, 0.0, "performance", 0, 1L << 40));
    assertThat(findings).hasSize(9).allMatch(Finding::good);
    assertThat(findings).extracting(Finding::text).contains("steal: 5.0 % (a block is retried above 5 %)");
  }

  @Test
  void shouldSayOfEachWhatToDo() {
    List<Finding> findings = findings(new Guards(2.0, 0.06, 0.5, 0.4, 0.9, 0.9, 0.9, "powersave", 2, 1L << 40));
    assertThat(findings).hasSize(9).noneMatch(Finding::good);
    assertThat(findings).extracting(Finding::text).allSatisfy(text -> assertThat(text).containsAnyOf(": ", "; "));
    assertThat(findings).extracting(Finding::text)
        .contains(
            "steal: 6.0 % (a block is retried above 5 %): the host is overcommitted: measure at another time, or on a"
                + " dedicated machine",
            "2 other JVMs run (a build server, an editor?): stop them while you measure");
  }

  @Test
  void shouldNotTakeWhatIsNotSeenForZero() {
    List<Finding> findings = findings(new Guards(null, null, null, null, null, null, null, null, null, null));
    assertThat(findings).hasSize(9).allMatch(Finding::good);
    assertThat(findings).extracting(Finding::text)
        .allSatisfy(text -> assertThat(text).endsWith(": n/a on this platform"));
  }

  @Test
  void shouldSayWhichJdkIsNotUsedAndWhy() {
    Finding finding = Doctor.notUsed(new Jdk.Unusable(Path.of("/jdk"), "does not start: exit code 1,\nno output"));
    assertThat(finding).isEqualTo(Finding.good("JDK not used: /jdk does not start: exit code 1, no output"));
  }

  @Test
  void shouldSayWhatIsWrongWithTheTemporaryFolder(@TempDir Path folder) throws IOException {
    Path mounts = Files.writeString(folder.resolve("mounts"), "none / tmpfs rw,noexec 0 0\n");
    assertThat(Doctor.of(new TemporaryFolder(folder, mounts, any -> 1_000_000_000L))).noneMatch(Finding::good)
        .extracting(Finding::text)
        .containsExactly("temporary folder " + folder + ": 1.0 GB free; make room, or set TMPDIR to another folder",
            "native code cannot be loaded from the temporary folder " + folder
                + ", which is mounted noexec: set TMPDIR to a folder on another mount");
    Path none = folder.resolve("none");
    assertThat(Doctor.of(new TemporaryFolder(none, none, any -> 0L))).singleElement()
        .isEqualTo(
            Finding.bad("the temporary folder " + none + " is not a writable folder: set TMPDIR to another folder"));
    assertThat(Doctor.of(new TemporaryFolder(folder, none, any -> 5_000_000_000L))).singleElement()
        .isEqualTo(Finding.good("temporary folder " + folder + ": 5.0 GB free"));
  }

  private static List<Finding> findings(Guards guards) {
    return Doctor.of(guards, LIMITS, 2);
  }
}
