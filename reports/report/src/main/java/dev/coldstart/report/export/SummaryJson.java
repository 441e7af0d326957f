package dev.coldstart.report.export;

import dev.coldstart.record.Arm;
import dev.coldstart.record.Counter;
import dev.coldstart.record.Scenarios;
import dev.coldstart.record.text.SafeText;
import dev.coldstart.report.text.Sentences;
import dev.coldstart.stats.estimate.Estimate;
import dev.coldstart.stats.run.ArmSummary;
import dev.coldstart.stats.run.Comparison;
import dev.coldstart.stats.run.ControlResult;
import dev.coldstart.stats.run.CounterMedians;
import dev.coldstart.stats.run.Overhead;
import dev.coldstart.stats.run.RunEffort;
import dev.coldstart.stats.run.Summary;
import dev.coldstart.stats.scenario.BurstCurve;
import dev.coldstart.stats.scenario.CallCurve;
import dev.coldstart.stats.scenario.FigureMedians;
import dev.coldstart.stats.scenario.MemoryUse;
import dev.coldstart.stats.scenario.ScenarioSummary;
import dev.coldstart.stats.scenario.SizeFit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.regex.Pattern;

/** {@code summary.json}, as SCHEMA.md of the run folder describes it, and what a page carries of it. */
public final class SummaryJson {

  private static final int SCHEMA = 1;

  private static final Pattern UNIT = Pattern.compile("(Ns|Ms|Bytes)?$");
  private static final Set<String> IN_THE_ID = Set.of("runtime", "configuration", "profile", "jdk");
  private static final String AFTER_THE_ANSWER = "phasesMedianMs";

  /** Nothing is known of it: it has the names of all fields. */
  static final ArmSummary UNKNOWN =
      new ArmSummary(new Arm("", "", "", "", "", "", "", "", false, null, Map.of(), null, List.of(), null, null, null),
          0, 0, Double.NaN, Estimate.NONE, Estimate.NONE,
          new Comparison(Estimate.NONE, 0, Double.NaN, Double.NaN, Double.NaN, null, null), Estimate.NONE, Map.of(),
          new CounterMedians(Map.of(), Double.NaN));

  private SummaryJson() {}

  static String of(String runId, Summary summary) {
    Map<String, Object> file = row("schema", SCHEMA, "run", runId, "margin", summary.margin(), "noise", summary.noise(),
        "status", summary.status(), "statusReasons", Sentences.statusReasons(summary), "warnings",
        Sentences.warnings(summary), "arms", each(summary.arms(), SummaryJson::arm));
    file.put("controls", each(summary.controls(), SummaryJson::control));
    file.put("harnessTax", summary.jmhBias());
    file.put("moduleSize", each(summary.sizes(), SummaryJson::size));
    file.put("conduct", summary.effort().isKnown() ? conduct(summary.effort()) : null);
    file.put("neighbours", each(summary.neighbours(), n -> ofArm(n.arm(), "before", n.before().arm(), "blocks",
        n.blocks(), "ratio", n.ratio(), "pHolm", n.p(), "toldApart", n.toldApart())));
    file.put("notToldApart", each(summary.indistinguishable(),
        group -> row("fixture", group.get(0).fixture(), "arms", each(group, Arm::arm))));
    file.put("beyond", each(summary.excesses(), SummaryJson::beyond));
    file.put("levers", each(summary.levers(),
        l -> ofArm(l.arm(), "other", l.other().arm(), "blocks", l.blocks(), "ratio", l.ratio())));
    if (!summary.scenarios().isEmpty()) {
      file.put("scenarios", scenarios(summary.scenarios()));
    }
    return SummaryMapper.JSON.writerWithDefaultPrettyPrinter().writeValueAsString(file) + "\n";
  }

  /**
   * The answers in little room: one list an arm, and the names of its values once. What an arm's id says already is
   * left out, and what comes after the answer.
   *
   * @return JSON, in which texts stand as they are: whoever puts it into another format escapes it
   */
  public static String answers(String runId, Summary summary) {
    List<String> columns = arm(UNKNOWN).keySet()
        .stream()
        .takeWhile(name -> !name.equals(AFTER_THE_ANSWER))
        .filter(name -> !IN_THE_ID.contains(name))
        .toList();
    return SummaryMapper.JSON
        .writeValueAsString(row("schema", SCHEMA, "run", runId, "margin", summary.margin(), "status", summary.status(),
            "columns", columns, "arms", each(summary.arms(), arm -> each(columns, arm(arm)::get))));
  }

