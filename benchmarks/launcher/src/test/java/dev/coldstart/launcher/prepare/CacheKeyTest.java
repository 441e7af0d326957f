package dev.coldstart.launcher.prepare;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coldstart.fixtures.Entry;
import dev.coldstart.fixtures.Fixture;
import dev.coldstart.fixtures.Twin;
import dev.coldstart.launcher.catalog.JvmArgs;
import dev.coldstart.launcher.catalog.Profile;
import dev.coldstart.launcher.catalog.Requirements;
import dev.coldstart.launcher.plan.PlannedArm;
import dev.coldstart.launcher.plan.SampleArms;
import dev.coldstart.record.Arm;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A JVM silently runs old classes from a stale cache, so every change must give another key. */
class CacheKeyTest {

  private static final FileTime THEN = FileTime.fromMillis(1_700_000_000_000L);

  /** Not used by an arm without a preparation. */
  private static final Path PREPARED = Path.of("prepared");

  @TempDir
  private Path folder;
  private Path jar;
  private Fixture fixture;
  private String key;

  @BeforeEach
  void makeArm() throws IOException {
    Path stage = Files.createDirectories(folder.resolve("stage/lib"));
    jar = stage.resolve("engine.jar");
    write(jar, "classes");
    Files.writeString(folder.resolve("stage/classpath"), "lib/engine.jar");
    Path event = Files.writeString(folder.resolve("event.json"), "{}");
    Path module = Files.writeString(folder.resolve("module.wasm"), "module");
    Fixture sample = SampleArms.fixture("hello", event, event);
    fixture = new Fixture("hello", sample.title(), sample.standsFor(), module, "00", false, false, Twin.BUILT_IN,
        Entry.HANDLER, null, sample.events(), null);
    key = key(25, "-Dx=1");
  }

  @Test
  void shouldBeTheSameForTheSame() throws IOException {
    assertThat(key(25, "-Dx=1")).isEqualTo(key).matches("[0-9a-f]{64}");
  }

  @Test
  void shouldBeTheSameForAKnownDelay() throws IOException {
    assertThat(ofControl(Arm.Control.BUSY, 0)).isEqualTo(key);
    assertThat(ofControl(Arm.Control.BUSY, 1))
        .isEqualTo(CacheKey.of(arm(25, "-Dx=1"), 1, folder.resolve("jdk"), PREPARED));
  }

  /** Differences between training runs are part of the noise that the A/A arm shows. */
  @Test
  void shouldBeAnotherForTheSameCommandUnderAnotherName() throws IOException {
    assertThat(List.of(ofControl(Arm.Control.AA, 0), ofControl(Arm.Control.AA, 1))).doesNotContain(key)
        .doesNotHaveDuplicates();
  }

  @Test
  void shouldBeAnotherForEachCacheOfAnArm() throws IOException {
    String second = CacheKey.of(arm(25, "-Dx=1"), 1, folder.resolve("jdk"), PREPARED);
    String third = CacheKey.of(arm(25, "-Dx=1"), 2, folder.resolve("jdk"), PREPARED);
    assertThat(List.of(key, second, third, ofControl(Arm.Control.AA, 1))).doesNotHaveDuplicates();
  }

  private String ofControl(String kind, int number) throws IOException {
    PlannedArm arm = arm(25, "-Dx=1");
    Arm.Control control = new Arm.Control(kind, kind.equals(Arm.Control.BUSY) ? 5_000_000L : null, null);
    return CacheKey.of(new PlannedArm(arm.configuration(), arm.profile(), arm.jdk(), arm.fixture(), control, null),
        number, arm.jdk().home(), PREPARED);
  }

  @Test
  void shouldChangeWithAJarsBytes() throws IOException {
    write(jar, "Classes");
    assertThat(key(25, "-Dx=1")).as("read once a process").isEqualTo(key);
    CacheKey.JARS.clear();
    assertThat(key(25, "-Dx=1")).isNotEqualTo(key);
  }

  @Test
  void shouldChangeWithAJarsTime() throws IOException {
    Files.setLastModifiedTime(jar, FileTime.fromMillis(THEN.toMillis() + 1));
    assertThat(key(25, "-Dx=1")).isNotEqualTo(key);
  }

