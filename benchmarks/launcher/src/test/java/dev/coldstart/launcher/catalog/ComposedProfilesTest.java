package dev.coldstart.launcher.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.coldstart.launcher.UserError;
import dev.coldstart.launcher.plan.SampleArms;
import dev.coldstart.record.text.Commands;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Profiles composed of a profile's name and JVM options. */
class ComposedProfilesTest {

  private static final Jdk JDK = SampleArms.jdk(Path.of("jdk"), 25);
  private static final JvmOption SERIAL = SampleArms.option("gc-serial");
  private static final JvmOption SMALL = SampleArms.option("heap-16m");
  private static final JvmOption LARGE = SampleArms.option("heap-64m");

  private static final JvmOption JLINKED =
      new JvmOption("jlinked", "Linked", "image", JvmArgs.NONE, Optional.of(JvmArgs.NONE), Requirements.NONE);

  private final Catalog catalog =
      catalog(List.of(profile("cached", List.of("modules")), profile("cached+c1", List.of("gc"))),
          List.of(SERIAL, SMALL, LARGE, JLINKED));

  @Test
  void shouldGiveAJvmOptionsArgumentsToTheLaunchAndToTheTraining() {
    Profile profile = catalog.profile("cached+heap-16m+gc-serial");
    assertThat(profile.id()).isEqualTo("cached+gc-serial+heap-16m");
    assertThat(profile.label()).isEqualTo("Cached; The JVM option gc-serial; The JVM option heap-16m");
    assertThat(profile.jvmArgs().on(JDK)).containsExactly("-use={cache}", "-Dgc-serial", "-Dheap-16m");
    assertThat(profile.cache().orElseThrow().training().on(JDK)).containsExactly("-make={cache}", "-Dgc-serial",
        "-Dheap-16m");
    assertThat(profile.settles()).containsExactly("modules", "gc", "heap");
  }

  @Test
  void shouldTakeAnyArgumentOfAJvm() {
    Profile profile = catalog.profile("cached+-XX:+UnlockExperimentalVMOptions+heap-16m+-XX:+EnableJVMCI+-Dx=1");
    assertThat(profile.id()).isEqualTo("cached+heap-16m+-XX:+UnlockExperimentalVMOptions+-XX:+EnableJVMCI+-Dx=1");
    assertThat(profile.jvmArgs().on(JDK))
        .containsSubsequence("-XX:+UnlockExperimentalVMOptions", "-XX:+EnableJVMCI", "-Dx=1")
        .contains("-use={cache}", "-Dheap-16m");
    assertThat(profile.cache().orElseThrow().training().on(JDK)).contains("-XX:+EnableJVMCI");
    assertThat(catalog.profile(profile.id())).isEqualTo(profile);
    assertUserError("cached+-Dx=$(reboot)",
        "the JVM argument \"-Dx=$(reboot)\" does not begin with -, or has a character other than");
    assertThat(Catalog.withArguments("cached", List.of("-Xint", "-XX:+UseSerialGC")))
        .isEqualTo("cached+-Xint+-XX:+UseSerialGC");
    assertThatThrownBy(() -> Catalog.withArguments("cached", List.of("-Dx=a+b"))).isInstanceOf(UserError.class);
    assertThatThrownBy(() -> Catalog.withArguments("cached", List.of("x"))).isInstanceOf(UserError.class);
    assertUserError("cached+-Xint+-Xint", "sets -Xint twice: leave out -Xint");
  }

  @Test
  void shouldTakeTheLongestNameOfAFile() {
    assertThat(catalog.profile("cached+c1")).isSameAs(catalog.profiles().get(1));
    assertThat(catalog.profile("cached+c1+heap-16m").settles()).containsExactly("gc", "heap");
  }

  @Test
  void shouldRefuseToSetAGroupTwice() {
    assertUserError("cached+c1+gc-serial", "the profile \"cached+c1+gc-serial\" sets gc twice: leave out gc-serial");
    assertUserError("cached+heap-16m+heap-64m", "sets heap twice: leave out heap-64m");
  }

