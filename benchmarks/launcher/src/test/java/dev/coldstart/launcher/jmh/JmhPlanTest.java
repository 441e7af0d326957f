package dev.coldstart.launcher.jmh;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coldstart.fixtures.Entry;
import dev.coldstart.fixtures.Fixture;
import dev.coldstart.fixtures.Twin;
import dev.coldstart.launcher.catalog.Profile;
import dev.coldstart.launcher.plan.Controls;
import dev.coldstart.launcher.plan.Permutations;
import dev.coldstart.launcher.plan.PlannedArm;
import dev.coldstart.launcher.plan.SampleArms;
import dev.coldstart.record.Arm;
import dev.coldstart.spi.Phase;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class JmhPlanTest {

  private static final Arm.Control AA = new Arm.Control(Arm.Control.AA, null, null);

  @Test
  void shouldLeaveControlsOut() {
    PlannedArm baseline = arm("base.plain", "hello", null);
    PlannedArm other = arm("fast.jit", "hello", null);
    JmhPlan plan = plan(baseline, arm("base.plain", "hello", AA), arm("base.plain", "hello", Controls.busy(50)), other);
    assertThat(plan).isEqualTo(plan(baseline, other));
    assertThat(plan.forks()).extracting(JmhPlan.Fork::arm).contains(baseline, other);
  }

  @Test
  void shouldLeaveAControlFixtureOutThatNobodyAskedFor() {
    PlannedArm control = arm("base.plain", "control", null);
    PlannedArm baseline = arm("base.plain", "hello", null);
    PlannedArm other = arm("fast.jit", "hello", null);
    assertThat(plan(control, baseline, other)).isEqualTo(plan(baseline, other));
  }

  @Test
  void shouldKeepAControlFixtureThatSomebodyAskedFor() {
    JmhPlan compared =
        plan(arm("base.plain", "control", null), arm("fast.jit", "control", null), arm("base.plain", "hello", null));
    assertThat(compared.forks()).extracting(fork -> fork.arm().fixture().id()).contains("control", "hello");
    JmhPlan alone = plan(arm("base.plain", "control", null));
    assertThat(alone.forks()).isNotEmpty();
  }

  @Test
  void shouldLeaveAChildThatIsNoJvmOutAndSayWhy() {
    PlannedArm jvm = arm("base.plain", "hello", null);
    PlannedArm other = arm("script.plain", "hello", null);
    PlannedArm script = new PlannedArm(SampleArms.withProgram(other.configuration(), "run"), other.profile(),
        other.jdk(), other.fixture());
    JmhPlan plan = plan(script, jvm);
    assertThat(plan.forks()).isEqualTo(plan(jvm).forks()).isNotEmpty();
    assertThat(plan.leftOut()).contains("script.plain: not measured by JMH, because it is not a JVM");
    assertThat(plan(script).forks()).isEmpty();
  }

  /** A fork has JMH on its class path, so the image for the launch does not fit it. */
  @Test
  void shouldLeaveOutWhatIsMadeForALaunchsClassPath() {
    PlannedArm arm = arm("base.plain", "hello", null);
    Profile linked = SampleArms.linked(SampleArms.profile("linked"));
    assertThat(plan(with(arm, linked), arm)).isEqualTo(plan(arm));
    assertThat(plan(with(arm, linked)).forks()).isEmpty();
  }

  private static PlannedArm with(PlannedArm arm, Profile profile) {
    return new PlannedArm(arm.configuration(), profile, arm.jdk(), arm.fixture());
  }

  @Test
  void shouldPlanWithoutSome() {
    JmhPlan plan = plan(arm("base.plain", "hello", null), arm("fast.jit", "hello", null));
    JmhPlan less = plan.without(fork -> fork.name().equals(plan.forks().get(1).name()));
    assertThat(less.forks()).hasSize(plan.forks().size() - 1).doesNotContain(plan.forks().get(1));
    assertThat(less.leftOut()).isEqualTo(plan.leftOut());
  }

  /** The first invoke of a module that is only made ready is nothing. */
  @Test
  void shouldNotObserveACallThatIsNotMade() {
    PlannedArm arm = arm("fast.jit", "hello", null);
    Fixture f = arm.fixture();
    PlannedArm ready = new PlannedArm(arm.configuration(), arm.profile(), arm.jdk(), new Fixture(f.id(), f.title(),
        f.standsFor(), f.module(), f.sha256(), false, false, Twin.NONE, Entry.READY, null, f.events(), null));
    assertThat(plan(arm).forks()).extracting(JmhPlan.Fork::phase).contains(Phase.FIRST_INVOKE, Phase.PARSE);
    assertThat(plan(ready).forks()).extracting(JmhPlan.Fork::phase)
        .contains(Phase.PARSE)
        .doesNotContain(Phase.FIRST_INVOKE);
  }

  @Test
  void shouldPlanNothingOfNothing() {
    assertThat(plan().forks()).isEmpty();
  }

  private static JmhPlan plan(PlannedArm... arms) {
    return JmhPlan.of(List.of(arms), JmhSize.DEFAULT, new Permutations(1));
  }

  private static PlannedArm arm(String configuration, String fixture, Arm.Control control) {
    Fixture plain = SampleArms.fixture(fixture);
    return new PlannedArm(SampleArms.configuration(configuration, configuration.startsWith("base."), Path.of("stage")),
        SampleArms.profile("default"), SampleArms.jdk(Path.of("jdk"), 25),
        new Fixture(plain.id(), plain.title(), plain.standsFor(), plain.module(), plain.sha256(),
            fixture.equals("control"), false, Twin.BUILT_IN, plain.entry(), null, plain.events(), null),
        control, null);
  }
}
