package dev.coldstart.report.export;

import com.fasterxml.jackson.annotation.JsonInclude.Include;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.coldstart.record.Arm;
import dev.coldstart.record.ArmKey;
import dev.coldstart.record.Guards;
import dev.coldstart.record.RunFolder;
import dev.coldstart.record.RunFormatException;
import dev.coldstart.record.text.Layout;
import dev.coldstart.record.text.SafeText;
import dev.coldstart.report.text.Sentences;
import dev.coldstart.stats.estimate.Estimate;
import dev.coldstart.stats.estimate.Verdict;
import dev.coldstart.stats.run.ArmSummary;
import dev.coldstart.stats.run.ControlResult;
import dev.coldstart.stats.run.CounterMedians;
import dev.coldstart.stats.run.JmhBias;
import dev.coldstart.stats.run.Overhead;
import dev.coldstart.stats.run.RunEffort;
import dev.coldstart.stats.run.RunStatus;
import dev.coldstart.stats.run.Summary;
import dev.coldstart.stats.size.SizeCost;
import dev.coldstart.stats.size.SizePrediction;
import java.nio.file.Files;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/**
 * {@code summary.json}, as described in SCHEMA.md of the run folder: written and read only by these records. A missing
 * value is NaN or null here and null in the file, so that each arm has the same fields.
 */
