package dev.coldstart.report.page;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coldstart.record.Arm;
import dev.coldstart.record.ArmKey;
import dev.coldstart.record.Launch;
import dev.coldstart.record.Manifest;
import dev.coldstart.record.Manifest.FixtureFacts;
import dev.coldstart.record.Records;
import dev.coldstart.record.RunData;
import dev.coldstart.record.SampleLaunch;
import dev.coldstart.record.SampleRun;
import dev.coldstart.record.SampleRuns;
import dev.coldstart.report.export.SummaryWriter;
import dev.coldstart.stats.run.Summary;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The page's text for runs that are easy to describe wrongly. */
class PageGoldenTest {

  private static final String CHICORY = "chicory.interpreter/default/jdk25";
  private static final String WASMTIME = "wasmtime.jni/default/jdk25";

  /** Markup, and 200 characters. */
  private static final String EVIL = "<script>alert('x')</script>&amp;\"<!--" + "x".repeat(163);

  @TempDir
  Path out;

  enum Sample {
    STANDARD,
    ONE_LAUNCH,
    FAILED_ARMS,
    BELOW_TEN,
    HOSTILE_FIXTURE;

    private SampleRun run() {
      return switch (this) {
        case STANDARD -> SettingRuns.withSettings(SampleRuns.controlled());
        case ONE_LAUNCH -> SampleRuns.blocks(1);
        case FAILED_ARMS -> failed(SampleRuns.controlled());
        case BELOW_TEN -> SampleRuns.blocks(9);
        case HOSTILE_FIXTURE -> renamed(SampleRuns.blocks(12).withoutJmh());
      };
    }

    private String file() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-') + ".txt";
    }
  }

  @ParameterizedTest
  @EnumSource
  void shouldSayTheSameInEachLocale(Sample sample) {
    if (sample == Sample.STANDARD) {
      RunData before = SampleRuns.standard().withManifest(PageGoldenTest::theYearBefore).readFrom(out);
      SummaryWriter.write(before.folder(), Summary.of(before));
    }
    RunData run = sample.run().readFrom(out);
    for (Locale locale : List.of(Locale.ROOT, Locale.US, Locale.GERMANY)) {
      Golden.check("golden/" + sample.file(), PageText.of(in(locale, run)));
    }
  }

  @Test
  void shouldBeTheSameToTheLastByteOfTheSmallestRun() {
    RunData run = smallest().readFrom(out);
    String html = in(Locale.ROOT, run);
    // The style sheet and the script are separate files.
    String own = html.replaceAll("(?s)(<style>|<script>).*?(</style>|</script>)", "$1…$2");
    assertThat(own.length()).isLessThan(60_000);
    Golden.check("golden/smallest.html", own);
    assertThat(in(Locale.US, run)).isEqualTo(html);
    assertThat(in(Locale.GERMANY, run)).isEqualTo(html);
  }

  private static String in(Locale locale, RunData run) {
    Locale before = Locale.getDefault();
    try {
      Locale.setDefault(locale);
      return RunPage.render(run, Summary.of(run), run.folder().reportHtml());
    } finally {
      Locale.setDefault(before);
    }
  }

  /** One fixture, the baseline and another arm. */
  private static SampleRun smallest() {
    SampleRun run = SampleRuns.blocks(6).withoutJmh().withManifest(m -> fixtures(m, m.fixtures().subList(1, 2)));
    List<String> kept = List.of(CHICORY, SampleRuns.BASELINE);
    return CheckedRuns.only(run, arm -> arm.fixture().equals("hello") && kept.contains(arm.arm()));
  }

  /** One arm without a counted launch, and another with half of its launches. */
  private static SampleRun failed(SampleRun run) {
    return run.withLaunches(launch -> isToFail(launch) ? invalid(launch) : launch);
  }

  private static boolean isToFail(Launch launch) {
    return launch.arm().equals(CHICORY) || launch.arm().equals(WASMTIME) && launch.block() % 2 == 0;
  }

  private static Launch invalid(Launch l) {
    return SampleLaunch.invalid(l, "the response is not the expected one");
  }

  private static SampleRun renamed(SampleRun run) {
    return run.withManifest(m -> fixtures(m, List.of(m.fixtures().get(0), evil(m.fixtures().get(1)))))
        .withArms(arm -> arm.fixture().equals("hello") ? evil(arm) : arm)
        .withLaunches(launch -> launch.fixture().equals("hello") ? evil(launch) : launch);
  }

  private static FixtureFacts evil(FixtureFacts f) {
    return new FixtureFacts(EVIL, EVIL, EVIL, f.wasmBytes(), f.sha256(), f.event(), f.responseBytes(),
        f.series() == null ? null : EVIL);
  }

  private static Arm evil(Arm a) {
    return Records.with(a, "fixture", EVIL);
  }

  private static Launch evil(Launch l) {
    return SampleLaunch.ofArm(l, new ArmKey(l.arm(), EVIL));
  }

  private static Manifest fixtures(Manifest m, List<FixtureFacts> fixtures) {
    return with(m, m.runId(), m.startedAt(), m.endedAt(), fixtures);
  }

  private static Manifest theYearBefore(Manifest m) {
    Instant startedAt = Instant.parse("2025-01-02T03:04:05Z");
    return with(m, "before", startedAt, startedAt.plusSeconds(60), m.fixtures());
  }

  private static Manifest with(Manifest m, String id, Instant startedAt, Instant endedAt, List<FixtureFacts> fixtures) {
    return Records.with(m, "runId", id, "startedAt", startedAt, "endedAt", endedAt, "fixtures", fixtures);
  }
}
