package dev.coldstart.command.tune;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.coldstart.launcher.UserError;
import dev.coldstart.launcher.catalog.Catalog;
import dev.coldstart.launcher.catalog.Checkout;
import dev.coldstart.launcher.catalog.Configuration;
import dev.coldstart.launcher.catalog.SampleCatalog;
import dev.coldstart.launcher.machine.ProcessLimits;
import dev.coldstart.launcher.plan.SampleArms;
import dev.coldstart.record.text.Commands;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The search space on a machine with JDK 25 and JDK 17. */
class SearchSpaceTest {

  @TempDir
  private Path folder;
  private Configuration baseline;
  private Configuration jit;

  @BeforeEach
  void makeConfigurations() throws IOException {
    Path stage = Files.createDirectories(folder.resolve("stage"));
    Files.writeString(stage.resolve("classpath"), "");
    Files.writeString(stage.resolve("child.script"), "");
    baseline = SampleArms.configuration("base.plain", true, stage);
    jit = SampleArms.configuration("fast.jit", false, stage);
  }

  @Test
  void shouldRefuseWhatIsNoJvm() {
    Configuration script = SampleArms.withProgram(jit, "sh");
    assertThatThrownBy(() -> space(script, 25)).isInstanceOf(UserError.class)
        .hasMessage(
            "fast cannot be tuned: its child is not a JVM, so no profile, JDK or JVM option applies to it; measure it"
                + " with " + Commands.here().coldstart("run", "--runtime", "fast"));
  }

  @Test
  void shouldRefuseAJdkOnWhichNothingRunsAndNameOneOnWhichSomethingDoes() {
    Configuration newest = SampleArms.requiring(jit, 21, null);
    assertThatThrownBy(() -> space(newest, 17)).isInstanceOf(UserError.class)
        .hasMessage("fast cannot be tuned on jdk17: fast.jit needs JDK 21, found 17. Choose --jdk 25");
    assertThat(space(newest, 25).candidates()).hasSize(1);
  }

  @Test
  void shouldRefuseWhatRunsOnNoInstalledJdk() {
    assertThatThrownBy(() -> space(SampleArms.requiring(jit, null, 11), 25)).isInstanceOf(UserError.class)
        .hasMessage("fast cannot be tuned on jdk25: fast.jit needs JDK 11 or older, found 25."
            + " No installed JDK can run it");
  }

  private SearchSpace space(Configuration configuration, int jdk) {
    Catalog catalog = new Catalog(List.of(SampleArms.fixture("hello")), List.of(baseline, configuration),
        List.of(SampleArms.profile("default")), List.of(),
        SampleCatalog.jdks(SampleArms.jdk(folder.resolve("25"), 25), SampleArms.jdk(folder.resolve("17"), 17)));
    TuneRequest request = new TuneRequest(new Checkout(folder, folder), "fast", "hello", List.of(String.valueOf(jdk)),
        Duration.ofMinutes(1), 6, 1, ProcessLimits.of(Duration.ofSeconds(5)), folder, List.of("tune"));
    return SearchSpace.of(request, catalog);
  }
}
