package dev.coldstart.launcher.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coldstart.fixtures.Fixture;
import dev.coldstart.fixtures.Twin;
import dev.coldstart.launcher.catalog.Configuration;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class ControlsTest {

  @Test
  void shouldGiveEveryBaselineItsControls() {
    List<PlannedArm> arms =
        List.of(arm("base.plain", true, "noop"), arm("fast.jit", false, "noop"), arm("base.plain", true, "hello"));
    assertThat(Controls.STANDARD.with(arms)).extracting(arm -> arm.fixture().id() + " " + arm.id())
        .containsExactly("noop base.plain/default/jdk25", "noop base.plain/default/jdk25+aa",
            "noop base.plain/default/jdk25+busy-5ms", "noop fast.jit/default/jdk25", "hello base.plain/default/jdk25",
            "hello base.plain/default/jdk25+aa");
  }

  @Test
  void shouldNameADelayInParts() {
    PlannedArm arm = arm("base.plain", true, "noop");
    assertThat(arm.as(Controls.busy(50)).id()).isEqualTo("base.plain/default/jdk25+busy-50permille");
  }

  private static PlannedArm arm(String configuration, boolean baseline, String fixture) {
    Configuration described = SampleArms.configuration(configuration, baseline, Path.of("stage"));
    Fixture plain = SampleArms.fixture(fixture);
    Fixture of = new Fixture(plain.id(), plain.title(), plain.standsFor(), plain.module(), plain.sha256(),
        fixture.equals("noop"), false, Twin.BUILT_IN, plain.entry(), null, plain.events(), null);
    return new PlannedArm(described, SampleArms.profile("default"), SampleArms.jdk(Path.of("jdk"), 25), of);
  }
}
