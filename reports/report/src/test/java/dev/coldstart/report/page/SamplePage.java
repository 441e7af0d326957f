package dev.coldstart.report.page;

import dev.coldstart.record.Manifest;
import dev.coldstart.record.Manifest.FixtureFacts;
import dev.coldstart.record.Records;
import dev.coldstart.record.RunData;
import dev.coldstart.record.SampleRun;
import dev.coldstart.record.SampleRuns;
import dev.coldstart.record.SampleScenarios;
import dev.coldstart.record.io.RunReader;
import dev.coldstart.report.history.ComparePage;
import dev.coldstart.report.history.ComparePageTest;
import dev.coldstart.report.history.IndexPage;
import dev.coldstart.report.history.IndexPageTest;
import dev.coldstart.report.scenario.ScenarioReportTest;
import dev.coldstart.report.trend.TrendPageTest;
import dev.coldstart.report.tune.TunePageTest;
import dev.coldstart.stats.run.RunsCompared;
import dev.coldstart.stats.run.Summary;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.ToIntFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Pages of every kind, for the tests in a browser. Each is made once and stays in {@code target/pages} for inspection.
 */
enum SamplePage {
  STANDARD {
    @Override
    String html(Path folder) {
      return page(SettingRuns.withSettings(SampleRuns.standard()), folder);
    }
  },
  FAILED_CONTROL {
    @Override
    String html(Path folder) {
      RunData run = CheckedRuns.standard().readFrom(folder);
      return page(run, CheckedRuns.failed(run, "seen: " + "x".repeat(500)));
    }
  },
  SCENARIOS {
    @Override
    String html(Path folder) {
      return page(SampleScenarios.run(), folder);
    }
  },
  HOSTILE {
    @Override
    String html(Path folder) {
      return page(SettingRuns.withSettings(SampleRuns.hostile()), folder);
    }
  },
  HOSTILE_SCENARIOS {
    @Override
    String html(Path folder) {
      return page(ScenarioReportTest.hostile(), folder);
    }
  },
  /** From real launches. */
  REFERENCE {
    @Override
    String html(Path folder) throws IOException {
      RunData run = RunReader.read(referenceRun());
      return page(run, Summary.of(run));
    }
  },
  /** Of many modules, from real launches. */
  MODULES {
    @Override
    String html(Path folder) throws IOException {
      RunData run = RunReader.read(referenceRun(manifest -> manifest.fixturesFolder() != null));
      return page(run, Summary.of(run));
    }
  },
  /** The same modules, as if most belonged to series. */
  SIZES {
    @Override
    String html(Path folder) throws IOException {
      RunData real = RunReader.read(referenceRun(manifest -> manifest.fixturesFolder() != null));
      List<FixtureFacts> fixtures = real.manifest().fixtures();
      List<FixtureFacts> inSeries = IntStream.range(0, fixtures.size())
          .mapToObj(i -> Records.with(fixtures.get(i), "series", SERIES.get(i % SERIES.size()).orElse(null)))
          .toList();
      RunData run = Records.with(real, "manifest", Records.with(real.manifest(), "fixtures", inSeries));
      return page(run, Summary.of(run));
    }
  },
  RUNS {
    @Override
    String html(Path folder) throws IOException {
      IndexPageTest.write(folder, "good", "2026-01-02T00:00:00Z", true);
      IndexPageTest.write(folder, "older", "2026-01-01T12:00:00Z", true);
      IndexPageTest.write(folder, "bad", "2026-01-01T00:00:00Z", false);
      Path damaged = Files.createDirectories(folder.resolve("x".repeat(100)));
      Files.writeString(damaged.resolve("manifest.json"), "{}");
      return IndexPage.render(folder);
    }
  },
  NIGHTS {
    @Override
    String html(Path folder) {
      return TrendPageTest.hostile();
    }
  },
  COMPARED {
    @Override
    String html(Path folder) {
      return compared(SampleRuns.standard(), folder);
    }
  },
  COMPARED_HOSTILE {
    @Override
    String html(Path folder) {
      return compared(SampleRuns.hostile(), folder);
    }
  },
  TUNING {
    @Override
    String html(Path folder) throws IOException {
      return TunePageTest.hostile(folder);
    }
  };

  /** The last are in none. */
  private static final List<Optional<String>> SERIES = List.of(Optional.of("many small functions"),
      Optional.of("<b>large</b> data " + "x".repeat(90)), Optional.empty());

  private Path file;

  abstract String html(Path folder) throws IOException;

  synchronized Path file() {
    if (file == null) {
      try {
        Path pages = Files.createDirectories(Path.of("target", "pages"));
        Path made = pages.resolve(name().toLowerCase(Locale.ROOT) + ".html");
        file = Files.writeString(made, html(Files.createTempDirectory(pages, "runs"))).toAbsolutePath();
      } catch (IOException e) {
        throw new UncheckedIOException("page=" + this + " cannot be made", e);
      }
    }
    return file;
  }

  /** The page with a replacement of a text's first occurrence after the heading of the strips. */
  Path changed(Path folder, String first, String by) throws IOException {
    String html = Files.readString(file());
    int at = html.indexOf(first, html.indexOf("id=\"launches\""));
    String changed = html.substring(0, at) + by + html.substring(at + first.length());
    return Files.writeString(folder.resolve("changed.html"), changed);
  }

  /**
   * The kept run of the project's fixtures with the most arms: the set of kept runs changes with the figures that they
   * are kept for.
   */
  static Path referenceRun() throws IOException {
    return referenceRun(manifest -> manifest.fixturesFolder() == null);
  }

  static Path referenceRun(Predicate<Manifest> which) throws IOException {
    return referenceRun(which, manifest -> manifest.arms().size());
  }

  static Path referenceRun(Predicate<Manifest> which, ToIntFunction<Manifest> size) throws IOException {
    try (Stream<Path> runs = Files.list(Path.of("..", "reference"))) {
      return runs.filter(run -> Files.exists(run.resolve("launches.jsonl.gz")))
          .filter(run -> which.test(RunReader.manifest(run)))
          .max(Comparator.comparingInt(run -> size.applyAsInt(RunReader.manifest(run))))
          .orElseThrow();
    }
  }

  private static String page(SampleRun sample, Path folder) {
    RunData run = sample.readFrom(folder);
    return page(run, Summary.of(run));
  }

  private static String page(RunData run, Summary summary) {
    return RunPage.render(run, summary, run.folder().reportHtml());
  }

  private static String compared(SampleRun second, Path folder) {
    RunData before = ComparePageTest.slower(SampleRuns.standard()).readFrom(folder.resolve("before"));
    return ComparePage.render(RunsCompared.of(before, second.readFrom(folder.resolve("after")), 0.02));
  }
}
