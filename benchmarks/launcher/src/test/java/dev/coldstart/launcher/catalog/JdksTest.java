package dev.coldstart.launcher.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.coldstart.launcher.UserError;
import dev.coldstart.record.text.Commands;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The choice of JDKs to measure, and their ids. */
class JdksTest {

  @TempDir
  private Path temporary;
  private Path folder;

  @BeforeEach
  void leaveNoLinkInIt() throws IOException {
    folder = temporary.toRealPath();
  }

  @Test
  void shouldTakeTheNewestOfEachFeatureVersion() {
    Jdks jdks = jdks(jdk("a", "25.0.3+9", "One"), jdk("b", "25.0.1+8", "One"), jdk("c", "21.0.1+1", "One"));
    assertThat(jdks.all()).extracting(Jdk::version).containsExactly("25.0.3+9", "21.0.1+1");
    assertThat(jdks.all()).extracting(Jdk::id).containsExactly("jdk25", "jdk21");
    assertThat(jdks.onRequest()).extracting(Jdk::version).containsExactly("25.0.1+8");
    assertThat(jdks.newest().version()).isEqualTo("25.0.3+9");
  }

  @Test
  void shouldTakeARuntimeWithoutToolsOnlyWhereAskedForOrAlone() {
    Jdk runtime = jdk("runtime", "26+35", "One");
    new FakeJdk(runtime.home()).without("jdeps", "jlink");
    Jdks jdks = jdks(runtime, jdk("whole", "25.0.3+9", "One"));
    assertThat(jdks.newest().feature()).isEqualTo(25);
    assertThat(jdks.of(List.of("26"))).containsExactly(runtime);
    assertThat(jdks(runtime).newest()).isEqualTo(runtime);
  }

  @Test
  void shouldChooseByFeatureVersionVersionOrHome() {
    Jdk newest = jdk("a", "25.0.3+9", "One");
    Jdk older = jdk("b", "25.0.1+8-LTS", "One");
    Jdk seventeen = jdk("c", "17.0.1+1", "One");
    Jdks jdks = jdks(newest, older, seventeen);
    assertThat(jdks.of(List.of("17", "25", "17"))).containsExactly(seventeen, newest);
    for (String asked : List.of("25.0.1", "25.0.1+8", "25.0.1+8-LTS", older.home().toString(),
        older.home().resolve("../b").toString())) {
      assertThat(jdks.of(List.of(asked))).as(asked).extracting(Jdk::version).containsExactly("25.0.1+8-LTS");
      assertThat(jdks.of(List.of(asked))).as(asked).extracting(Jdk::id).containsExactly("jdk25");
    }
  }

  @Test
  void shouldSayWhichJdksThereAre() {
    Jdks jdks = jdks(jdk("a", "25.0.3+9", "One"), jdk("b", "25.0.1+8", "One"), jdk("c", "17.0.1+1", "One"));
    for (String asked : List.of("99", "2", "25.0.2", "25.0.3+", "", "25.")) {
      assertThatThrownBy(() -> jdks.of(List.of("17", asked))).as(asked)
          .isInstanceOf(UserError.class)
          .hasMessageEndingWith(" is installed; found 25.0.3+9, 17.0.1+1, 25.0.1+8. Install it, or choose with --jdk; "
              + Commands.here().coldstart("list") + " shows which JDKs are not used and why");
    }
  }

  @Test
  void shouldSayWhyAHomeCannotBeUsed() {
    Path none = folder.resolve("none");
    assertThatThrownBy(() -> jdks().of(List.of(none.toString()))).isInstanceOf(UserError.class)
        .hasMessage("--jdk " + none + " is not a JDK: it has no bin/java");
    Path old = FakeJdk.at(folder.resolve("old"), "11.0.2").home();
    assertThatThrownBy(() -> jdks().of(List.of(old.toString()))).isInstanceOf(UserError.class)
        .hasMessage("--jdk " + old + " is JDK 11, but 17 or later is needed");
    Path broken = FakeJdk.at(folder.resolve("broken"), "25").program("java", "#!/bin/sh\nexit 1\n").home();
    assertThatThrownBy(() -> jdks().of(List.of(broken.toString()))).isInstanceOf(UserError.class)
        .hasMessage("--jdk " + broken + " does not start: exit code 1, no output");
  }

