package dev.coldstart.launcher.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coldstart.launcher.TemporaryFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RequirementsTest {

  @Test
  void shouldAskForNothing() {
    assertThat(Requirements.NONE.unmetOn(jdk(17))).isEmpty();
  }

  @Test
  void shouldBoundTheJdkOnBothSides() {
    Requirements requirements = new Requirements(21, 25, null);
    assertThat(requirements.unmetOn(jdk(17))).contains("needs JDK 21, found 17");
    assertThat(requirements.unmetOn(jdk(21))).isEmpty();
    assertThat(requirements.unmetOn(jdk(25))).isEmpty();
    assertThat(requirements.unmetOn(jdk(26))).contains("needs JDK 25 or older, found 26");
  }

  @Test
  void shouldSayWhyItIsNotMeasuredAtAll() {
    Requirements absent = new Requirements(null, null, null, null, "it is no JVM");
    assertThat(absent.unmetOn(jdk(25))).contains("is not measured: it is no JVM");
    assertThat(new Requirements(21, null, null).and(absent).unmetOn(jdk(17))).contains("is not measured: it is no JVM");
  }

  @Test
  void shouldAskForAPlatform() {
    String here = Requirements.platform();
    assertThat(here).matches("(linux|macos|windows)-(x86_64|aarch64)");
    assertThat(new Requirements(null, null, List.of("plan9-mips", here)).unmetOn(jdk(25))).isEmpty();
    Optional<String> unmet = new Requirements(null, null, List.of("plan9-mips", "plan9-sparc")).unmetOn(jdk(25));
    assertThat(unmet).contains("needs plan9-mips or plan9-sparc, this is " + here);
  }

  @Test
  void shouldAskForATemporaryFolderThatNativeCodeCanBeLoadedFrom(@TempDir Path folder) throws IOException {
    Path mounts = Files.writeString(folder.resolve("mounts"), "none / tmpfs rw,noexec 0 0\n");
    TemporaryFolder noexec = new TemporaryFolder(folder, mounts, any -> Long.MAX_VALUE);
    Requirements requirements = new Requirements(21, null, null, true, null);
    assertThat(requirements.unmetOn(jdk(25), noexec)).isPresent().isEqualTo(noexec.noNativeCode());
    assertThat(requirements.unmetOn(jdk(17), noexec)).contains("needs JDK 21, found 17");
    assertThat(Requirements.NONE.unmetOn(jdk(25), noexec)).isEmpty();
    assertThat(Requirements.NONE.and(requirements)).isEqualTo(requirements);
  }

  private static Jdk jdk(int feature) {
    return new Jdk(Path.of("jdk"), feature, String.valueOf(feature), "A vendor");
  }
}
