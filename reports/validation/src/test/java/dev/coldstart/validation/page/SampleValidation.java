package dev.coldstart.validation.page;

import dev.coldstart.launcher.run.Preset;
import dev.coldstart.record.RunData;
import dev.coldstart.record.SampleCampaigns;
import dev.coldstart.validation.estimate.Validation;
import dev.coldstart.validation.estimate.ValidationCampaign.Condition;
import dev.coldstart.validation.estimate.ValidationCampaign.Walls;
import dev.coldstart.validation.estimate.ValidationCampaign;
import dev.coldstart.validation.estimate.WallAgreement;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;

/** A synthetic campaign: its numbers are invented but of a realistic shape. */
public final class SampleValidation {

  private SampleValidation() {}

  public static ValidationCampaign standard(Path out) {
    return of(out, 150, "quiet", "loaded", "other 1.0");
  }

  public static ValidationCampaign of(Path out, int blocks, String quiet, String loaded, String other) {
    return new ValidationCampaign(30,
        List.of(condition(out.resolve("a"), quiet, blocks, 0.05), condition(out.resolve("b"), loaded, blocks, 0.15)),
        List.of(Preset.QUICK, Preset.DEFAULT),
        new Walls(other, List.of(WallAgreement.of("an arm of " + other, pairs(), 1))));
  }

  private static Condition condition(Path out, String label, int blocks, double scatter) {
    RunData run = SampleCampaigns.of(blocks, scatter, SampleCampaigns.RIGHT, 1).readFrom(out);
    return new Condition(label, run, Validation.of(run, Validation.BLOCKS));
  }

  private static List<WallAgreement.Pair> pairs() {
    return IntStream.range(0, 10).mapToObj(i -> new WallAgreement.Pair(60 + i % 3, 60 + i % 2)).toList();
  }
}