  /**
   * One arm and fixture, in {@code summary.csv} too. A value that was not obtained is NaN or null here and null in the
   * file, so that each arm has the same fields.
   */
  static Map<String, Object> arm(ArmSummary summary) {
    Arm arm = summary.arm();
    Comparison comparison = summary.comparison();
    Map<String, Object> row =
        row("arm", arm.arm(), "runtime", arm.runtime(), "configuration", arm.configuration(), "profile", arm.profile(),
            "jdk", arm.jdk(), "fixture", arm.fixture(), "control", arm.isControl() ? arm.control().kind() : null, "n",
            summary.n(), "typicalMs", summary.typicalMs(), "firstResponseMs", summary.firstResponseMs(), "ratio",
            summary.ratio(), "ratioPooledBoot", summary.pooledRatio(), "pHolm", comparison.p(), "shiftMs",
            comparison.shiftMs(), "a12", comparison.a12(), "verdict", summary.verdict(), "moreBlocks",
            comparison.moreBlocks(), "invalid", summary.invalid(), AFTER_THE_ANSWER,
            ends(summary.phasesMs(), Estimate::value), "phasesCiLowMs", ends(summary.phasesMs(), Estimate::low),
            "phasesCiHighMs", ends(summary.phasesMs(), Estimate::high), "afterBootMs", summary.afterBootMs());
    for (Counter counter : Counter.shown()) {
      row.put(counter.medianKey(), summary.counters().of(counter));
      if (counter == Counter.CPU) {
        row.put("cpuPerWallMedian", summary.counters().cpuPerWall());
      }
    }
    row.putAll(row("preparation", arm.preparation(), "notRun", arm.notRun()));
    return row;
  }

  private static Map<String, Object> control(ControlResult c) {
    return row("kind", c.kind(), "fixture", c.arm().fixture(), "arm", c.arm().arm(), "against", c.against().arm(),
        "unit", c.unit(), "expected", c.expected(), "measured", c.measured(), "judgedBy", c.judgedBy(), "held",
        c.held(), "text", Sentences.of(c));
  }

  private static Map<String, Object> size(SizeFit fit) {
    return row("arm", fit.arm().arm(), "apart", fit.apart(), "msPer100kB", fit.msPer100kB(), "interceptMs",
        fit.interceptMs(), "at", each(fit.at(), at -> row("fixture", at.fixture(), "wasmBytes", at.wasmBytes(), "n",
            at.n(), "parseAndCompileMs", at.ms(), "lineMs", fit.lineMs(at.wasmBytes()))));
  }

  private static Map<String, Object> conduct(RunEffort effort) {
    return row("blocks", effort.blocks(), "againBlocks", effort.againBlocks(), "again",
        each(effort.again(), again -> row("reason", SafeText.brief(again.reason()), "blocks", again.blocks())),
        "outsidePart", effort.outsidePart(), "worst", effort.worst());
  }

  private static Map<String, Object> beyond(Overhead o) {
    return ofArm(o.arm(), "baseline", o.baseline().arm(), "blocks", o.blocks(), "moreMs", o.firstResponseMs(),
        "moreAfterBootMs", o.afterBootMs(), "morePhasesMedianMs", ends(o.phasesMs(), Estimate::value),
        "morePhasesCiLowMs", ends(o.phasesMs(), Estimate::low), "morePhasesCiHighMs",
        ends(o.phasesMs(), Estimate::high), "moreClassesMedian", o.classes(), "moreClassesNotArchivedMedian",
        o.classesNotArchived());
  }

  /** A scenario that was not run is absent. */
  private static Map<String, Object> scenarios(ScenarioSummary s) {
    Map<String, Object> scenarios = new LinkedHashMap<>();
    if (!s.coldToWarm().isEmpty()) {
      scenarios.put("coldToWarm", each(s.coldToWarm(), SummaryJson::calls));
      scenarios.put("breakEven", each(s.breakEvens(), b -> ofArm(b.arm(), "against", b.against().arm(), "blocks",
          b.blocks(), "calls", b.calls(), "atCall", b.atCall(), "everAhead", b.everAhead())));
    }
    if (!s.memory().isEmpty()) {
      scenarios.put("memory", each(s.memory(), SummaryJson::memory));
    }
    if (!s.burst().isEmpty()) {
      scenarios.put("burst", each(s.burst(), SummaryJson::burst));
    }
    Scenarios.KINDS.stream()
        .filter(kind -> s.figures().containsKey(kind.id()))
        .forEach(kind -> scenarios.put(kind.id(), each(s.figures().get(kind.id()), arm -> figures(kind, arm))));
    return scenarios;
  }

