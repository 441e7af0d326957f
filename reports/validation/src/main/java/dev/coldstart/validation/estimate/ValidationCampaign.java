package dev.coldstart.validation.estimate;

import dev.coldstart.launcher.run.Preset;
import dev.coldstart.record.RunData;
import java.util.List;

/**
 * Everything that the harness proves itself with: the same long run under some conditions, and another harness beside
 * it.
 *
 * @param blocks of a comparison, by which the bars are judged: those of the preset that runs unless told otherwise
 * @param conditions at least one
 * @param presets for which the curves tell what they can find, in the order of their blocks
 * @param walls null when no other harness was asked
 */
public record ValidationCampaign(int blocks, List<Condition> conditions, List<Preset> presets, Walls walls) {

  /** @param label as the campaign's folder names it */
  public record Condition(String label, RunData run, Validation validation) {}

  /**
   * Process wall times beside those of another program.
   *
   * @param program its name and version, as it states them
   * @param arms one element an arm
   */
  public record Walls(String program, List<WallAgreement> arms) {}
}
