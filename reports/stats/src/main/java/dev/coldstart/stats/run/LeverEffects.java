package dev.coldstart.stats.run;

import dev.coldstart.record.Arm;
import dev.coldstart.record.ArmLaunches;
import dev.coldstart.record.RunData;
import dev.coldstart.stats.estimate.Bootstrap;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Finds what each arm is to be read against within its runtime, before any time is looked at: ids say what was made of
 * what. {@code jni-extracted} is {@code jni} and something, {@code aot-cache+c1} is {@code aot-cache} and something.
 * What is made of nothing that ran is read against the profile {@code default}, or the first that was planned.
 */
final class LeverEffects {

  private static final String DEFAULT_PROFILE = "default";

  private final Bootstrap bootstrap;
  private final List<ArmLaunches> ran;

  private LeverEffects(RunData run, Bootstrap bootstrap) {
    this.bootstrap = bootstrap;
    this.ran = run.arms().stream().filter(arm -> !arm.arm().isControl() && !arm.counted().isEmpty()).toList();
  }

  /** In the manifest's order; of an arm, that of its configuration first. */
  static List<LeverEffect> of(RunData run, Bootstrap bootstrap) {
    return new LeverEffects(run, bootstrap).all();
  }

  private List<LeverEffect> all() {
    return ran.parallelStream().flatMap(this::of).toList();
  }

  private Stream<LeverEffect> of(ArmLaunches arm) {
    Arm a = arm.arm();
    Optional<LeverEffect> ofConfiguration =
        against(arm, b -> a.runtime().equals(b.runtime()) && a.profile().equals(b.profile()), Arm::configuration, "-");
    Optional<LeverEffect> ofProfile = against(arm, b -> a.configuration().equals(b.configuration()), Arm::profile, "+");
    return Stream.of(ofConfiguration, ofProfile).flatMap(Optional::stream);
  }

  /**
   * @param within those that differ from it in one thing at most
   * @param id of that thing
   * @param separator between an id and what is added to it
   */
  private Optional<LeverEffect> against(ArmLaunches arm, Predicate<Arm> within, Function<Arm, String> id,
      String separator) {
    String own = id.apply(arm.arm());
    List<ArmLaunches> family =
        ran.stream().filter(other -> isBeside(arm.arm(), other.arm()) && within.test(other.arm())).toList();
    return family.stream()
        .filter(other -> own.startsWith(id.apply(other.arm()) + separator))
        .max(Comparator.comparingInt(other -> id.apply(other.arm()).length()))
        .or(() -> family.stream().filter(other -> id.apply(other.arm()).equals(DEFAULT_PROFILE)).findFirst())
        .or(() -> family.stream().findFirst())
        .filter(other -> !id.apply(other.arm()).equals(own) && !isSameCommand(arm.arm(), other.arm()))
        .flatMap(other -> lever(arm, other));
  }

  private static boolean isBeside(Arm arm, Arm other) {
    return arm.fixture().equals(other.fixture()) && arm.jdk().equals(other.jdk());
  }

  /** Where a profile leaves the command line as it is, both are the same thing measured twice. */
  private static boolean isSameCommand(Arm arm, Arm other) {
    return !arm.command().isEmpty() && arm.command().equals(other.command());
  }

  private Optional<LeverEffect> lever(ArmLaunches arm, ArmLaunches other) {
    Pairs pairs = Pairs.ofFirstResponses(arm, other);
    return pairs.blocks() == 0
        ? Optional.empty()
        : Optional.of(new LeverEffect(arm.arm(), other.arm(), bootstrap.ratioOf(pairs.logRatios()), pairs.blocks()));
  }
}
