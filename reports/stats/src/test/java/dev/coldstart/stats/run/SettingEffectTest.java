package dev.coldstart.stats.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coldstart.record.Arm;
import dev.coldstart.record.ArmLaunches;
import dev.coldstart.record.Launch;
import dev.coldstart.record.PhasesNs;
import dev.coldstart.record.Records;
import dev.coldstart.record.RunData;
import dev.coldstart.record.SampleLaunch;
import dev.coldstart.record.SampleRuns;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SettingEffectTest {

  private static final int BLOCKS = 12;

  @TempDir
  Path out;
  private RunData sample;

  @BeforeEach
  void readSample() {
    sample = SampleRuns.blocks(0).readFrom(out);
  }

  @Test
  void shouldReadAConfigurationAgainstWhatItWasMadeOf() {
    Arm small = arm("w.jni-extracted-small", "default");
    assertThat(
        settings(arm("w.jni", "default"), arm("w.jni-extracted", "default"), small, arm("w.jni-cached", "default")))
        .containsExactly("w.jni-extracted of w.jni", "w.jni-extracted-small of w.jni-extracted",
            "w.jni-cached of w.jni");
  }

  @Test
  void shouldReadOthersAgainstTheFirstThatWasPlanned() {
    assertThat(settings(arm("c.interpreter", "default"), arm("c.jit", "default"), arm("d.interpreter", "default")))
        .containsExactly("c.jit of c.interpreter");
  }

  @Test
  void shouldReadAProfileAgainstTheDefaultOrWhatItWasMadeOf() {
    assertThat(settings(arm("c.x", "aot"), arm("c.x", "aot+c1"), arm("c.x", "aot+c1+small"), arm("c.x", "default")))
        .containsExactly("aot of default", "aot+c1 of aot", "aot+c1+small of aot+c1");
    assertThat(settings(arm("c.x", "aot"), arm("c.x", "lambda"))).containsExactly("lambda of aot");
  }

  @Test
  void shouldReadBothWhereBothDiffer() {
    assertThat(settings(arm("c.x", "default"), arm("c.x-y", "default"), arm("c.x", "aot"), arm("c.x-y", "aot")))
        .containsExactly("c.x-y of c.x", "aot of default", "c.x-y of c.x", "aot of default");
  }

  @Test
  void shouldKeepFixturesApart() {
    Arm other = arm("c.x-y", "default", "jdk25", "other", null, "of its own");
    assertThat(settings(arm("c.x", "default"), other)).isEmpty();
  }

  /** Two builds of one JDK, for example. An arm that differs in more is not compared. */
  @Test
  void shouldReadAJdkAgainstTheFirstThatWasPlanned() {
    Arm later = arm("c.x", "default", "jdk25.0.4", "hello", null, "another java");
    Arm another = arm("c.x-y", "default", "jdk25.0.4", "hello", null, "another java and more");
    assertThat(settings(arm("c.x", "default"), later)).containsExactly("jdk25.0.4 of jdk25");
    assertThat(settings(arm("c.x", "default"), another)).isEmpty();
  }

  /** A JVM option does nothing to it, and its configurations are no settings of a JVM. */
  @Test
  void shouldLeaveOutWhatIsNotInAJvm() {
    List<Arm> programs = Stream.of(arm("n.script", "default"), arm("n.wasm", "default"))
        .map(arm -> Records.with(arm, "command", List.of("node", arm.configuration())))
        .toList();
    assertThat(SettingEffect.of(Machines.of(run(programs, BLOCKS)))).isEmpty();
  }

  /** If a profile does not change the command line, the ratio would be only noise. */
  @Test
  void shouldLeaveOutTheSameCommandTwice() {
    Arm one = arm("s.script", "default", "jdk25", "hello", null, "same");
    assertThat(settings(one, arm("s.script", "aot", "jdk25", "hello", null, "same"))).isEmpty();
    assertThat(settings(one, arm("s.script", "aot", "jdk25", "hello", null, "other"))).hasSize(1);
  }

  @Test
  void shouldLeaveOutControlsAndWhatDidNotRun() {
    Arm x = arm("c.x", "default");
    Arm control = arm("c.x-y", "default", "jdk25", "hello", new Arm.Control(Arm.Control.AA, null, null), "of its own");
    assertThat(settings(x, control)).isEmpty();
    RunData run = run(List.of(x, arm("c.x-y", "default")), 0);
    assertThat(SettingEffect.of(Machines.of(run))).isEmpty();
  }

  @Test
  void shouldFindThePlantedRatioWithItsInterval() {
    RunData run = run(List.of(arm("c.x", "default"), arm("c.x-y", "default")), BLOCKS);
    SettingEffect setting = SettingEffect.of(Machines.of(run)).get(0);
    assertThat(setting.blocks()).isEqualTo(BLOCKS);
    assertThat(setting.ratio().value()).isBetween(0.45, 0.55);
    assertThat(setting.ratio().low()).isLessThan(0.5);
    assertThat(setting.ratio().high()).isGreaterThan(0.5).isLessThan(0.7);
  }

  private List<String> settings(Arm... arms) {
    return SettingEffect.of(Machines.of(run(List.of(arms), BLOCKS))).stream().map(SettingEffectTest::text).toList();
  }

  private static String text(SettingEffect setting) {
    if (!setting.arm().jdk().equals(setting.other().jdk())) {
      return setting.arm().jdk() + " of " + setting.other().jdk();
    }
    boolean byProfile = setting.arm().configuration().equals(setting.other().configuration());
    return byProfile
        ? setting.arm().profile() + " of " + setting.other().profile()
        : setting.arm().configuration() + " of " + setting.other().configuration();
  }

  private static Arm arm(String configuration, String profile) {
    return arm(configuration, profile, "jdk25", "hello", null, configuration + " under " + profile);
  }

  private static Arm arm(String configuration, String profile, String jdk, String fixture, Arm.Control control,
      String command) {
    String id = configuration + "/" + profile + "/" + jdk;
    String runtime = configuration.substring(0, configuration.indexOf('.'));
    return new Arm(id, runtime, runtime, configuration, "", profile, jdk, fixture, false, control, Map.of(), null,
        List.of("java", Arm.CLASS_PATH, command), null, null, null);
  }

  /** Each arm takes half as long as the one before, give or take a fifth, in blocks that differ far more. */
  private RunData run(List<Arm> arms, int blocks) {
    List<ArmLaunches> all = new ArrayList<>();
    for (int i = 0; i < arms.size(); i++) {
      List<Launch> launches = new ArrayList<>();
      for (int block = 1; block <= blocks; block++) {
        long ns = Math.round(1e9 * block * Math.pow(0.5, i) * (1 + 0.1 * ((block + i) % 3 - 1)));
        launches.add(launch(arms.get(i), block, ns));
      }
      all.add(new ArmLaunches(arms.get(i), launches, Set.of()));
    }
    return new RunData(sample.folder(), sample.manifest(), all, List.of(), List.of(), sample.scenarios(), List.of());
  }

  private static Launch launch(Arm arm, int block, long ns) {
    PhasesNs phases = new PhasesNs(ns, 0L, 0L, 0L, 0L, 0L);
    return SampleLaunch.of(block, arm.key(), phases);
  }
}
