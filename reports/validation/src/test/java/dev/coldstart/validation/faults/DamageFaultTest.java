package dev.coldstart.validation.faults;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coldstart.record.RunFolder;
import dev.coldstart.record.SampleRuns;
import dev.coldstart.validation.faults.DamageFault.Damage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class DamageFaultTest {

  @TempDir
  private Path out;
  private RunFolder run;

  @BeforeEach
  void writeRun() throws IOException {
    run = SampleRuns.controlled(12)
        .withManifest(m -> m.with(m.plan(), null, null, m.arms(), m.notes(), null, null))
        .writeTo(out);
    for (Path file : new Path[] {run.reportHtml(), run.summaryJson(), run.summaryCsv(), run.summarySvg(),
        out.resolve("index.html"), Files.createDirectory(run.histograms()).resolve("a.hlog")}) {
      Files.writeString(file, "whatever stands in it\n".repeat(10));
    }
    Files.createSymbolicLink(out.resolve("latest"), run.path().getFileName());
  }

  @ParameterizedTest
  @EnumSource
  void shouldChangeSomethingEachTimeInTheSameWay(Damage damage) throws IOException {
    Map<String, String> before = contents();
    damage.in(run, new Random(3));
    assertThat(contents()).isNotEqualTo(before);
  }

  @Test
  void shouldTearTheLastLineAlone() throws IOException {
    String before = Files.readString(run.launches());
    Damage.LAUNCH_CUT.in(run, new Random(3));
    String after = Files.readString(run.launches());
    int lastLine = before.lastIndexOf('\n', before.length() - 2) + 1;
    assertThat(before).startsWith(after);
    assertThat(after.length()).isBetween(lastLine + 1, before.length() - 2);
  }

  @Test
  void shouldRepeatTheLastLine() throws IOException {
    String before = Files.readString(run.launches());
    Damage.LAUNCH_TWICE.in(run, new Random(3));
    assertThat(Files.readString(run.launches()))
        .isEqualTo(before + before.lines().reduce((a, b) -> b).orElseThrow() + "\n");
  }

  @Test
  void shouldDropOneLineWithin() throws IOException {
    String before = Files.readString(run.launches());
    Damage.LAUNCH_GONE.in(run, new Random(3));
    assertThat(Files.readString(run.launches()).lines()).hasSize((int) before.lines().count() - 1)
        .isSubsetOf(before.lines().toList())
        .endsWith(before.lines().reduce((a, b) -> b).orElseThrow());
  }

  private Map<String, String> contents() throws IOException {
    Map<String, String> contents = new TreeMap<>();
    try (Stream<Path> files = Files.walk(out)) {
      for (Path file : files.toList()) {
        contents.put(out.relativize(file).toString(), Files.isRegularFile(file) ? Files.readString(file) : "");
      }
    }
    return contents;
  }
}
