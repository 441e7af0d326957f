package dev.coldstart.launcher.prepare;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coldstart.fixtures.Fixture;
import dev.coldstart.launcher.catalog.JvmArgs;
import dev.coldstart.launcher.catalog.Profile;
import dev.coldstart.launcher.plan.Controls;
import dev.coldstart.launcher.plan.PlannedArm;
import dev.coldstart.launcher.plan.SampleArms;
import dev.coldstart.record.Arm.Control;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChildCommandTest {

  @TempDir
  private Path stage;

  @BeforeEach
  void writeClassPath() throws IOException {
    Files.writeString(stage.resolve("classpath"), "");
  }

  @Test
  void shouldStartAnAaArmAsItsBaseline() {
    assertThat(words(new Control(Control.AA, null, null))).isEqualTo(words(null));
  }

  @Test
  void shouldAskForAFixedDelayInNs() {
    assertThat(added(Controls.busy(Duration.ofMillis(5)))).containsExactly("busy-ns", "5000000");
  }

  /** The recorded command is the same for every launch. The placeholder is replaced at the spawn. */
  @Test
  void shouldAskForADelayInPartsOfATimeThatIsFilledInAtTheSpawn() {
    assertThat(added(Controls.busy(50))).containsExactly("busy-permille", "50", "<spawnedNs>");
  }

  @Test
  void shouldStartAScriptWithoutAnythingOfAJvm() {
    Profile.Cache cache = new Profile.Cache("a cache", ".bin", JvmArgs.NONE);
    Profile profile = new Profile("cached", "Cached", JvmArgs.of(Map.of(17, List.of("-use={cache}"))),
        SampleArms.profile("any").requires(), Optional.of(cache), List.of(), Optional.empty());
    PlannedArm arm = new PlannedArm(
        SampleArms.withProgram(SampleArms.configuration("script.plain", false, stage), "no-such-program"), profile,
        SampleArms.jdk(Path.of("jdk"), 25), SampleArms.fixture("hello"));
    assertThat(arm.cache()).isEmpty();
    ChildCommand command =
        new ChildCommand(arm, Path.of("jdk"), Path.of("prepared"), Path.of("cache"), Path.of("temporary"));
    assertThat(command.unset()).containsExactly("SCRIPT_OPTIONS");
    assertThat(command.words()).containsExactly("no-such-program", stage.resolve("child.script").toString(), "hello",
        "hello.wasm", "event.json", "handler", "-");
  }

  @Test
  void shouldStartTheJvmOfItsImageOnTheStagedClassPath() throws IOException {
    Files.writeString(stage.resolve("own.jar"), "12");
    Path dependency = Files.createDirectory(stage.resolve("lib")).resolve("dependency.jar");
    Files.writeString(dependency, "123");
    Files.writeString(stage.resolve("classpath"), "lib/dependency.jar");
    Profile profile = SampleArms.linked(SampleArms.profile("p"));
    PlannedArm arm = new PlannedArm(SampleArms.configuration("fast.jit", false, stage), profile,
        SampleArms.jdk(Path.of("jdk"), 25), SampleArms.fixture("hello"));
    Path any = Path.of("any");
    assertThat(new ChildCommand(arm, Path.of("image"), any, any, any).words()).startsWith("image/bin/java")
        .containsSequence("-cp", stage.resolve("own.jar") + ":" + dependency, "sample.Child");
  }

  /** The words that only the control's command line has. */
  private List<String> added(Control control) {
    List<String> words = words(control);
    int same = words(null).size();
    assertThat(words.subList(0, same)).isEqualTo(words(null));
    return words.subList(same, words.size());
  }

  private List<String> words(Control control) {
    Fixture fixture = SampleArms.fixture("hello");
    PlannedArm arm = new PlannedArm(SampleArms.configuration("base.plain", true, stage), SampleArms.profile("default"),
        SampleArms.jdk(Path.of("jdk"), 25), fixture, control, null);
    return new ChildCommand(arm, Path.of("jdk"), Path.of("prepared"), Path.of("cache"), Path.of("temporary")).words();
  }
}
