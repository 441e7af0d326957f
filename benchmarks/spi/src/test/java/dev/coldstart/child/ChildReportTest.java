package dev.coldstart.child;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coldstart.spi.CompiledModule;
import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class ChildReportTest {

  private static final CompiledModule COUNTED = new CompiledModule() {
    @Override
    public String counts() {
      return "interpretedFunctions 3";
    }
  };

  private final ChildReport report = new ChildReport();

  @Test
  @EnabledOnOs(OS.LINUX)
  void shouldHoldTheFilesOfTheKernelAndOfHotSpotAsTheyAre() throws IOException {
    report.readCounters();
    Map<String, byte[]> sections = written(1, 2);
    // The order is that of reading. Counters that keep counting come first.
    assertThat(sections.keySet()).containsExactly("stat", "schedstat", "hsperfdata", "status", "maps", "stampsNs",
        "classPath", "javaHome", "engine", "engineCounts");
    assertThat(text(sections, "stat")).startsWith(ProcessHandle.current().pid() + " (");
    // One line for each thread.
    assertThat(text(sections, "schedstat")).matches("(\\d+ \\d+ \\d+\n){2,}");
    assertThat(HotSpotCounters.parse(sections.get("hsperfdata")).classesLoaded()).isPositive();
    assertThat(text(sections, "status")).contains("\nVmHWM:");
    assertThat(text(sections, "maps")).contains(System.getProperty("java.home"));
  }

  @Test
  @DisabledOnOs(OS.LINUX)
  void shouldKnowTheProcessorTimeWhereThereIsNoSchedstat() throws IOException {
    report.readCounters();
    assertThat(text(written(1), "cpuNsByJdk")).matches("\\d+");
  }

  @Test
  void shouldHoldTextsAndLeaveOutWhatIsNotThere(@TempDir Path folder) throws IOException {
    report.text("failure", null);
    report.begin("instancesStatus");
    assertThat(report.append(folder.resolve("missing").toFile())).isFalse();
    assertThat(report.end()).isFalse();
    Map<String, byte[]> sections = written(1_000_000_000_000L, -2);
    assertThat(sections).doesNotContainKeys("failure", "instancesStatus");
    assertThat(text(sections, "stampsNs")).isEqualTo("1000000000000,-2");
    assertThat(text(sections, "classPath")).isEqualTo(System.getProperty("java.class.path"));
    assertThat(text(sections, "engine")).isEqualTo("Fake 1.0\nof two lines");
    assertThat(text(sections, "engineCounts")).isEqualTo("interpretedFunctions 3");
  }

  @Test
  void shouldLeaveOutAFileThatIsTooLong(@TempDir Path folder) throws IOException {
    File file = Files.write(folder.resolve("file"), new byte[1 << 20]).toFile();
    assertThat(endsWith(file)).isFalse();
    Files.write(file.toPath(), new byte[1 << 18]);
    assertThat(endsWith(file)).isTrue();
    assertThat(written(1).get("file")).hasSize(1 << 18);
  }

  private boolean endsWith(File file) {
    report.begin("file");
    assertThat(report.append(file)).isTrue();
    return report.end();
  }

  private Map<String, byte[]> written(long... stamps) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    report.writeTo(out, stamps, new FakeRuntime(), COUNTED);
    return ReportSections.of(out.toByteArray(), 0);
  }

  private static String text(Map<String, byte[]> sections, String name) {
    return new String(sections.get(name), StandardCharsets.UTF_8);
  }
}
