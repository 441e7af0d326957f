package dev.coldstart.launcher.machine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BuildFactsTest {

  @TempDir
  private Path folder;

  @Test
  void shouldLinkTheNewestJdkAndStampTheCommit() throws IOException {
    Path target = folder.resolve("target");
    BuildFacts.write(target, folder.resolve("jdk-21"), new Version("0123abc", true));
    BuildFacts.write(target, folder.resolve("jdk-25"), new Version("4567def", false));
    assertThat(Files.readSymbolicLink(target.resolve("newest-jdk"))).isEqualTo(folder.resolve("jdk-25"));
    assertThat(target.resolve("built/built.properties")).hasContent("commit=4567def\nclean=false\n");
    BuildFacts.write(target, folder.resolve("jdk-25"), new Version(null, null));
    assertThat(target.resolve("built/built.properties")).isEmptyFile();
  }

  @Test
  void shouldTakeTheLinksPlaceWhereItBecameAFolder() throws IOException {
    Files.writeString(Files.createDirectories(folder.resolve("newest-jdk/bin")).resolve("java"), "");
    BuildFacts.write(folder, folder.resolve("jdk-25"), new Version(null, null));
    assertThat(folder.resolve("newest-jdk")).isSymbolicLink();
  }

  @Test
  void shouldHaveAnsweredForThisBuild() throws IOException {
    BuildFacts.main(new String[] {folder.toString(), folder.resolve("target").toString()});
    assertThat(folder.resolve("target/newest-jdk/bin/java")).isExecutable();
    assertThat(folder.resolve("target/built/built.properties")).isEmptyFile();
    Files.delete(folder.resolve("target/newest-jdk"));
  }
}
