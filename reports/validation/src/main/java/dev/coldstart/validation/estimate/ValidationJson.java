package dev.coldstart.validation.estimate;

import com.fasterxml.jackson.annotation.JsonInclude.Include;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.coldstart.record.Manifest;
import dev.coldstart.record.io.WholeFile;
import dev.coldstart.record.text.IoReason;
import dev.coldstart.report.export.SummaryMapper;
import dev.coldstart.stats.estimate.Estimate;
import dev.coldstart.stats.run.Summary;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import tools.jackson.databind.json.JsonMapper;

/** {@code validation.json}, see VALIDATION.md next to this file. Unknown values are null. */
public record ValidationJson(int schema, double margin, int blocks, List<ConditionRow> conditions, Walls walls) {

  private static final int SCHEMA = 1;

  private static final JsonMapper MAPPER = SummaryMapper.rounding()
      .addMixIn(Estimate.class, EstimateFields.class)
      .addMixIn(Proportion.class, ProportionFields.class)
      .build();

  /** @throws UncheckedIOException if it cannot be written */
  public static void write(ValidationCampaign campaign, Path target) {
    try {
      WholeFile.write(target, of(campaign));
    } catch (IOException e) {
      throw new UncheckedIOException("the validation cannot be written to " + target + " (" + IoReason.of(e) + ")", e);
    }
  }

  static String of(ValidationCampaign campaign) {
    ValidationJson file = new ValidationJson(SCHEMA, Summary.MARGIN, campaign.blocks(),
        campaign.conditions().stream().map(condition -> ConditionRow.of(condition, campaign)).toList(),
        campaign.walls() == null ? null : Walls.of(campaign.walls()));
    return MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(file) + "\n";
  }

  private interface EstimateFields {

    @JsonProperty("ciLow")
    double low();

    @JsonProperty("ciHigh")
    double high();
  }

  @JsonPropertyOrder({"estimate", "seen", "of"})
  private interface ProportionFields {

    @JsonProperty
    @JsonUnwrapped
    Estimate estimate();
  }

  record ConditionRow(String label, String run, String commit, String fixture, int countedBlocks, int leftOutBlocks,
      double addedPart, double addedMs, Estimate sameRatio, Estimate longerRatio, Estimate laterMs, double sdLogRatio,
      double ratioLag1, double timeLag1, List<BarRow> bars, List<Validation.At> curve, List<PresetRow> presets) {

    static ConditionRow of(ValidationCampaign.Condition condition, ValidationCampaign campaign) {
      Manifest manifest = condition.run().manifest();
      Validation v = condition.validation();
      return new ConditionRow(condition.label(), manifest.runId(), manifest.commit(), v.fixture(), v.blocks(),
          v.leftOut(), v.addedPart(), v.addedMs(), v.same(), v.longer(), v.laterMs(), v.sd(), v.ratioLag1(),
          v.timeLag1(), v.bars(campaign.blocks()).stream().map(BarRow::of).toList(), v.at(),
          campaign.presets().stream().map(p -> new PresetRow(p.id(), p.blocks(), v.detectable(p.blocks()))).toList());
    }
  }

  @JsonInclude(Include.NON_NULL)
  record BarRow(String bar, Double atMost, Double atLeast, Proportion observed, boolean met, boolean decided) {

    static BarRow of(ValidationBar bar) {
      return new BarRow(bar.kind().name().toLowerCase(Locale.ROOT).replace('_', '-'),
          bar.kind().atMost() ? bar.bound() : null, bar.kind().atMost() ? null : bar.bound(), bar.observed(), bar.met(),
          bar.decided());
    }
  }

  record PresetRow(String preset, int blocks, double detectable) {}

  record Walls(String program, List<WallRow> arms) {

    static Walls of(ValidationCampaign.Walls walls) {
      return new Walls(walls.program(),
          walls.arms()
              .stream()
              .map(arm -> new WallRow(arm, WallAgreement.TOLERANCE, arm.met(), arm.decided()))
              .toList());
    }
  }

  record WallRow(@JsonUnwrapped WallAgreement arm, double tolerance, boolean met, boolean decided) {}
}
