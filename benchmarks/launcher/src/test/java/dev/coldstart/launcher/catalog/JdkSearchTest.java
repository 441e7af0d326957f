package dev.coldstart.launcher.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A search among several installations: none of them may hide the others or end the search. */
class JdkSearchTest {

  private static final Function<Jdk, Optional<String>> STARTS = jdk -> Optional.empty();

  @TempDir
  private Path temporary;
  private Path folder;

  @BeforeEach
  void leaveNoLinkInIt() throws IOException {
    folder = temporary.toRealPath();
  }

  @Test
  void shouldFindJdksNewestFirst() throws IOException {
    FakeJdk.at(folder.resolve("seventeen"), "17.0.15+6")
        .release("JAVA_RUNTIME_VERSION=\"17.0.15+6-Debian-1deb12u1\"\n");
    FakeJdk.at(folder.resolve("a"), "21.0.9+1");
    FakeJdk.at(folder.resolve("b"), "21.0.10+2");
    FakeJdk.at(folder.resolve("twenty-five"), "25.0.1+8-LTS");
    JdkSearch.Found found = found();
    assertThat(found.jdks()).containsExactly(new Jdk(folder.resolve("twenty-five"), 25, "25.0.1+8-LTS", "A vendor"),
        new Jdk(folder.resolve("b"), 21, "21.0.10+2", "A vendor"),
        new Jdk(folder.resolve("a"), 21, "21.0.9+1", "A vendor"),
        new Jdk(folder.resolve("seventeen"), 17, "17.0.15+6-Debian-1deb12u1", "unknown"));
    assertThat(found.unusable()).isEmpty();
    assertThat(found.newest()).contains(found.jdks().get(0));
  }

  @Test
  void shouldCountAJdkOnceHoweverManyLinksLeadToIt() throws IOException {
    FakeJdk.at(folder.resolve("25.0.3-tem"), "25.0.3+9");
    Files.createSymbolicLink(folder.resolve("current"), Path.of("25.0.3-tem"));
    Files.createSymbolicLink(folder.resolve("latest"), Path.of("current"));
    assertThat(found().jdks()).extracting(Jdk::home).containsExactly(folder.resolve("25.0.3-tem"));
  }

  @Test
  void shouldLookIntoBundles() throws IOException {
    Path home = folder.resolve("temurin-21.jdk/Contents/Home");
    FakeJdk.at(home, "21");
    assertThat(found().jdks()).extracting(Jdk::home).containsExactly(home);
  }

  @Test
  void shouldSayWhyAnInstallationIsNotUsed() throws IOException {
    FakeJdk.at(folder.resolve("good"), "25.0.3+9");
    FakeJdk.at(folder.resolve("eleven"), "11.0.2");
    FakeJdk.at(folder.resolve("eight"), "8").release("JAVA_VERSION=\"1.8.0_402\"\n");
    FakeJdk.at(folder.resolve("no-release"), "25").withoutRelease();
    FakeJdk.at(folder.resolve("torn"), "25").release("JAVA_VER");
    FakeJdk.at(folder.resolve("odd"), "25").release("JAVA_VERSION=\"new\"\n");
    Files.write(FakeJdk.at(folder.resolve("garbage"), "25").home().resolve("release"), new byte[] {(byte) 0xff, 0, 1});
    FakeJdk.at(folder.resolve("no-java"), "25").without("java");
    FakeJdk linked = FakeJdk.at(folder.resolve("no-target"), "25").without("java");
    Files.createSymbolicLink(linked.home().resolve("bin/java"), Path.of("gone"));
    Path java = FakeJdk.at(folder.resolve("not-executable"), "25").home().resolve("bin/java");
    Files.setPosixFilePermissions(java, PosixFilePermissions.fromString("rw-r--r--"));
    FakeJdk.at(folder.resolve("foreign"), "25").release("JAVA_VERSION=\"25\"\nOS_NAME=\"Linux\"\nOS_ARCH=\"pdp11\"\n");
    FakeJdk.at(folder.resolve("image"), "25").release("JAVA_VERSION=\"25\"\nMODULES=\"java.base java.management\"\n");
    Files.createSymbolicLink(folder.resolve("dangling"), Path.of("nowhere"));
    Files.createSymbolicLink(folder.resolve("itself"), Path.of("itself"));

    assertThat(found().jdks()).extracting(Jdk::home).containsExactly(folder.resolve("good"));
    assertThat(found().unusable()).extracting(jdk -> jdk.home().getFileName() + " " + jdk.reason())
        .containsExactlyInAnyOrder("eleven is JDK 11, but 17 or later is needed",
            "eight is JDK 8, but 17 or later is needed",
            "no-release has no readable file named release with a version in it",
            "torn has no readable file named release with a version in it",
            "odd has no readable file named release with a version in it",
            "garbage has no readable file named release with a version in it", "no-java has no bin/java",
            "no-target its bin/java is a broken link", "not-executable its bin/java cannot be executed",
            "foreign is for linux-pdp11, but this machine is " + Requirements.platform(),
            "image is an image without jdk.management, jdk.unsupported", "dangling is a broken link",
            "itself is a broken link");
  }

  @Test
  void shouldSayNothingOfWhatIsNoJdk() throws IOException {
    Files.writeString(folder.resolve(".java-17.jinfo"), "name=java-17\n");
    Files.writeString(Files.createDirectories(folder.resolve("openjdk-17")).resolve("src.zip"), "");
    Files.writeString(Files.createDirectories(folder.resolve("program")).resolve("release"), "1.0\n");
    assertThat(found()).isEqualTo(new JdkSearch.Found(List.of(), List.of()));
    assertThat(JdkSearch.in(List.of(folder.resolve("none")), STARTS).jdks()).isEmpty();
  }

  @Test
  void shouldUseNoneThatDoesNotStart() throws IOException {
    FakeJdk.at(folder.resolve("25"), "25.0.3+9");
    FakeJdk.at(folder.resolve("26"), "26+35");
    JdkSearch.Found found = JdkSearch.in(entries(),
        jdk -> jdk.feature() == 26 ? Optional.of("does not start: libjli.so is missing") : Optional.empty());
    assertThat(found.jdks()).extracting(Jdk::feature).containsExactly(25);
    assertThat(found.unusable())
        .containsExactly(new Jdk.Unusable(folder.resolve("26"), "does not start: libjli.so is missing"));
  }

  @Test
  void shouldTestOnAWholeJdkWhereThereIsOne() throws IOException {
    FakeJdk.at(folder.resolve("runtime"), "25.0.3+9").without("jdeps", "jlink");
    assertThat(found().newest()).map(Jdk::feature).contains(25);
    FakeJdk.at(folder.resolve("whole"), "21.0.1+1");
    assertThat(found().newest()).map(Jdk::feature).contains(21);
  }

  @Test
  void shouldFindTheJdkThatRunsThis() {
    assertThat(JdkSearch.installed().jdks()).extracting(Jdk::feature).contains(Runtime.version().feature());
  }

  private JdkSearch.Found found() throws IOException {
    return JdkSearch.in(entries(), STARTS);
  }

  private List<Path> entries() throws IOException {
    try (Stream<Path> entries = Files.list(folder)) {
      return entries.sorted().toList();
    }
  }
}
