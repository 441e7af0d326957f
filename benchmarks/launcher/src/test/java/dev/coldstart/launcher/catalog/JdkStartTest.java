package dev.coldstart.launcher.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** JDKs that look valid until they are started. */
class JdkStartTest {

  private static final Duration AMPLE = Duration.ofMinutes(1);

  @TempDir
  private Path folder;

  @Test
  void shouldStartThatWhichSaysItsVersion() {
    assertThat(failure(FakeJdk.at(folder, "25.0.3+9-LTS"))).isEmpty();
  }

  @Test
  void shouldTakeTheJvmThatRunsThisAsItIs() throws IOException {
    Path home = Path.of(System.getProperty("java.home")).toRealPath();
    assertThat(JdkStart.failure(new Jdk(home, 17, "17", "A vendor"))).isEmpty();
  }

  @Test
  void shouldSayWhatItSaysWhenItDoesNotStart() {
    FakeJdk broken = FakeJdk.at(folder, "25.0.3+9").program("java", """
        #!/bin/sh
        echo
        echo 'java: error while loading shared libraries: libjli.so: cannot open shared object file' >&2
        exit 127
        """);
    assertThat(failure(broken)).contains("does not start: exit code 127, java: error while loading shared libraries:"
        + " libjli.so: cannot open shared object file");
    assertThat(failure(broken.program("java", "#!/bin/sh\nexit 3\n")))
        .contains("does not start: exit code 3, no output");
    assertThat(failure(broken.program("java", "#!/gone/sh\n"))).get().asString().startsWith("does not start: ");
  }

  @Test
  void shouldTakeNothingForAJvmThatSaysNoVersion() {
    assertThat(failure(FakeJdk.at(folder, "25").program("java", "")))
        .contains("its bin/java is not a JVM: it reports no version");
  }

  @Test
  void shouldNotBelieveAFileThatStatesAnotherVersion() {
    FakeJdk.at(folder, "17.0.15+6");
    assertThat(JdkStart.failure(new Jdk(folder, 25, "25.0.3+9", "A vendor"), AMPLE))
        .contains("its bin/java has version 17.0.15, but its release file says 25.0.3+9");
  }

  @Test
  void shouldNotWaitForOneThatHangs() {
    FakeJdk.at(folder, "25.0.3+9").program("java", "#!/bin/sh\nexec sleep 1000\n");
    assertThat(JdkStart.failure(new Jdk(folder, 25, "25.0.3+9", "A vendor"), Duration.ofMillis(1)))
        .contains("does not report its version within 0 s");
  }

  @Test
  void shouldNotAskAShellToRunAProgramForAnotherProcessor() throws IOException {
    byte[] own;
    try (var in = Files.newInputStream(Path.of(System.getProperty("java.home"), "bin/java"))) {
      own = in.readNBytes(64);
    }
    assumeThat(Arrays.copyOf(own, 4)).as("Linux").isEqualTo(new byte[] {0x7f, 'E', 'L', 'F'});
    FakeJdk foreign = FakeJdk.at(folder, "25.0.3+9");
    own[18] ^= 0x55;
    Files.write(foreign.home().resolve("bin/java"), own);
    assertThat(failure(foreign)).contains("its bin/java is for another processor");
  }

  private static Optional<String> failure(FakeJdk jdk) {
    return JdkStart.failure(new Jdk(jdk.home(), 25, "25.0.3+9-LTS", "A vendor"), AMPLE);
  }
}
