package dev.coldstart.spi;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class ChildReportTest {

  private static final Set<String> KEYS = Set.of("stampsNs", "classPath", "engine", "javaHome", "archives", "cpuNs",
      "runQueueNs", "peakRssBytes", "majorFaults", "classesLoaded", "classesFromArchive", "jitNs", "gcNs");

  @Test
  void shouldStandBetweenItsFirstAndItsLastLine() throws IOException {
    List<String> lines = report(1, 2);
    assertThat(lines.get(0)).isEqualTo("coldstart-report 1");
    assertThat(lines.get(lines.size() - 1)).isEqualTo("coldstart-report end");
  }

  @Test
  void shouldWriteKnownKeysOnceAndNumbersAsPlainDigits() throws IOException {
    List<String> lines = report(1, 2);
    List<String> facts = lines.subList(1, lines.size() - 1);
    List<String> keys = facts.stream().map(line -> line.substring(0, line.indexOf('='))).collect(Collectors.toList());
    assertThat(keys).isSubsetOf(KEYS).doesNotHaveDuplicates();
    assertThat(facts).filteredOn(line -> !line.matches("(classPath|javaHome|archives|engine)=.*"))
        .allMatch(line -> line.matches("[a-zA-Z]+=\\d+(,\\d+)*"));
  }

  @Test
  void shouldJoinStampsByCommasAndKeepAValueOnItsLine() throws IOException {
    assertThat(report(1_000_000_000_000L, 2_000_000_000_000L)).contains("stampsNs=1000000000000,2000000000000",
        "engine=Fake 1.0 of two lines");
  }

  private static List<String> report(long... stamps) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ChildReport.write(out, stamps, new FakeRuntime(), null);
    return out.toString(StandardCharsets.UTF_8).lines().toList();
  }
}
