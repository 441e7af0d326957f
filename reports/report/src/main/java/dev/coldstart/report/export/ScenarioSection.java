package dev.coldstart.report.export;

import static dev.coldstart.report.export.SummaryFile.each;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.coldstart.record.Scenarios;
import dev.coldstart.stats.estimate.Estimate;
import dev.coldstart.stats.scenario.BurstCurve;
import dev.coldstart.stats.scenario.CallCurve;
import dev.coldstart.stats.scenario.FigureMedians;
import dev.coldstart.stats.scenario.MemoryUse;
import dev.coldstart.stats.scenario.ScenarioSummary;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** The scenarios in {@code summary.json}, without those that were not run. */
@JsonInclude(Include.NON_NULL)
public record ScenarioSection(List<CallRow> coldToWarm, List<BreakEvenRow> breakEven, List<MemoryRow> memory,
    List<BurstRow> burst, @JsonAnyGetter @JsonAnySetter Map<String, List<FigureRow>> figures) {

  static ScenarioSection of(ScenarioSummary s) {
    return new ScenarioSection(s.coldToWarm().isEmpty() ? null : each(s.coldToWarm(), CallRow::of),
        s.coldToWarm().isEmpty()
            ? null
            : each(s.breakEvens(),
                b -> new BreakEvenRow(b.arm().fixture(), b.arm().arm(), b.against().arm(), b.blocks(), b.calls(),
                    b.atCall(), b.everAhead())),
        s.memory().isEmpty() ? null : each(s.memory(), MemoryRow::of),
        s.burst().isEmpty() ? null : each(s.burst(), BurstRow::of), figures(s));
  }

  private static Map<String, List<FigureRow>> figures(ScenarioSummary s) {
    Map<String, List<FigureRow>> rows = new LinkedHashMap<>();
    Scenarios.KINDS.stream()
        .filter(kind -> s.figures().containsKey(kind.id()))
        .forEach(kind -> rows.put(kind.id(), each(s.figures().get(kind.id()), arm -> FigureRow.of(kind, arm))));
    return rows;
  }

  /**
   * @param against the figures compared with the baseline's
   * @param medians and the ends of their intervals, by field
   */
  public record FigureRow(String fixture, String arm, int n, int invalid, String invalidReason,
      List<AgainstRow> against, @JsonAnyGetter @JsonAnySetter Map<String, Double> medians) {

    static FigureRow of(Scenarios.Kind<?> kind, FigureMedians of) {
      Map<String, Double> medians = new LinkedHashMap<>();
      for (int i = 0; i < kind.figures().size(); i++) {
        Scenarios.Figure<?> figure = kind.figures().get(i);
        String unit = switch (figure.unit()) {
          case NS -> "Ns";
          case BYTES -> "Bytes";
          case COUNT -> "";
        };
        medians.put(figure.name() + "Median" + unit, of.medians().get(i).value());
        medians.put(figure.name() + "CiLow" + unit, of.medians().get(i).low());
        medians.put(figure.name() + "CiHigh" + unit, of.medians().get(i).high());
      }
      List<AgainstRow> against = IntStream.range(0, of.against().size())
          .mapToObj(i -> AgainstRow.of(kind.figures().get(i).name(), of.against().get(i)))
          .toList();
      return new FigureRow(of.arm().fixture(), of.arm().arm(), of.n(), of.setAside().launches(), of.setAside().reason(),
          against, medians);
    }
  }

  public record AgainstRow(String figure, @JsonUnwrapped(prefix = "ratio") Estimate ratio, String verdict) {

    static AgainstRow of(String figure, FigureMedians.Against against) {
      return new AgainstRow(figure, against.ratio(), against.verdict().word());
    }
  }

  public record CallRow(String fixture, String arm, int n, int invalid, String invalidReason, int calls, List<At> at) {

    public record At(int call, @JsonUnwrapped(prefix = "latency", suffix = "Ns") Estimate latencyNs,
        @JsonUnwrapped(prefix = "total", suffix = "Ns") Estimate totalNs, double totalMeanNs) {}

    static CallRow of(CallCurve c) {
      return new CallRow(c.arm().fixture(), c.arm().arm(), c.n(), c.setAside().launches(), c.setAside().reason(),
          c.calls(), each(c.at(), at -> new At(at.call(), at.latencyNs(), at.totalNs(), at.meanTotalNs())));
    }
  }

  public record BreakEvenRow(String fixture, String arm, String against, int blocks, int calls,
      @JsonUnwrapped(prefix = "atCall") Estimate atCall, boolean everAhead) {}

  public record MemoryRow(String fixture, String arm, int n, int invalid, String invalidReason,
      @JsonUnwrapped(prefix = "peakRss", suffix = "Bytes") Estimate peakRssBytes,
      @JsonUnwrapped(prefix = "oneInstanceRss", suffix = "Bytes") Estimate oneInstanceRssBytes,
      @JsonUnwrapped(prefix = "instance", suffix = "Bytes") Estimate instanceBytes, boolean straight,
      @JsonUnwrapped(prefix = "instancesPerGib") Estimate instancesPerGib, int toldUpTo, List<At> at) {

    public record At(int instances, @JsonUnwrapped(prefix = "rss", suffix = "Bytes") Estimate rssBytes) {}

    static MemoryRow of(MemoryUse m) {
      return new MemoryRow(m.arm().fixture(), m.arm().arm(), m.n(), m.setAside().launches(), m.setAside().reason(),
          m.peakBytes(), m.firstBytes(), m.instanceBytes(), m.straight(), m.instancesPerGib(), m.toldUpTo(),
          each(m.at(), at -> new At(at.instances(), at.rssBytes())));
    }
  }

  public record BurstRow(String fixture, String arm, int invalid, String invalidReason, List<At> at) {

    public record At(int starts, int blocks, int invalid,
        @JsonUnwrapped(prefix = "slowest", suffix = "Ns") Estimate slowestNs,
        @JsonUnwrapped(prefix = "middle", suffix = "Ns") Estimate middleNs,
        @JsonUnwrapped(prefix = "ratioToOne") Estimate ratioToOne, double lateMedianNs) {}

    static BurstRow of(BurstCurve b) {
      return new BurstRow(b.arm().fixture(), b.arm().arm(), b.setAside().launches(), b.setAside().reason(),
          each(b.at(), at -> new At(at.starts(), at.blocks(), at.invalid(), at.slowestNs(), at.middleNs(), at.ratio(),
              at.lateNs())));
    }
  }
}