  @Test
  void shouldChangeWithTheModuleAndTheEvent() throws IOException {
    Files.writeString(fixture.module(), "Module");
    String other = key(25, "-Dx=1");
    assertThat(other).isNotEqualTo(key);
    Files.writeString(fixture.coldEvent().eventFile(), "{ }");
    assertThat(key(25, "-Dx=1")).isNotEqualTo(other);
  }

  @Test
  void shouldChangeWithTheJdkAndTheFlags() throws IOException {
    assertThat(key(24, "-Dx=1")).isNotEqualTo(key);
    assertThat(key(25, "-Dx=2")).isNotEqualTo(key);
  }

  /** An image that was made again has the same path and another time, which the JVM checks. */
  @Test
  void shouldChangeWithTheJvmAndItsTime() throws IOException {
    Path image = folder.resolve("image");
    String other = CacheKey.of(arm(25, "-Dx=1"), 0, image, PREPARED);
    assertThat(other).isNotEqualTo(key);
    Files.createDirectories(image.resolve("lib"));
    write(image.resolve("lib/modules"), "modules");
    assertThat(CacheKey.of(arm(25, "-Dx=1"), 0, image, PREPARED)).isNotEqualTo(other);
  }

  @Test
  void shouldChangeWithTheOrderOfTheClassPath() throws IOException {
    write(folder.resolve("stage/lib/other.jar"), "others");
    Files.writeString(folder.resolve("stage/classpath"), "lib/engine.jar:lib/other.jar");
    String other = key(25, "-Dx=1");
    Files.writeString(folder.resolve("stage/classpath"), "lib/other.jar:lib/engine.jar");
    assertThat(key(25, "-Dx=1")).isNotEqualTo(other);
  }

  @Test
  void shouldChangeWithAJarThatWasPrepared() throws IOException {
    Path prepared = Files.createDirectory(folder.resolve("prepared"));
    write(prepared.resolve("module.jar"), "compiled");
    String other = ofPrepared(prepared);
    assertThat(other).isNotEqualTo(key);
    write(prepared.resolve("module.jar"), "compiled again");
    assertThat(ofPrepared(prepared)).isNotEqualTo(other);
  }

  private String ofPrepared(Path prepared) throws IOException {
    PlannedArm arm = arm(25, "-Dx=1");
    return CacheKey.of(new PlannedArm(
        SampleArms.preparing(arm.configuration(), "make.Main", List.of(), List.of("{prepared}/module.jar")),
        arm.profile(), arm.jdk(), arm.fixture()), 0, arm.jdk().home(), prepared);
  }

  @Test
  void shouldGiveAPreparationAKeyOfItsModuleAndItsJars() throws IOException {
    PlannedArm arm = arm(25, "-Dx=1");
    Path compiler = Files.createDirectory(folder.resolve("stage/compiler"));
    write(compiler.resolve("compiler.jar"), "compiler");
    PlannedArm preparing =
        new PlannedArm(SampleArms.preparing(arm.configuration(), "make.Main", List.of("{stage}/compiler"), List.of()),
            arm.profile(), arm.jdk(), arm.fixture());
    String first = CacheKey.ofPreparation(preparing);
    assertThat(CacheKey.ofPreparation(preparing)).isEqualTo(first);
    write(compiler.resolve("compiler.jar"), "another compiler");
    String second = CacheKey.ofPreparation(preparing);
    Files.writeString(fixture.module(), "Module");
    assertThat(List.of(first, second, CacheKey.ofPreparation(preparing))).doesNotHaveDuplicates();
  }

  private String key(int jdk, String flag) throws IOException {
    return CacheKey.of(arm(jdk, flag), 0, folder.resolve("jdk"), PREPARED);
  }

  private PlannedArm arm(int jdk, String flag) {
    JvmArgs flags = JvmArgs.of(Map.of(17, List.of(flag, "-Dcache={cache}")));
    Profile profile = new Profile("cached", "Cached", flags, new Requirements(null, null, null),
        Optional.of(new Profile.Cache("cache", ".bin", JvmArgs.of(Map.of(17, List.of("-Dmake={cache}"))))), List.of(),
        Optional.empty());
    return new PlannedArm(SampleArms.configuration("fast.jit", false, folder.resolve("stage")), profile,
        SampleArms.jdk(folder.resolve("jdk"), jdk), fixture);
  }

  private static void write(Path file, String text) throws IOException {
    Files.writeString(file, text);
    Files.setLastModifiedTime(file, THEN);
  }
}