  @Test
  void shouldNameWhatThereIsInPlaceOfSomethingUnknown() {
    assertUserError("heap-16m", "no profile is named \"heap-16m\"; choose one of cached, cached+c1, or see: "
        + Commands.here().coldstart("list"));
    assertUserError("cached+",
        "no JVM option is named \"\", as in the profile \"cached+\"; choose one of gc-serial, heap-16m, ");
  }

  @Test
  void shouldRejectAFileWithTheNameThatJvmOptionsMake() {
    List<Profile> files = List.of(profile("cached", List.of()), profile("cached+heap-16m", List.of()));
    assertThatThrownBy(() -> catalog(files, List.of(SMALL))).isInstanceOf(UserError.class)
        .hasMessageContaining("the profile cached+heap-16m has the same name as the profile cached with JVM options");
  }

  @Test
  void shouldTakeOnlyWhatIsOpenAndSetsSomethingHere() {
    Profile profile = catalog.profile("cached+c1");
    Requirements newer = new Requirements(26, null, null);
    assertThat(profile.takes(SMALL, JDK)).isTrue();
    assertThat(profile.takes(SERIAL, JDK)).isFalse();
    assertThat(profile.takes(SMALL, SampleArms.jdk(Path.of("jdk"), 16))).isFalse();
    assertThat(profile.takes(new JvmOption("x", "X", "x", SMALL.jvmArgs(), Optional.empty(), newer), JDK)).isFalse();
  }

  @Test
  void shouldTakeAnImageAndKeepItBesideOtherJvmOptions() {
    Profile profile = catalog.profile("cached+jlinked+heap-16m");
    assertThat(profile.id()).isEqualTo("cached+heap-16m+jlinked");
    assertThat(profile.jlink()).contains(JvmArgs.NONE);
    assertThat(catalog.profile("cached").jlink()).isEmpty();
    assertThat(List.of(profile, catalog.profile("cached"))).allMatch(Profile::isOfOneClassPath);
  }

  @Test
  void shouldSayWhatAJdkLacksOfWhatMakesAnImage(@TempDir Path home) throws IOException {
    Profile profile = catalog.profile("cached+jlinked");
    Jdk jdk = SampleArms.jdk(home, 25);
    assertThat(profile.unmetOn(jdk)).contains("needs jdeps and jlink, which this JDK 25 lacks: install the full JDK");
    assertThat(catalog.profile("cached").takes(JLINKED, jdk)).isFalse();
    for (String tool : List.of("jdeps", "jlink")) {
      Path file = Files.createFile(Files.createDirectories(home.resolve("bin")).resolve(tool));
      assertThat(file.toFile().setExecutable(true)).isTrue();
    }
    assertThat(profile.unmetOn(jdk)).isEmpty();
    assertThat(catalog.profile("cached").takes(JLINKED, jdk)).isTrue();
  }

  @Test
  void shouldNeedWhatItsPartsNeed() {
    Requirements old = new Requirements(17, 21, List.of("linux-x86_64", "macos-aarch64"));
    Requirements recent = new Requirements(19, null, List.of("linux-x86_64", "linux-aarch64"));
    assertThat(old.and(recent)).isEqualTo(new Requirements(19, 21, List.of("linux-x86_64")));
    assertThat(Requirements.NONE.and(old)).isEqualTo(old);
  }

  private static Catalog catalog(List<Profile> files, List<JvmOption> jvmOptions) {
    return new Catalog(List.of(), List.of(), files, jvmOptions, SampleCatalog.jdks(JDK));
  }

  private void assertUserError(String id, String message) {
    assertThatThrownBy(() -> catalog.profile(id)).isInstanceOf(UserError.class).hasMessageContaining(message);
  }

  private static Profile profile(String id, List<String> settles) {
    Profile.Cache cache = new Profile.Cache("a cache", ".bin", JvmArgs.of(Map.of(17, List.of("-make={cache}"))));
    return new Profile(id, "Cached", JvmArgs.of(Map.of(17, List.of("-use={cache}"))), Requirements.NONE,
        Optional.of(cache), settles, Optional.empty());
  }
}
