package dev.coldstart.launcher.child;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coldstart.record.Counter;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class ParsedChildReportTest {

  private static final String STAMPS = "1,2,3,4,5,6";
  private static final String STAT = "42 (a (b) c) S 1 42 42 0 -1 4194304 900 0 7 0 3 2 0 0 20 0 21 0\n";
  private static final String STATUS = "Name:\tjava\nVmHWM:\t   50000 kB\nVmRSS:\t   40000 kB\nThreads:\t21\n";

  private static final byte[] WHOLE = FakeReport.bytes("stat", STAT, "schedstat", "1000 20 3\n200 4 1\n", "status",
      STATUS, "maps",
      "1-2 r--p 0 08:01 9    /jdk/lib/server/classes.jsa\n3-4 rw-p 0 00:00 0\n5-6 r--p 0 08:01 9    /a b/Pr\u00fcf/c.aot\n",
      "stampsNs", STAMPS, "classPath", "/a=b.jar:/c.jar", "engine", "Fake 1");

  @Test
  void shouldReadAWholeReport() {
    ParsedChildReport report = parse(WHOLE).orElseThrow();
    assertThat(report.stampsNs()).containsExactly(1, 2, 3, 4, 5, 6);
    assertThat(report.text("classPath")).isEqualTo("/a=b.jar:/c.jar");
    assertThat(report.engine()).isEqualTo("Fake 1");
    assertThat(report.counter(Counter.CPU)).isEqualTo(1200);
    assertThat(report.counter(Counter.RUN_QUEUE)).isEqualTo(24);
    assertThat(report.counter(Counter.PEAK_RSS)).isEqualTo(50_000 * 1024);
    assertThat(report.counter(Counter.MAJOR_FAULTS)).isEqualTo(7);
    assertThat(report.archives().orElseThrow()).containsExactly("/jdk/lib/server/classes.jsa", "/a b/Pr\u00fcf/c.aot");
  }

  /** The folder has a name with an umlaut. The kernel only knows bytes, and each JVM decodes them by its locale. */
  @ParameterizedTest
  @CsvSource({"UTF-8", "ISO-8859-1", "US-ASCII"})
  void shouldReadTheNamesOfArchivesAsThisJvmReadsFileNames(String encoding) {
    Charset fileNames = Charset.forName(encoding);
    String name = "/tmp/Pr\u00fcfstand/caches/cache.aot";
    byte[] bytes = FakeReport.bytes("stampsNs", STAMPS, "maps", "1-2 r--p 0 08:01 9    " + name + "\n");
    assertThat(parse(bytes).orElseThrow().archives(fileNames).orElseThrow())
        .containsExactly(new String(name.getBytes(StandardCharsets.UTF_8), fileNames));
  }

  @Test
  void shouldReadNamesOfArchivesThatTheKernelWritesInAnotherWay() {
    byte[] bytes = FakeReport.bytes("stampsNs", STAMPS, "maps", """
        1-2 r--p 0 08:01 9    /a b/removed.jsa (deleted)
        2-3 r--p 0 08:01 8    /of two\\012lines.aot
        3-4 r--p 0 08:01 7    /a\rb/c.aot
        4-5 r-xp 0 08:01 6    /lib/libjvm.so (deleted)
        5-6 rw-p 0 00:00 0    [heap]
        """);
    assertThat(parse(bytes).orElseThrow().archives().orElseThrow()).containsExactly("/a b/removed.jsa",
        "/of two\nlines.aot", "/a\rb/c.aot");
  }

  @ParameterizedTest
  @CsvSource({"stat, utime, 3", "stat, state,", "stat, unheard, ", "schedstat, pcount, 4", "schedstat, unheard,",
      "status, VmRSS, 40960000", "status, Threads,", "hsperfdata, java.cls.loadedClasses,"})
  void shouldReadAnyFieldByItsNameInTheSource(String section, String field, Long value) {
    assertThat(parse(WHOLE).orElseThrow().number(section, field)).isEqualTo(value);
  }

  @ParameterizedTest
  @EnumSource(Counter.class)
  void shouldKnowNoCounterThatTheChildCouldNotTell(Counter counter) {
    assertThat(parse(FakeReport.bytes("stampsNs", STAMPS)).orElseThrow().counter(counter)).isNull();
    byte[] damaged = FakeReport.bytes("stampsNs", STAMPS, "stat", "42 (java) S 1", "status", "VmHWM:\t x kB\n",
        "schedstat", "1000 20 3\n200\n", "hsperfdata", "\0\1\2");
    assertThat(parse(damaged).orElseThrow().counter(counter)).isNull();
  }

  @Test
  void shouldTakeSchedulerStatisticsOfZerosForNone() {
    ParsedChildReport report = parse(FakeReport.bytes("stampsNs", STAMPS, "schedstat", "0 0 0\n0 0 0\n")).orElseThrow();
    assertThat(report.counter(Counter.CPU)).isNull();
    assertThat(report.counter(Counter.RUN_QUEUE)).isNull();
  }

  @Test
  void shouldTakeTheJdksProcessorTimeWhereTheSchedulerGivesNone() {
    assertThat(parse(FakeReport.bytes("stampsNs", STAMPS, "cpuNsByJdk", "70")).orElseThrow().counter(Counter.CPU))
        .isEqualTo(70);
  }

  @Test
  void shouldBoundWhatAnEngineSaysOfItself() {
    byte[] report = FakeReport.bytes("stampsNs", STAMPS, "engine", "Fake\u001b 1\nx" + "x".repeat(1_000));
    assertThat(parse(report).orElseThrow().engine()).startsWith("Fake? 1 | x").hasSizeLessThan(300);
  }

  @Test
  void shouldReadWhatAChildDidAfterItsResponse() {
    ParsedChildReport report = parse(FakeReport.bytes("stampsNs", STAMPS, "callNs", "30,2,1", "instancesStatus",
        STATUS + STATUS.replace("40000", "40001"), "failure", "call 5 failed\u001b: " + "x".repeat(1_000)))
        .orElseThrow();
    assertThat(report.numbers("callNs")).containsExactly(30, 2, 1);
    assertThat(report.instancesRssBytes()).containsExactly(40_000 * 1024, 40_001 * 1024);
    assertThat(report.failure()).startsWith("call 5 failed?: x").hasSizeLessThan(400);
    assertThat(parse(WHOLE).orElseThrow().numbers("callNs")).isEmpty();
    assertThat(parse(WHOLE).orElseThrow().instancesRssBytes()).isEmpty();
    assertThat(parse(WHOLE).orElseThrow().failure()).isNull();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", ",", "1,", "1,,2", "1,-2", "1,2.5", "1, 2", "9999999999999999999", "1,two",
      "9223372036854775807", "+5", "-0", "\u0665"})
  void shouldTakeNumbersThatAreNoneForNone(String numbers) {
    byte[] report = FakeReport.bytes("stampsNs", STAMPS, "callNs", numbers);
    assertThat(parse(report).orElseThrow().numbers("callNs")).isEmpty();
  }

  /** A section may contain any bytes, including the report's own delimiter lines. */
  @Test
  void shouldTakeASectionsBytesAsTheyAre() {
    String lines = "coldstart-report end\ncoldstart-report 2\nstampsNs 3\n1,2\0\n";
    ParsedChildReport report = parse(FakeReport.bytes("script", lines, "stampsNs", STAMPS)).orElseThrow();
    assertThat(report.text("script")).isEqualTo(lines);
  }

  @Test
  void shouldTakeAReportTornAnywhereForNone() {
    for (int length = 0; length < WHOLE.length; length++) {
      assertThat(parse(Arrays.copyOf(WHOLE, length))).as("the first %d bytes", length).isEmpty();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"-1", "-2147483648", "0", "10", "12", "9999999", "99999999", "2147483647",
      "99999999999999999999", "11 ", " 11", "+11", "0x0b", "", "1e1", "11\r"})
  void shouldTakeALengthThatIsNotTheSectionsForNoReport(String length) {
    assertThat(parse("coldstart-report 2\nstampsNs " + length + "\n" + STAMPS + "coldstart-report end\n")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "\n", "\n\n\n", "garbage\n", "coldstart-report 2\n", "coldstart-report end\n",
      "coldstart-report 2\ncoldstart-report end\n",
      "coldstart-report 1\nstampsNs 11\n1,2,3,4,5,6coldstart-report end\n",
      "coldstart-report 1\nstampsNs=1,2,3,4,5,6\nclassPath=\ncoldstart-report end\n",
      "coldstart-report 2\nstampsNs 9\n1,2,3,4,5coldstart-report end\n",
      "coldstart-report 2\nstampsNs 13\n1,2,3,4,5,sixcoldstart-report end\n",
      "coldstart-report 2\nstampsNs 0\ncoldstart-report end\n",
      "coldstart-report 2\nstampsNs 11\n1,2,3,4,5,6stampsNs 11\n1,2,3,4,5,6coldstart-report end\n",
      "coldstart-report 2\nstampsNs 11\n1,2,3,4,5,6no length\ncoldstart-report end\n",
      "coldstart-report 2\nstampsNs 11\n1,2,3,4,5,6coldstart-report end\nmore\n",})
  void shouldTakeGarbageForNoReport(String text) {
    assertThat(parse(text)).isEmpty();
  }

  @Test
  void shouldReadRandomBytesWithoutFailing() {
    for (int seed = 0; seed < 1_000; seed++) {
      Random random = new Random(seed);
      byte[] damaged = WHOLE.clone();
      for (int i = 0; i < 5; i++) {
        damaged[random.nextInt(damaged.length)] = (byte) random.nextInt();
      }
      parse(damaged).ifPresent(report -> {
        assertThat(report.counter(Counter.CPU)).satisfiesAnyOf(ns -> assertThat(ns).isNull(),
            ns -> assertThat(ns).isPositive());
        assertThat(report.archives()).isNotNull();
      });
    }
  }

  private static Optional<ParsedChildReport> parse(String text) {
    return parse(text.getBytes(StandardCharsets.UTF_8));
  }

  private static Optional<ParsedChildReport> parse(byte[] bytes) {
    return ParsedChildReport.parse(bytes);
  }
}
