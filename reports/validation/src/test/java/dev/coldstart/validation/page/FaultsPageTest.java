package dev.coldstart.validation.page;

import static dev.coldstart.report.page.SoundPage.assertSound;
import static org.assertj.core.api.Assertions.assertThat;

import dev.coldstart.report.html.Scripts;
import dev.coldstart.validation.faults.FaultsResult;
import dev.coldstart.validation.faults.SampleTrials;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FaultsPageTest {

  @TempDir
  private Path folder;

  @Test
  void shouldShowEachFaultAndWhatIsBroken() {
    String html = html(SampleTrials.result("stopped; what was measured is kept"));
    assertSound(html);
    assertThat(html).contains("3 faults were injected: a check failed after 1 of them",
        "<h3>2: manifest.json is empty</h3>", "it was refused, but changed: stopped", "came too late",
        "scripts/inject-faults --faults 3 --seed 7 --only", "href=\"./faults.json\"",
        "<h2>Faults that could not be injected here</h2>");
  }

  @Test
  void shouldSayThatAllHeld() {
    FaultsResult some = SampleTrials.result("anything");
    FaultsResult sound = new FaultsResult(some.schema(), some.seed(), 1, some.startedAt(), some.commit(),
        some.machine(), some.jdks(), List.of(), some.faults().subList(0, 1));
    assertThat(html(sound)).contains("1 fault was injected: every check held after each")
        .doesNotContain("id=\"broken\"", "Faults that could not be injected here");
  }

  @Test
  void shouldEscapeWhatARunSaid() {
    String html = html(SampleTrials.result("</style><script>alert(1)</script><img src=x>"));
    assertSound(html);
    assertThat(Scripts.removed(html)).doesNotContain("<script", "<img");
  }

  private String html(FaultsResult result) {
    return FaultsPage.render(result, folder.resolve("faults.html"));
  }
}
