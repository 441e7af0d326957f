package dev.coldstart.validation.estimate;

import dev.coldstart.launcher.run.Preset;
import dev.coldstart.record.Manifest;
import dev.coldstart.record.text.Format;
import dev.coldstart.stats.estimate.Estimate;
import dev.coldstart.stats.run.Summary;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** {@code validation.json}, see VALIDATION.md beside this file: what is not known is null. */
public final class ValidationJson {

  private static final int SCHEMA = 1;
  private static final int DECIMALS = 6;
  private static final JsonMapper MAPPER =
      JsonMapper.builder().enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN).build();

  private ValidationJson() {}

  /** @throws UncheckedIOException when it cannot be written */
  public static void write(ValidationCampaign campaign, Path target) {
    try {
      Files.writeString(target, of(campaign));
    } catch (IOException e) {
      throw new UncheckedIOException("the validation cannot be written to " + target + " (" + e + ")", e);
    }
  }

  static String of(ValidationCampaign campaign) {
    ObjectNode root = MAPPER.createObjectNode();
    root.put("schema", SCHEMA);
    root.put("margin", rounded(Summary.MARGIN));
    root.put("blocks", campaign.blocks());
    ArrayNode conditions = root.putArray("conditions");
    campaign.conditions().forEach(condition -> conditions.add(condition(condition, campaign)));
    if (campaign.walls() == null) {
      root.putNull("walls");
    } else {
      ObjectNode walls = root.putObject("walls").put("program", campaign.walls().program());
      ArrayNode arms = walls.putArray("arms");
      campaign.walls().arms().forEach(arm -> arms.add(wall(arm)));
    }
    return MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(root) + "\n";
  }

  private static ObjectNode condition(ValidationCampaign.Condition condition, ValidationCampaign campaign) {
    Validation validation = condition.validation();
    Manifest manifest = condition.run().manifest();
    ObjectNode node = MAPPER.createObjectNode();
    node.put("label", condition.label()).put("run", manifest.runId()).put("commit", manifest.commit());
    node.put("fixture", validation.fixture());
    node.put("countedBlocks", validation.blocks()).put("leftOutBlocks", validation.leftOut());
    node.put("addedPart", rounded(validation.addedPart()));
    node.put("addedMs", rounded(validation.addedMs()));
    node.set("sameRatio", estimate(validation.same()));
    node.set("longerRatio", estimate(validation.longer()));
    node.set("laterMs", estimate(validation.laterMs()));
    node.put("sdLogRatio", rounded(validation.sd()));
    node.put("ratioLag1", rounded(validation.ratioLag1()));
    node.put("timeLag1", rounded(validation.timeLag1()));
    ArrayNode bars = node.putArray("bars");
    validation.bars(campaign.blocks()).forEach(bar -> bars.add(bar(bar)));
    ArrayNode curve = node.putArray("curve");
    validation.at().forEach(at -> curve.add(at(at)));
    ArrayNode presets = node.putArray("presets");
    campaign.presets().forEach(preset -> presets.add(preset(preset, validation)));
    return node;
  }

  private static ObjectNode bar(ValidationBar bar) {
    ObjectNode node = MAPPER.createObjectNode();
    node.put("bar", bar.kind().name().toLowerCase(Locale.ROOT).replace('_', '-'));
    node.put(bar.kind().atMost() ? "atMost" : "atLeast", rounded(bar.bound()));
    node.set("observed", proportion(bar.observed()));
    return node.put("met", bar.met()).put("decided", bar.decided());
  }

  private static ObjectNode at(Validation.At at) {
    ObjectNode node = MAPPER.createObjectNode();
    node.put("blocks", at.blocks()).put("comparisons", at.comparisons());
    node.set("falsePositives", proportion(at.falsePositives()));
    node.set("found", proportion(at.found()));
    node.set("saidSlower", proportion(at.saidSlower()));
    node.set("covered", proportion(at.covered()));
    node.put("reach", rounded(at.reach()));
    node.put("detectable", rounded(at.detectable()));
    node.put("detectableSlower", rounded(at.detectableSlower()));
    node.set("unpairedFalsePositives", proportion(at.unpairedFalsePositives()));
    node.set("unpairedFound", proportion(at.unpairedFound()));
    return node.put("unpairedReach", rounded(at.unpairedReach()));
  }

  private static ObjectNode preset(Preset preset, Validation validation) {
    ObjectNode node = MAPPER.createObjectNode();
    node.put("preset", preset.id()).put("blocks", preset.blocks());
    return node.put("detectable", rounded(validation.detectable(preset.blocks())));
  }

  private static ObjectNode wall(WallAgreement arm) {
    ObjectNode node = MAPPER.createObjectNode();
    node.put("arm", arm.arm()).put("launches", arm.launches());
    node.put("medianMs", rounded(arm.medianMs()));
    node.put("otherMedianMs", rounded(arm.otherMedianMs()));
    node.set("ratio", estimate(arm.ratio()));
    node.put("tolerance", rounded(WallAgreement.TOLERANCE));
    return node.put("met", arm.met()).put("decided", arm.decided());
  }

  private static ObjectNode proportion(Proportion proportion) {
    ObjectNode node = estimate(proportion.estimate());
    return node.put("seen", proportion.seen()).put("of", proportion.of());
  }

  private static ObjectNode estimate(Estimate estimate) {
    ObjectNode node = MAPPER.createObjectNode();
    node.put("value", rounded(estimate.value()));
    node.put("ciLow", rounded(estimate.low()));
    return node.put("ciHigh", rounded(estimate.high()));
  }

  private static BigDecimal rounded(double value) {
    return Format.rounded(value, DECIMALS);
  }
}
