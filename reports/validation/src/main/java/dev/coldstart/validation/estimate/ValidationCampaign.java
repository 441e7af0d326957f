package dev.coldstart.validation.estimate;

import dev.coldstart.launcher.run.Preset;
import dev.coldstart.record.RunData;
import java.util.List;

/**
 * The evidence for the harness: the same long run under several conditions, and a comparison with another harness.
 *
 * @param blocks per comparison, for judging the bars: those of the default preset
 * @param conditions at least one
 * @param presets for which the curves show the detectable difference, in the order of their blocks
 * @param walls null if no other harness was used
 */
public record ValidationCampaign(int blocks, List<Condition> conditions, List<Preset> presets, Walls walls) {

  /** @param label the name of its folder in the campaign */
  public record Condition(String label, RunData run, Validation validation) {}

  /**
   * Process wall times compared with those of another program.
   *
   * @param program its name and version, as it states them
   * @param arms one element per arm
   */
  public record Walls(String program, List<WallAgreement> arms) {}
}
