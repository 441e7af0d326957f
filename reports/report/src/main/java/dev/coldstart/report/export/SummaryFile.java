package dev.coldstart.report.export;

import static dev.coldstart.report.export.SummarySections.each;
import static dev.coldstart.report.export.SummarySections.ends;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.coldstart.record.Arm;
import dev.coldstart.record.ArmKey;
import dev.coldstart.record.RunFolder;
import dev.coldstart.record.RunFormatException;
import dev.coldstart.report.text.Sentences;
import dev.coldstart.stats.estimate.Estimate;
import dev.coldstart.stats.estimate.Verdict;
import dev.coldstart.stats.run.ArmSummary;
import dev.coldstart.stats.run.CounterMedians;
import dev.coldstart.stats.run.RunStatus;
import dev.coldstart.stats.run.Summary;
import java.nio.file.Files;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * {@code summary.json}, as SCHEMA.md of the run folder describes it: written and read by these records alone. A value
 * that was not obtained is NaN or null here and null in the file, so that each arm has the same fields.
 *
 * @param sections what comes after the arms, by name; nothing here asks for it
 */
public record SummaryFile(int schema, String run, double margin, double noise, double noiseCiLow, double noiseCiHigh,
    RunStatus status, List<String> statusReasons, List<String> warnings, List<ArmRow> arms,
    @JsonAnyGetter @JsonAnySetter Map<String, Object> sections) {

  static final int SCHEMA = 1;

  private static final Set<String> IN_THE_ID = Set.of("runtime", "configuration", "profile", "jdk");
  private static final String AFTER_THE_ANSWER = "phasesMedianMs";

  private static final String DAMAGED =
      "summary.json is damaged, or older than this version; coldstart report makes it again";

  public static SummaryFile of(String runId, Summary summary) {
    return new SummaryFile(SCHEMA, runId, summary.margin(), summary.noise().value(), summary.noise().low(),
        summary.noise().high(), summary.status(), Sentences.statusReasons(summary), Sentences.warnings(summary),
        each(summary.arms(), ArmRow::of), SummarySections.of(summary));
  }

  /** @throws RunFormatException when there is none, or it is not what SCHEMA.md says */
  public static SummaryFile read(RunFolder folder) {
    if (!Files.isRegularFile(folder.summaryJson())) {
      throw new RunFormatException("no summary.json; coldstart report makes it");
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

  /** The arms that are compared for their own sake. */
  public List<ArmRow> compared() {
    return arms.stream().filter(arm -> arm.control() == null).toList();
  }

  public String json() {
    return SummaryMapper.JSON.writerWithDefaultPrettyPrinter().writeValueAsString(this) + "\n";
  }

  /**
   * The answers in little room, for a page to carry: one list an arm, and the names of its values once. What an arm's
   * id says already is left out, and what comes after the answer.
   *
   * @return JSON, in which texts stand as they are: whoever puts it into another format escapes it
   */
  public String answersJson() {
    ObjectNode root = SummaryMapper.JSON.createObjectNode().put("schema", schema).put("run", run);
    root.put("margin", SummaryMapper.rounded(margin)).put("status", status.word());
    ArrayNode columns = root.putArray("columns");
    answer(SummaryMapper.JSON.readValue("{}", ArmRow.class)).forEach((name, value) -> columns.add(name));
    ArrayNode rows = root.putArray("arms");
    arms.forEach(arm -> rows.addArray().addAll(answer(arm).values()));
    return SummaryMapper.JSON.writeValueAsString(root);
  }

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

  /** One arm and fixture. @param pHolm adjusted after Holm */
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

    /** Whether the others of its fixture, profile and JDK were compared with it when the summary was written. */
    public boolean isBaseline() {
      return verdict == null && ratio.value() == 1 && !ratio.hasInterval();
    }
  }
}
