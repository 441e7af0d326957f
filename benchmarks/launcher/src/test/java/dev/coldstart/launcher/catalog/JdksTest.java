package dev.coldstart.launcher.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.coldstart.launcher.UserError;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JdksTest {

  @TempDir
  private Path folder;

  @Test
  void shouldFindJdksNewestFirst() throws IOException {
    jdk("seventeen", "JAVA_RUNTIME_VERSION=\"17.0.15+6\"\nIMPLEMENTOR=\"Eclipse Adoptium\"\n");
    jdk("twenty-five", "JAVA_RUNTIME_VERSION=\"25.0.1+8-LTS\"\nIMPLEMENTOR=\"Oracle\"\n");
    assertThat(found().all()).containsExactly(
        new Jdk(folder.toRealPath().resolve("twenty-five"), 25, "25.0.1+8-LTS", "Oracle"),
        new Jdk(folder.toRealPath().resolve("seventeen"), 17, "17.0.15+6", "Eclipse Adoptium"));
    assertThat(found().newest().id()).isEqualTo("jdk25");
  }

  @Test
  void shouldTakeTheNewestOfEachFeatureVersion() throws IOException {
    jdk("a", "JAVA_VERSION=\"21.0.9\"\n");
    jdk("b", "JAVA_VERSION=\"21.0.10\"\n");
    jdk("c", "JAVA_VERSION=\"21.0.1\"\n");
    assertThat(found().all()).extracting(Jdk::version).containsExactly("21.0.10");
    assertThat(found().all()).extracting(Jdk::vendor).containsExactly("unknown");
  }

  @Test
  void shouldLookIntoBundles() throws IOException {
    jdk("temurin-21.jdk/Contents/Home", "JAVA_VERSION=\"21\"\n");
    assertThat(found().all()).extracting(Jdk::feature).containsExactly(21);
  }

  @Test
  void shouldPassOverWhatIsNoJdkOrTooOld() throws IOException {
    jdk("eleven", "JAVA_VERSION=\"11.0.2\"\n");
    jdk("eight", "JAVA_VERSION=\"1.8.0_402\"\n");
    jdk("torn", "");
    jdk("odd", "JAVA_VERSION=\"new\"\n");
    Files.createDirectories(folder.resolve("no-java"));
    Files.writeString(folder.resolve("no-java/release"), "JAVA_VERSION=\"21\"\n");
    Files.writeString(folder.resolve("file"), "");
    assertThat(found().all()).isEmpty();
    assertThatThrownBy(() -> found().newest()).isInstanceOf(UserError.class)
        .hasMessage("no JDK 17 or later is installed");
  }

  @Test
  void shouldPassOverFoldersThatDoNotExist() {
    assertThat(Jdks.in(List.of(folder.resolve("none"))).all()).isEmpty();
  }

  @Test
  void shouldSayWhichJdksThereAre() throws IOException {
    jdk("a", "JAVA_VERSION=\"17.0.1\"\n");
    jdk("b", "JAVA_VERSION=\"25\"\n");
    assertThat(found().of(List.of(17, 25))).extracting(Jdk::feature).containsExactly(17, 25);
    assertThatThrownBy(() -> found().of(List.of(17, 99))).isInstanceOf(UserError.class)
        .hasMessage("no JDK 99 is installed; found 25, 17. Install it, or choose with --jdk");
  }

  @Test
  void shouldFindTheJdkThatRunsThis() {
    assertThat(Jdks.installed().all()).extracting(Jdk::feature).contains(Runtime.version().feature());
  }

  private Jdks found() {
    return Jdks.in(List.of(folder));
  }

  private void jdk(String name, String release) throws IOException {
    Path bin = Files.createDirectories(folder.resolve(name).resolve("bin"));
    Path java = Files.writeString(bin.resolve("java"), "");
    assertThat(java.toFile().setExecutable(true)).isTrue();
    Files.writeString(folder.resolve(name).resolve("release"), release);
  }
}
