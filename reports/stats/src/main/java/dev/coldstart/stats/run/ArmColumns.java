package dev.coldstart.stats.run;

import dev.coldstart.record.text.Format;
import java.math.BigDecimal;
import java.util.List;
import java.util.function.Function;

/** What {@code summary.json} and {@code summary.csv} say of an arm, under the same names and with the same digits. */
public final class ArmColumns {

  /** @param value a text, a number or null */
  record Column(String name, Function<ArmSummary, Object> value) {}

  /** Up to the verdict, and how many launches were set aside. */
  static final List<Column> ANSWER = List.of(new Column("arm", s -> s.arm().arm()),
      new Column("runtime", s -> s.arm().runtime()), new Column("configuration", s -> s.arm().configuration()),
      new Column("profile", s -> s.arm().profile()), new Column("jdk", s -> s.arm().jdk()),
      new Column("fixture", s -> s.arm().fixture()),
      new Column("control", s -> s.arm().isControl() ? s.arm().control().kind() : null), new Column("n", ArmSummary::n),
      new Column("firstResponseMedianMs", s -> rounded(s.firstResponseMs().value())),
      new Column("firstResponseCiLowMs", s -> rounded(s.firstResponseMs().low())),
      new Column("firstResponseCiHighMs", s -> rounded(s.firstResponseMs().high())),
      new Column("ratio", s -> rounded(s.ratio().value())), new Column("ratioCiLow", s -> rounded(s.ratio().low())),
      new Column("ratioCiHigh", s -> rounded(s.ratio().high())),
      new Column("margin", s -> rounded(s.comparison().margin())),
      new Column("pHolm", s -> rounded(s.comparison().p())),
      new Column("shiftMs", s -> rounded(s.comparison().shiftMs())),
      new Column("a12", s -> rounded(s.comparison().a12())),
      new Column("verdict", s -> s.verdict() == null ? null : s.verdict().word()),
      new Column("moreBlocks", s -> s.comparison().moreBlocks()), new Column("invalid", ArmSummary::invalid));

  static final List<Column> COUNTERS = List.of(new Column("cpuMedianMs", s -> rounded(s.counters().cpuMs())),
      new Column("cpuPerWallMedian", s -> rounded(s.counters().cpuPerWall())),
      new Column("peakRssMedianBytes", s -> rounded(s.counters().peakRssBytes())),
      new Column("classesLoadedMedian", s -> rounded(s.counters().classesLoaded())),
      new Column("classesFromArchiveMedian", s -> rounded(s.counters().classesFromArchive())),
      new Column("jitMedianMs", s -> rounded(s.counters().jitMs())),
      new Column("gcMedianMs", s -> rounded(s.counters().gcMs())),
      new Column("majorFaultsMedian", s -> rounded(s.counters().majorFaults())));

  /** To 1 ns in a ms, and 1 in a million of a ratio; more would be noise, and print differently from JDK to JDK. */
  private static final int DECIMALS = 6;

  private ArmColumns() {}

  /** Null for NaN. */
  public static BigDecimal rounded(double value) {
    return Format.rounded(value, DECIMALS);
  }
}
