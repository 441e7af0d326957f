package dev.coldstart.stats.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.coldstart.record.JmhResult;
import dev.coldstart.record.RunData;
import dev.coldstart.record.SampleRuns;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JmhBiasTest {

  @TempDir
  Path out;

  @Test
  void shouldPutFirstTouchesUnderJmhBesideThoseOfLaunches() {
    Summary summary = Summary.of(SampleRuns.controlled().readFrom(out));
    assertThat(summary.jmhBias()).as("three configurations, two fixtures, two phases").hasSize(12);
    JmhBias bias = find(summary, "chicory.interpreter", "firstInvoke");
    // The mean of 90, 91 and 92 us, at JMH's 1 us for that configuration.
    assertThat(bias.jmhMs()).isCloseTo(0.091, within(1e-9));
    ArmSummary first = SummaryTest.arm(summary, "chicory.interpreter/default/jdk25");
    assertThat(bias.launchMs()).isEqualTo(first.phasesMs().get("firstInvoke").value());
    assertThat(bias.launchClasses()).isEqualTo(575);
    assertThat(bias.jmhClasses()).isNaN();
  }

  @Test
  void shouldTakeWhatIsNotKnownForUnknown() {
    JmhBias bias =
        Summary.of(with(result("FirstTouch.compile", "ss", "chicory.interpreter", "compile"))).jmhBias().get(0);
    assertThat(bias.launchMs()).as("a fused phase").isNaN();
    assertThat(bias.jmhMs()).isEqualTo(2);
    assertThat(bias.jmhClasses()).isEqualTo(1598);
  }

  @Test
  void shouldLeaveOutSteadyStatesAndWhatWasNotLaunched() {
    for (JmhResult other : List.of(result("SteadyState.invoke", "avgt", "chicory.interpreter", "firstInvoke"),
        result("FirstTouch.invoke", "ss", "graalwasm.jit", "firstInvoke"),
        result("FirstTouch.invoke", "ss", "typo", "firstInvoke"))) {
      assertThat(Summary.of(with(other)).jmhBias()).isEmpty();
    }
  }

  private RunData with(JmhResult jmh) {
    RunData run = SampleRuns.blocks(6).readFrom(out.resolve(Integer.toString(out.toFile().list().length)));
    return new RunData(run.folder(), run.manifest(), run.arms(), run.blocks(), List.of(jmh), run.scenarios(),
        run.warnings());
  }

  private static JmhResult result(String benchmark, String mode, String configuration, String phase) {
    return new JmhResult(benchmark, mode, configuration, "noop", phase, 2e6, 3, 1598, List.of());
  }

  private static JmhBias find(Summary summary, String configuration, String phase) {
    return summary.jmhBias()
        .stream()
        .filter(t -> t.fixture().equals("noop") && t.configuration().equals(configuration) && t.phase().equals(phase))
        .findFirst()
        .get();
  }
}
