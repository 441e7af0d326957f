package dev.coldstart.record;

import dev.coldstart.record.history.HistoryLine;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Lines of a history, one run a night from 1 January 2026, 02:00 UTC. */
public final class SampleHistory {

  public static final String ARM = "chicory.interpreter/default/jdk25";

  public static final Manifest.Machine MACHINE =
      new Manifest.Machine("Linux", "6.1", "amd64", "Synthetic CPU", 2, 8_000_000_000L, "performance", null);

  private static final Instant FIRST = Instant.parse("2026-01-01T02:00:00Z");

  private SampleHistory() {}

  public static String run(int night) {
    return RunFolder.newId(at(night), "", Path.of("does-not-exist"));
  }

  private static Instant at(int night) {
    return FIRST.plus(Duration.ofDays(night));
  }

  /** Chicory's interpreter in {@code hello}, with an interval of about 2 % to either side. */
  public static HistoryLine line(int night, double ratio) {
    return new HistoryLine(HistoryLine.SCHEMA, run(night), at(night), ARM, "hello", "chicory", "Chicory",
        "chicory.interpreter", "Chicory, interpreter", "default", "jdk25", "plain-java.twin/default/jdk25", null, ratio,
        ratio / 1.02, ratio * 1.02, 100, 1e-9, ratio > 1 ? "slower" : "faster", ratio, ratio / 1.01, ratio * 1.01, null,
        "sound", true, List.of(), 1.0, 0.99, 1.01, "0.2.0", "0123456789abcdef", true, "Chicory 1.7.4", "25.0.3+9",
        "Vendor", "ab".repeat(32), "nightly", null, null, MACHINE);
  }
}
