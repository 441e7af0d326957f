package dev.coldstart.launcher.prepare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.coldstart.launcher.prepare.ArtifactCache.PreparationException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ArtifactCacheTest {

  @TempDir
  private Path folder;
  private int made;

  @Test
  void shouldMakeOnceAndSayForEverWhatItTook() throws Exception {
    assertThat(make("a", 100)).isEqualTo(new ArtifactCache.Kept(folder.resolve("a"), 7));
    assertThat(make("a", 100)).isEqualTo(new ArtifactCache.Kept(folder.resolve("a"), 7));
    assertThat(made).isEqualTo(1);
  }

  /** A killed run leaves part of the output, which tools refuse to overwrite. */
  @Test
  void shouldMakeAnewWhatWasNotFinished() throws Exception {
    Path half = Files.createDirectories(folder.resolve("a/image"));
    assertThatThrownBy(() -> kept().of("a", place -> {
      throw new PreparationException("no");
    })).isInstanceOf(PreparationException.class);
    assertThat(half).doesNotExist();
    make("a", 1);
    assertThat(made).isEqualTo(1);
  }

  /** A full disk or a kill once left a cost file without a number, which no later run could read. */
  @Test
  void shouldHaveTheCostWholeOrNotAtAll() throws Exception {
    Files.writeString(Files.createDirectories(folder.resolve("a")).resolve("took-ms.tmp"), "");
    assertThat(make("a", 1)).isEqualTo(new ArtifactCache.Kept(folder.resolve("a"), 7));
    assertThat(folder.resolve("a")).isDirectoryNotContaining("glob:**.tmp");
  }

  @Test
  void shouldRemoveWhatWasUsedLongestAgo() throws Exception {
    for (String key : new String[] {"first", "second", "third"}) {
      make(key, 1_000);
      usedLongAgo(key, 3 - made);
    }
    make("first", 1_000);
    kept().trim(2_500);
    assertThat(folder).isDirectoryNotContaining("glob:**second").isDirectoryContaining("glob:**first");
    assertThat(folder.resolve("third/file")).exists();
  }

  @Test
  void shouldRemoveFirstWhatWasNotFinished() throws Exception {
    make("whole", 1_000);
    usedLongAgo("whole", 5);
    Files.write(Files.createDirectories(folder.resolve("half")).resolve("file"), new byte[1_000]);
    kept().trim(1_500);
    assertThat(folder.resolve("half")).doesNotExist();
    assertThat(folder.resolve("whole")).exists();
  }

  @Test
  void shouldRemoveNothingWhereThereIsRoomOrNothing() throws Exception {
    make("a", 1_000);
    kept().trim(2_000);
    assertThat(folder.resolve("a")).exists();
    new ArtifactCache(folder.resolve("none")).trim(0);
  }

  @Test
  void shouldSayThatItCannotBeListed() throws Exception {
    Path file = Files.createFile(folder.resolve("file"));
    assertThatThrownBy(() -> new ArtifactCache(file).trim(0)).isInstanceOf(IOException.class)
        .hasMessageContaining(file.toString());
  }

  private ArtifactCache.Kept make(String key, int bytes) throws IOException, PreparationException {
    return kept().of(key, place -> {
      made++;
      Files.write(place.resolve("file"), new byte[bytes]);
      return 7L;
    });
  }

  private void usedLongAgo(String key, int hours) throws IOException {
    Files.setLastModifiedTime(folder.resolve(key).resolve("took-ms"),
        FileTime.fromMillis(1_600_000_000_000L - hours * 3_600_000L));
  }

  private ArtifactCache kept() {
    return new ArtifactCache(folder);
  }
}