public record SummaryFile(int schema, String run, double margin, @JsonUnwrapped(prefix = "noise") Estimate noise,
    RunStatus status, List<String> statusReasons, List<String> warnings, List<ArmRow> arms, List<ControlRow> controls,
    List<JmhBias> harnessTax, List<SizeRow> moduleSize,
    @JsonInclude(Include.NON_EMPTY) List<PredictionRow> predictedBySize, EffortRow conduct,
    List<NeighbourRow> neighbours, List<GroupRow> notToldApart, List<OverheadRow> beyond, List<SettingRow> settings,
    @JsonInclude(Include.NON_NULL) ScenarioSection scenarios, @JsonInclude(Include.NON_NULL) MachineSection machines) {

  static final int SCHEMA = 3;

  private static final Set<String> IN_THE_ID = Set.of("runtime", "configuration", "profile", "jdk");
  private static final String AFTER_THE_ANSWER = "phasesMedianMs";

  /** Provides the names of all fields. */
  static final ArmRow NOTHING_KNOWN = SummaryMapper.JSON.readValue("{}", ArmRow.class);

  private static final String DAMAGED =
      "summary.json is damaged, or older than this version; " + Layout.here().command() + " report makes it again";

  public static SummaryFile of(String runId, Summary summary) {
    return new SummaryFile(SCHEMA, runId, summary.margin(), summary.noise(), summary.status(),
        Sentences.statusReasons(summary), Sentences.warnings(summary), each(summary.arms(), ArmRow::of),
        each(summary.controls(), ControlRow::of), summary.jmhBias(), each(summary.sizes(), SizeRow::of),
        each(SizePrediction.of(summary.sizes()), PredictionRow::of), EffortRow.of(summary.effort()),
        each(summary.neighbours(),
            n -> new NeighbourRow(n.arm().fixture(), n.arm().arm(), n.before().arm(), n.blocks(), n.ratio(), n.p(),
                n.toldApart())),
        each(summary.indistinguishable(), group -> new GroupRow(group.get(0).fixture(), each(group, Arm::arm))),
        each(summary.excesses(), OverheadRow::of),
        each(summary.settings(),
            s -> new SettingRow(s.arm().fixture(), s.arm().arm(), s.other().arm(), s.blocks(), s.ratio())),
        summary.scenarios().isEmpty() ? null : ScenarioSection.of(summary.scenarios()),
        MachineSection.of(summary.machines()));
  }

  /** @throws RunFormatException if there is none, or it does not conform to SCHEMA.md */
  public static SummaryFile read(RunFolder folder) {
    if (!Files.isRegularFile(folder.summaryJson())) {
      throw new RunFormatException("no summary.json; " + Layout.here().command() + " report makes it");
    }
    try {
      SummaryFile file = SummaryMapper.JSON.readValue(folder.summaryJson(), SummaryFile.class);
      if (file != null && file.isWhole()) {
        return file;
      }
    } catch (JacksonException e) {
      throw new RunFormatException(DAMAGED, e);
    }
    throw new RunFormatException(DAMAGED);
  }

  private boolean isWhole() {
    return status != null && arms != null
        && arms.stream().allMatch(arm -> arm != null && arm.arm() != null && arm.fixture() != null);
  }

  /** Empty if the summary does not have the arm, or only as a control. */
  public Optional<ArmRow> of(ArmKey key) {
    return compared().stream().filter(row -> row.key().equals(key)).findFirst();
  }

  /** All arms but the controls. */
  public List<ArmRow> compared() {
    return arms.stream().filter(arm -> arm.control() == null).toList();
  }

  public String json() {
    return SummaryMapper.JSON.writerWithDefaultPrettyPrinter().writeValueAsString(this) + "\n";
  }

  /**
   * The answers in compact form, for embedding in a page: one list per arm, and the names of its values once. Omits
   * fields that follow from an arm's id, and those after the answer.
   *
   * @return JSON with unescaped texts: the caller must escape them for another format
   */
  public String answersJson() {
    return SummaryMapper.JSON.writeValueAsString(new Answers(schema, run, margin, status,
        answer(NOTHING_KNOWN).keySet(), each(arms, arm -> answer(arm).values())));
  }

  private record Answers(int schema, String run, double margin, RunStatus status, Set<String> columns,
      List<Collection<JsonNode>> arms) {}

  private static Map<String, JsonNode> answer(ArmRow arm) {
    Map<String, JsonNode> answer = new LinkedHashMap<>();
    SummaryMapper.JSON.valueToTree(arm)
        .properties()
        .stream()
        .takeWhile(field -> !field.getKey().equals(AFTER_THE_ANSWER))
        .filter(field -> !IN_THE_ID.contains(field.getKey()))
        .forEach(field -> answer.put(field.getKey(), field.getValue()));
    return answer;
  }

  /** One end of each estimate, in their order. */
  private static Map<String, Double> ends(Map<String, Estimate> estimates, ToDoubleFunction<Estimate> end) {
    Map<String, Double> ends = new LinkedHashMap<>();
    estimates.forEach((name, estimate) -> ends.put(name, end.applyAsDouble(estimate)));
    return ends;
  }

  static <T, R> List<R> each(List<T> all, Function<T, R> row) {
    return all.stream().map(row).toList();
  }

  /**
   * One arm and fixture.
   *
   * @param pHolm with Holm's correction
   */
  public record ArmRow(String arm, String runtime, String configuration, String profile, String jdk, String fixture,
      String control, int n, double typicalMs,
      @JsonUnwrapped(prefix = "firstResponse", suffix = "Ms") Estimate firstResponseMs,
      @JsonUnwrapped(prefix = "ratio") Estimate ratio,
      @JsonUnwrapped(prefix = "ratioPooledBoot") Estimate ratioPooledBoot, double pHolm, double shiftMs, double a12,
      Verdict verdict, Integer moreBlocks, int invalid, Map<String, Double> phasesMedianMs,
      Map<String, Double> phasesCiLowMs, Map<String, Double> phasesCiHighMs,
      @JsonUnwrapped(prefix = "afterBoot", suffix = "Ms") Estimate afterBootMs, @JsonUnwrapped CounterMedians counters,
      Arm.Preparation preparation, String notRun) implements ArmKey.Of {

    static ArmRow of(ArmSummary summary) {
      Arm arm = summary.arm();
      return new ArmRow(arm.arm(), arm.runtime(), arm.configuration(), arm.profile(), arm.jdk(), arm.fixture(),
          arm.isControl() ? arm.control().kind() : null, summary.n(), summary.typicalMs(), summary.firstResponseMs(),
          summary.ratio(), summary.pooledRatio(), summary.comparison().p(), summary.comparison().shiftMs(),
          summary.comparison().a12(), summary.verdict(), summary.comparison().moreBlocks(), summary.invalid(),
          ends(summary.phasesMs(), Estimate::value), ends(summary.phasesMs(), Estimate::low),
          ends(summary.phasesMs(), Estimate::high), summary.afterBootMs(), summary.counters(), arm.preparation(),
          arm.notRun());
    }

    /** Whether it was the baseline of its fixture, profile and JDK when the summary was written. */
    public boolean isBaseline() {
      return verdict == null && ratio.value() == 1 && !ratio.hasInterval();
    }
  }

  public record ControlRow(String kind, String fixture, String arm, String against, String unit, double expected,
      @JsonUnwrapped(prefix = "measured") Estimate measured, @JsonUnwrapped(prefix = "judgedBy") Estimate judgedBy,
      Boolean held, String text) {

    static ControlRow of(ControlResult c) {
      return new ControlRow(c.kind(), c.arm().fixture(), c.arm().arm(), c.against().arm(), c.unit(), c.expected(),
          c.measured(), c.judgedBy(), c.held(), Sentences.of(c));
    }
  }

  public record SizeRow(String arm, String series, String phase, @JsonUnwrapped(prefix = "msPerMb") Estimate msPerMb,
      @JsonUnwrapped(prefix = "fixedMs") Estimate fixedMs, Long lineUntilBytes, Long offLineAtBytes, List<At> at) {

    public record At(String fixture, long wasmBytes, int n, @JsonUnwrapped(prefix = "cost", suffix = "Ms") Estimate ms,
        double lineMs, double interpretedFunctionsMedian) {}

    static SizeRow of(SizeCost cost) {
      return new SizeRow(cost.arm().arm(), cost.series(), cost.phase(), cost.msPerMb(), cost.fixedMs(),
          bytes(cost.end()), bytes(cost.beyond()), each(cost.at(), at -> new At(at.fixture(), at.wasmBytes(), at.n(),
              at.ms(), cost.lineMs(at.wasmBytes()), at.interpreted())));
    }

    private static Long bytes(SizeCost.At at) {
      return at == null ? null : at.wasmBytes();
    }
  }

  public record PredictionRow(String arm, String fixture, Map<String, Double> measuredOverPredicted, String follows) {

    static PredictionRow of(SizePrediction prediction) {
      String best = prediction.follows();
      return new PredictionRow(prediction.cost().arm().arm(), prediction.module().fixture(), prediction.ratios(),
          prediction.isNear(best) ? best : null);
    }
  }

  public record EffortRow(int blocks, int againBlocks, List<RunEffort.Again> again, double outsidePart, Guards worst) {

    /** Null for a run without a record of its blocks. */
    static EffortRow of(RunEffort effort) {
      return effort.isKnown()
          ? new EffortRow(effort.blocks(), effort.againBlocks(),
              each(effort.again(), again -> new RunEffort.Again(SafeText.brief(again.reason()), again.blocks())),
              effort.outsidePart(), effort.worst())
          : null;
    }
  }

  public record NeighbourRow(String fixture, String arm, String before, int blocks,
      @JsonUnwrapped(prefix = "ratio") Estimate ratio, double pHolm, Boolean toldApart) {}

  public record GroupRow(String fixture, List<String> arms) {}

  public record OverheadRow(String fixture, String arm, String baseline, int blocks,
      @JsonUnwrapped(prefix = "more", suffix = "Ms") Estimate moreMs,
      @JsonUnwrapped(prefix = "moreAfterBoot", suffix = "Ms") Estimate moreAfterBootMs,
      Map<String, Double> morePhasesMedianMs, Map<String, Double> morePhasesCiLowMs,
      Map<String, Double> morePhasesCiHighMs, double moreClassesMedian, double moreClassesNotArchivedMedian) {

    static OverheadRow of(Overhead o) {
      return new OverheadRow(o.arm().fixture(), o.arm().arm(), o.baseline().arm(), o.blocks(), o.firstResponseMs(),
          o.afterBootMs(), ends(o.phasesMs(), Estimate::value), ends(o.phasesMs(), Estimate::low),
          ends(o.phasesMs(), Estimate::high), o.classes(), o.classesNotArchived());
    }
  }

  public record SettingRow(String fixture, String arm, String other, int blocks,
      @JsonUnwrapped(prefix = "ratio") Estimate ratio) {}
}
