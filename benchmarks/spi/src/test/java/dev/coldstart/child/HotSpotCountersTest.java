package dev.coldstart.child;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Linux only: there the file's location does not depend on the user's environment. */
@EnabledOnOs(OS.LINUX)
class HotSpotCountersTest {

  @Test
  void shouldReadTheCountersOfThisJvm() {
    HotSpotCounters counters = HotSpotCounters.ofThisJvm();
    assertThat(counters.classesLoaded()).isGreaterThan(400);
    assertThat(counters.number("java.cls.sharedLoadedClasses")).isBetween(0L, counters.classesLoaded());
    assertThat(counters.number("java.ci.totalTime")).isPositive();
    assertThat(counters.number("sun.gc.collector.0.time")).isNotNegative();
  }

  @Test
  void shouldCountClassesLoadedMeanwhile() throws Exception {
    long before = HotSpotCounters.ofThisJvm().classesLoaded();
    Class.forName("javax.sql.rowset.RowSetMetaDataImpl");
    assertThat(HotSpotCounters.ofThisJvm().classesLoaded()).isGreaterThan(before);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 3, 4, 27, 40, 1_000, 4_000})
  void shouldKnowNothingFromATruncatedFile(int length) throws IOException {
    assertKnowsNothing(HotSpotCounters.parse(Arrays.copyOf(fileOfThisJvm(), length)));
  }

  @Test
  void shouldKnowNothingFromGarbage() {
    byte[] garbage = new byte[32_768];
    for (int seed = 0; seed < 1_000; seed++) {
      new Random(seed).nextBytes(garbage);
      assertKnowsNothing(HotSpotCounters.parse(garbage));
      // The same with a valid magic number.
      ByteBuffer.wrap(garbage).putInt(0, 0xcafec0c0);
      assertKnowsNothing(HotSpotCounters.parse(garbage));
    }
  }

  private static void assertKnowsNothing(HotSpotCounters counters) {
    assertThat(counters.classesLoaded()).isNull();
    assertThat(counters.number("java.cls.sharedLoadedClasses")).isNull();
    assertThat(counters.number("java.ci.totalTime")).isNull();
    assertThat(counters.number("sun.gc.collector.0.time")).isNull();
  }

  private static byte[] fileOfThisJvm() throws IOException {
    String user = System.getProperty("user.name");
    return Files.readAllBytes(Path.of("/tmp", "hsperfdata_" + user, String.valueOf(ProcessHandle.current().pid())));
  }
}