  @Test
  void shouldTellTwoOfOneFeatureVersionApart() {
    Jdk newest = jdk("a", "25.0.3+9", "Eclipse Adoptium");
    Jdk older = jdk("b", "25.0.1+8", "Eclipse Adoptium");
    Jdk other = jdk("c", "25.0.1+8", "Amazon.com Inc.");
    Jdk built = jdk("d", "25.0.1+9", "Amazon.com Inc.");
    Jdk seventeen = jdk("e", "17.0.1+1", "One");
    assertThat(ids(newest, older, seventeen)).containsExactly("jdk25.0.3", "jdk25.0.1", "jdk17");
    assertThat(ids(older, other)).containsExactly("jdk25.0.1-eclipse-adoptium", "jdk25.0.1-amazon.com-inc");
    assertThat(ids(other, built)).containsExactly("jdk25.0.1-8-amazon.com-inc", "jdk25.0.1-9-amazon.com-inc");
    Jdk same = jdk("f", "25.0.1+8", "Eclipse Adoptium");
    assertThatThrownBy(() -> ids(older, same)).isInstanceOf(UserError.class)
        .hasMessageStartingWith("one run cannot distinguish these JDKs")
        .hasMessageContaining("25.0.1+8, Eclipse Adoptium, " + older.home())
        .hasMessageEndingWith("Measure each in its own run, then compare the runs");
  }

  @Test
  void shouldFindTheJdkOfARunThatBeganBefore() {
    Jdk newest = jdk("a", "25.0.3+9", "One");
    Jdk older = jdk("b", "25.0.1+8", "One");
    Jdks jdks = jdks(newest, older);
    assertThat(jdks.recorded("jdk25", "25.0.1+8", "One", null)).contains(older);
    assertThat(jdks.recorded("jdk25.0.1", "25.0.1+8", "One", null)).contains(older.named("jdk25.0.1"));
    assertThat(jdks.recorded("jdk25", "25.0.2+7", "One", null)).as("what has taken its place").contains(newest);
    assertThat(jdks.recorded("jdk25", null, null, null)).contains(newest);
    assertThat(jdks.recorded("jdk25.0.2", "25.0.2+7", "One", null)).isEmpty();
    assertThat(jdks.recorded("jdk21", "21.0.1+1", "One", null)).isEmpty();
    // It has the same version and vendor as a JDK in a usual place.
    Jdk own = jdk("own", "25.0.3+9", "One");
    for (List<String> asked : List.of(List.of("run", "--jdk", "17," + own.home()), List.of("--jdk=" + own.home()))) {
      assertThat(jdks.recorded("jdk25", "25.0.3+9", "One", asked)).contains(own);
    }
    assertThat(jdks.recorded("jdk25", "25.0.3+9", "One", List.of("run", "--jdk", "25", "--jdk"))).contains(newest);
  }

  @Test
  void shouldSayWhyNoneCanBeUsed() {
    assertThatThrownBy(() -> jdks().newest()).isInstanceOf(UserError.class)
        .hasMessage("no JDK 17 or later is installed");
    Jdk.Unusable old = new Jdk.Unusable(Path.of("/jdk-8"), "is JDK 8, but 17 or later is needed");
    assertThatThrownBy(() -> Jdks.of(new JdkSearch.Found(List.of(), List.of(old))).newest())
        .hasMessage("no JDK 17 or later is installed: /jdk-8 is JDK 8, but 17 or later is needed");
  }

  private List<String> ids(Jdk... chosen) {
    return jdks(chosen).of(Stream.of(chosen).map(jdk -> jdk.home().toString()).toList()).stream().map(Jdk::id).toList();
  }

  private static Jdks jdks(Jdk... newestFirst) {
    return Jdks.of(new JdkSearch.Found(List.of(newestFirst), List.of()));
  }

  private Jdk jdk(String name, String version, String vendor) {
    FakeJdk.at(folder.resolve(name), version)
        .release("JAVA_RUNTIME_VERSION=\"" + version + "\"\nIMPLEMENTOR=\"" + vendor + "\"\n");
    return new Jdk(folder.resolve(name), Runtime.Version.parse(version).feature(), version, vendor);
  }
}
