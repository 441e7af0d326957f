package dev.coldstart.stats.run;

import dev.coldstart.record.Arm;
import dev.coldstart.record.ArmLaunches;
import dev.coldstart.stats.estimate.Estimate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * The effect of one setting within a runtime: an arm compared with another of the same runtime and fixture that differs
 * in its configuration, in its profile, or in its JDK. Only of arms in JVMs.
 *
 * @param ratio arm / other in the blocks that count for both, with its interval, which is not corrected for the number
 * of settings in the run
 * @param blocks number of those blocks
 */
public record SettingEffect(Arm arm, Arm other, Estimate ratio, int blocks) {

  private static final String DEFAULT_PROFILE = "default";

  /** In the manifest's order; for each arm, the effect of its configuration first. */
  static List<SettingEffect> of(Machines machines) {
    List<ArmLaunches> ran = machines.run()
        .arms()
        .stream()
        .filter(arm -> arm.arm().isJvm() && !arm.arm().isControl() && !arm.counted().isEmpty())
        .toList();
    return ran.parallelStream()
        .flatMap(arm -> Stream.of(Kind.values())
            .flatMap(kind -> kind.other(arm, ran).stream())
            .map(other -> between(arm.arm(), other.arm(), machines))
            .filter(effect -> effect.blocks() > 0))
        .toList();
  }

  /** In what two arms differ, and nothing else. */
  private enum Kind {

    CONFIGURATION(Arm::configuration, "-",
        arm -> arm.runtime() + " " + arm.builtConfiguration() + " " + arm.profile() + " " + arm.jdk()),
    PROFILE(Arm::profile, "+", arm -> arm.configuration() + " " + arm.jdk()),
    JDK(Arm::jdk, null, arm -> arm.configuration() + " " + arm.profile());

    private final Function<Arm, String> id;

    /** Between an id and that of what extends it. Null if none extends another. */
    private final String separator;
    private final Function<Arm, String> shared;

    Kind(Function<Arm, String> id, String separator, Function<Arm, String> shared) {
      this.id = id;
      this.separator = separator;
      this.shared = shared;
    }

    /**
     * The arm to compare with, chosen by ids before any time is seen: {@code jni-extracted} extends {@code jni}, and
     * {@code aot-cache+c1} extends {@code aot-cache}. An arm that extends none that ran is compared with the profile
     * {@code default}, or with the first planned arm.
     */
    Optional<ArmLaunches> other(ArmLaunches arm, List<ArmLaunches> ran) {
      Arm own = arm.arm();
      List<ArmLaunches> family = ran.stream()
          .filter(other -> own.fixture().equals(other.arm().fixture())
              && shared.apply(own).equals(shared.apply(other.arm())))
          .toList();
      return family.stream()
          .filter(other -> separator != null && id.apply(own).startsWith(id.apply(other.arm()) + separator))
          .max(Comparator.comparingInt(other -> id.apply(other.arm()).length()))
          .or(() -> family.stream().filter(other -> id.apply(other.arm()).equals(DEFAULT_PROFILE)).findFirst())
          .or(() -> family.stream().findFirst())
          .filter(other -> !id.apply(other.arm()).equals(id.apply(own)))
          // If a profile does not change the command line, both arms are the same thing measured twice.
          .filter(other -> own.command().isEmpty() || !own.command().equals(other.arm().command()));
    }
  }

  /** Whether nothing but the JDK differs, and the other is the one with that id. */
  boolean isOfJdkAgainst(String jdk) {
    return other.jdk().equals(jdk) && !arm.jdk().equals(jdk);
  }

  private static SettingEffect between(Arm arm, Arm other, Machines machines) {
    LogRatio logRatio = machines.typical(arm, other);
    return new SettingEffect(arm, other, logRatio.estimate().map(Math::exp), logRatio.blocks());
  }
}
