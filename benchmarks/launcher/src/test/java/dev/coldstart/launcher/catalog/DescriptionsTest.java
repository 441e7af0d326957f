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

class DescriptionsTest {

  private static final String OPTION = """
      {"label": "A small heap", "group": "heap", "jvmArgs": {"17": ["-Xmx16m"]}, "requires": {"jdkMin": 21}}
      """;

  @TempDir
  private Path folder;

  @Test
  void shouldReadProfilesByTheirFilesNames() throws IOException {
    Files.writeString(folder.resolve("plain.json"), "{\"label\": \"Plain\"}");
    Files.writeString(folder.resolve("archive.json"), "{\"label\": \"Archive\", \"jvmArgs\": {\"24\": [\"-d\"]}}");
    Files.writeString(folder.resolve("README.md"), "");
    List<Profile> profiles = Descriptions.profiles(folder);
    assertThat(profiles).extracting(Profile::id).containsExactly("archive", "plain");
    assertThat(profiles.get(0).jvmArgs().on(jdk(25))).containsExactly("-d");
    assertThat(profiles.get(1).label()).isEqualTo("Plain");
  }

  @Test
  void shouldReadAProfilesCacheAndWhatItNeeds() throws IOException {
    Files.writeString(folder.resolve("cached.json"), """
        {"label": "Cached", "jvmArgs": {"25": ["-use={cache}"]}, "requires": {"jdkMin": 25},
         "cache": {"label": "a cache", "ending": ".bin", "training": {"25": ["-make={cache}"]}}}
        """);
    Profile read = Descriptions.profiles(folder).get(0);
    assertThat(read.requires().unmetOn(jdk(24))).contains("needs JDK 25, found 24");
    Profile.Cache cache = read.cache().orElseThrow();
    assertThat(cache.label()).isEqualTo("a cache");
    assertThat(cache.ending()).isEqualTo(".bin");
    assertThat(cache.training().on(jdk(25))).containsExactly("-make={cache}");
  }

  @Test
  void shouldRejectACacheWithoutATraining() throws IOException {
    Files.writeString(folder.resolve("cached.json"),
        "{\"label\": \"C\", \"cache\": {\"label\": \"c\", \"ending\": \".bin\"}}");
    assertThatThrownBy(() -> Descriptions.profiles(folder)).isInstanceOf(UserError.class)
        .hasMessageContaining("lacks \"cache.training\"");
  }

  @Test
  void shouldReadJvmOptionsAndWhatAProfileSettles() throws IOException {
    Files.writeString(folder.resolve("heap-16m.json"), OPTION);
    Files.writeString(folder.resolve("README.md"), "");
    JvmOption option = Descriptions.jvmOptions(folder).get(0);
    assertThat(option.id()).isEqualTo("heap-16m");
    assertThat(option.group()).isEqualTo("heap");
    assertThat(option.jvmArgs().on(jdk(25))).containsExactly("-Xmx16m");
    assertThat(option.requires().unmetOn(jdk(17))).contains("needs JDK 21, found 17");

    Files.writeString(folder.resolve("heap-16m.json"), "{\"label\": \"Small\", \"settles\": [\"heap\"]}");
    assertThat(Descriptions.profiles(folder).get(0).settles()).containsExactly("heap");
  }

  @Test
  void shouldReadJvmOptionsThatAreNoArgumentsOfTheJvm() throws IOException {
    Files.writeString(folder.resolve("linked.json"),
        "{\"label\": \"L\", \"group\": \"g\", \"jlink\": {\"17\": [\"--strip-debug\"]}}");
    List<JvmOption> jvmOptions = Descriptions.jvmOptions(folder);
    assertThat(jvmOptions.get(0).jlink().orElseThrow().on(jdk(25))).containsExactly("--strip-debug");
    assertThat(jvmOptions)
        .allMatch(option -> option.jvmArgs().on(jdk(25)).isEmpty() && option.setsSomethingOn(jdk(25)));
  }

  @Test
  void shouldRejectAJvmOptionThatSetsNothingOrCannotBeNamed() throws IOException {
    Files.writeString(folder.resolve("heap-16m.json"), "{\"label\": \"L\", \"group\": \"heap\"}");
    assertThatThrownBy(() -> Descriptions.jvmOptions(folder)).isInstanceOf(UserError.class)
        .hasMessageContaining("lacks \"jvmArgs\"");
    Files.delete(folder.resolve("heap-16m.json"));
    Files.writeString(folder.resolve("heap+16m.json"), OPTION);
    assertThatThrownBy(() -> Descriptions.jvmOptions(folder)).isInstanceOf(UserError.class)
        .hasMessageContaining("use only small letters, digits and dashes");
  }

  @Test
  void shouldNameAFolderThatCannotBeRead() {
    assertThatThrownBy(() -> Descriptions.profiles(folder.resolve("none"))).isInstanceOf(UserError.class)
        .hasMessageContaining(folder.resolve("none").toString());
  }

  private static Jdk jdk(int feature) {
    return new Jdk(Path.of("jdk"), feature, String.valueOf(feature), "A vendor");
  }
}
