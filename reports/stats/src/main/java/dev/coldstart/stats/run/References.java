package dev.coldstart.stats.run;

import dev.coldstart.record.Arm;
import dev.coldstart.record.ArmLaunches;
import dev.coldstart.record.Manifest;
import dev.coldstart.record.RunData;
import dev.coldstart.record.text.SafeText;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Finds the arm that another is compared with. */
public record References(RunData run) {

  /**
   * A control is compared with the arm that it repeats, whatever the baseline is; any other arm with the baseline. Both
   * have the same fixture, profile and JDK, so that they differ in nothing else.
   */
  public Optional<ArmLaunches> of(Arm arm) {
    return run.arms().stream().filter(other -> isReferenceOf(other.arm(), arm)).findFirst();
  }

  /**
   * Applies a function to each arm and the arm that it is compared with, in the manifest's order.
   *
   * @param which selects the arms
   * @param made may return null to skip a pair
   */
  <R> Stream<R> each(Predicate<Arm> which, BiFunction<ArmLaunches, ArmLaunches, R> made) {
    return run.arms()
        .stream()
        .filter(arm -> which.test(arm.arm()))
        .flatMap(arm -> of(arm.arm()).map(reference -> made.apply(arm, reference)).stream());
  }

  /**
   * The same, but an arm that is no control gets the arm that the controls of its fixture, profile and JDK repeat: the
   * baseline at measuring time, even if another was chosen since.
   */
  Optional<ArmLaunches> measuredOf(Arm arm) {
    return run.arms()
        .stream()
        .map(ArmLaunches::arm)
        .filter(other -> other.isControl() && other.isBeside(arm))
        .findFirst()
        .flatMap(this::of)
        .or(() -> of(arm));
  }

  private static boolean isReferenceOf(Arm other, Arm arm) {
    boolean reference = arm.isControl() ? arm.repeats(other) : other.baseline() && other.isBeside(arm);
    return reference && !other.isControl() && other.ran();
  }

  /**
   * The same run with another baseline, in each fixture, profile and JDK in which it ran. Controls are still compared
   * with the arm that they repeat, so that noise and status do not change.
   *
   * @param configuration a configuration's id
   * @throws IllegalArgumentException if no arm of it ran; the message names the ones that ran
   */
  public static RunData withBaseline(RunData run, String configuration) {
    List<String> ran = run.manifest().arms().stream().filter(Arm::ran).map(Arm::configuration).distinct().toList();
    if (!ran.contains(configuration)) {
      throw new IllegalArgumentException("no arm of the run " + run.manifest().runId() + " is of configuration \""
          + SafeText.brief(configuration) + "\" and ran; choose a baseline of: "
          + ran.stream().map(SafeText::brief).collect(Collectors.joining(", ")));
    }
    List<ArmLaunches> arms = run.arms()
        .stream()
        .map(arm -> new ArmLaunches(
            arm.arm().withBaseline(!arm.arm().isControl() && arm.arm().configuration().equals(configuration)),
            arm.launches(), arm.againBlocks()))
        .toList();
    Manifest m = run.manifest();
    Manifest manifest = m.with(m.plan(), m.endedAt(), m.stoppedBy(), arms.stream().map(ArmLaunches::arm).toList(),
        m.notes(), m.resumedAt(), m.spawns());
    return new RunData(run.folder(), manifest, arms, run.blocks(), run.jmh(), run.scenarios(), run.warnings());
  }

  /**
   * The arms that differ only in their configuration.
   *
   * @param builtConfiguration see {@link Arm#builtConfiguration()}
   */
  public record Group(String fixture, String builtConfiguration, String profile, String jdk) {

    public static Group of(Arm arm) {
      return new Group(arm.fixture(), arm.builtConfiguration(), arm.profile(), arm.jdk());
    }
  }
}