  private static Map<String, Object> calls(CallCurve c) {
    return ofArm(c.arm(), "n", c.n(), "invalid", c.setAside().launches(), "invalidReason", c.setAside().reason(),
        "calls", c.calls(), "at", each(c.at(), at -> row("call", at.call(), "latencyNs", at.latencyNs(), "totalNs",
            at.totalNs(), "totalMeanNs", at.meanTotalNs())));
  }

  private static Map<String, Object> memory(MemoryUse m) {
    return ofArm(m.arm(), "n", m.n(), "invalid", m.setAside().launches(), "invalidReason", m.setAside().reason(),
        "peakRssBytes", m.peakBytes(), "oneInstanceRssBytes", m.firstBytes(), "instanceBytes", m.instanceBytes(),
        "straight", m.straight(), "instancesPerGib", m.instancesPerGib(), "toldUpTo", m.toldUpTo(), "at",
        each(m.at(), at -> row("instances", at.instances(), "rssBytes", at.rssBytes())));
  }

  private static Map<String, Object> burst(BurstCurve b) {
    return ofArm(b.arm(), "invalid", b.setAside().launches(), "invalidReason", b.setAside().reason(), "at",
        each(b.at(), at -> row("starts", at.starts(), "blocks", at.blocks(), "invalid", at.invalid(), "slowestNs",
            at.slowestNs(), "middleNs", at.middleNs(), "ratioToOne", at.ratio(), "lateMedianNs", at.lateNs())));
  }

  static Map<String, Object> figures(Scenarios.Kind<?> kind, FigureMedians of) {
    Map<String, Object> row =
        ofArm(of.arm(), "n", of.n(), "invalid", of.setAside().launches(), "invalidReason", of.setAside().reason());
    for (int i = 0; i < kind.figures().size(); i++) {
      Scenarios.Figure<?> figure = kind.figures().get(i);
      String unit = switch (figure.unit()) {
        case NS -> "Ns";
        case BYTES -> "Bytes";
        case COUNT -> "";
      };
      put(row, figure.name(), "Median" + unit, unit, of.medians().get(i));
    }
    return row;
  }

  private static Map<String, Object> ofArm(Arm arm, Object... fields) {
    Map<String, Object> row = row("fixture", arm.fixture(), "arm", arm.arm());
    row.putAll(row(fields));
    return row;
  }

  /**
   * @param fields names and values in turn. An estimate is three fields: {@code ratio}, {@code ratioCiLow} and
   * {@code ratioCiHigh}. One with a unit is a median, which its name says before the unit:
   * {@code firstResponseMedianMs}, {@code firstResponseCiLowMs}
   */
  private static Map<String, Object> row(Object... fields) {
    Map<String, Object> row = new LinkedHashMap<>();
    for (int i = 0; i < fields.length; i += 2) {
      String name = (String) fields[i];
      if (fields[i + 1] instanceof Estimate estimate) {
        String of = UNIT.matcher(name).replaceFirst("");
        String unit = name.substring(of.length());
        put(row, of, unit.isEmpty() ? "" : "Median" + unit, unit, estimate);
      } else {
        row.put(name, fields[i + 1]);
      }
    }
    return row;
  }

  private static void put(Map<String, Object> row, String of, String value, String unit, Estimate estimate) {
    row.put(of + value, estimate.value());
    row.put(of + "CiLow" + unit, estimate.low());
    row.put(of + "CiHigh" + unit, estimate.high());
  }

  /** One end of each estimate, in their order. */
  private static Map<String, Double> ends(Map<String, Estimate> estimates, ToDoubleFunction<Estimate> end) {
    Map<String, Double> ends = new LinkedHashMap<>();
    estimates.forEach((name, estimate) -> ends.put(name, end.applyAsDouble(estimate)));
    return ends;
  }

  private static <T, R> List<R> each(List<T> all, Function<T, R> row) {
    return all.stream().map(row).toList();
  }
}
