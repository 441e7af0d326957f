package dev.coldstart.stats.run;

import dev.coldstart.record.Arm;
import dev.coldstart.record.ArmLaunches;
import dev.coldstart.record.Manifest;
import dev.coldstart.record.RunData;
import dev.coldstart.record.text.SafeText;
import java.util.List;
import java.util.stream.Collectors;

/** Lets any configuration of a run be what the others are compared with. */
public final class Baselines {

  private Baselines() {}

  /**
   * The same run with another baseline, in each fixture, profile and JDK in which it ran. The controls stay compared
   * with the arm that they repeat, so that noise floor and status stay what was measured.
   *
   * @param configuration a configuration's id
   * @throws IllegalArgumentException when no arm of it ran; the message names those that did
   */
  public static RunData choose(RunData run, String configuration) {
    List<String> ran = run.manifest().arms().stream().filter(Arm::ran).map(Arm::configuration).distinct().toList();
    if (!ran.contains(configuration)) {
      throw new IllegalArgumentException("no arm of the run " + run.manifest().runId() + " is of configuration \""
          + SafeText.brief(configuration) + "\" and ran; choose a baseline of: "
          + ran.stream().map(SafeText::brief).collect(Collectors.joining(", ")));
    }
    List<ArmLaunches> arms = run.arms()
        .stream()
        .map(arm -> new ArmLaunches(marked(arm.arm(), configuration), arm.launches(), arm.againBlocks()))
        .toList();
    Manifest m = run.manifest();
    Manifest manifest = m.with(m.endedAt(), m.stoppedBy(), arms.stream().map(ArmLaunches::arm).toList(), m.notes(),
        m.resumedAt(), m.spawns());
    return new RunData(run.folder(), manifest, arms, run.blocks(), run.jmh(), run.scenarios(), run.warnings());
  }

  private static Arm marked(Arm a, String configuration) {
    return a.withBaseline(!a.isControl() && a.configuration().equals(configuration));
  }
}
