package dev.coldstart.launcher.jmh;

import dev.coldstart.jmh.JmhFork.Measure;
import dev.coldstart.launcher.plan.Permutations;
import dev.coldstart.launcher.plan.PlannedArm;
import dev.coldstart.spi.Phase;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * What JMH observes in a run, in order: rounds of forks in random order, as the launches are.
 *
 * @param forks one element a fork
 * @param leftOut what is not observed, and why, in words
 */
public record JmhPlan(List<Fork> forks, List<String> leftOut) {

  /** One fork: one phase of one arm, observed in one way. */
  public record Fork(PlannedArm arm, Measure measure, Phase phase, int round) {

    /** The benchmark's method: the phase's name, but that JMH also calls when it is not the first time. */
    String method() {
      return phase == Phase.FIRST_INVOKE ? "invoke" : phase.key();
    }

    Duration warmup() {
      return Duration.ofSeconds(arm.configuration().steadyWarmupSeconds());
    }

    /** A name that is unique in its run. */
    public String name() {
      return String.join("-", arm.fixture().id(), arm.configuration().id(), method(), measure.modeName(),
          String.valueOf(round));
    }
  }

  /**
   * Plans for the first profile and the first JDK: JMH shows phases and steady states, launches show levers. What
   * checks the launches alone is left out, and profiles that are made for a launch's class path: a fork has JMH on its.
   * So is a configuration whose child is no JVM, and the plan says so: JMH measures in JVMs.
   *
   * @param ran those that ran, in the order of their fixtures
   */
  public static JmhPlan of(List<PlannedArm> ran, JmhSize size, Permutations permutations) {
    List<PlannedArm> arms =
        withoutControls(ran).stream().filter(JmhPlan::hasJvm).filter(arm -> !arm.profile().isOfOneClassPath()).toList();
    List<String> fixtures = arms.stream().map(arm -> arm.fixture().id()).distinct().limit(size.fixtures()).toList();
    List<PlannedArm> chosen = arms.stream()
        .filter(arm -> fixtures.contains(arm.fixture().id()))
        .filter(arm -> arm.profile().equals(arms.get(0).profile()) && arm.jdk().equals(arms.get(0).jdk()))
        .toList();
    Stream<Fork> forks = IntStream.range(0, size.rounds())
        .boxed()
        .flatMap(round -> permutations.of("jmh", round, round(chosen, size, round)).stream());
    return new JmhPlan(forks.toList(), Stream.concat(withoutJvm(ran), leftOut(chosen, size)).toList());
  }

  private static boolean hasJvm(PlannedArm arm) {
    return arm.configuration().program().isEmpty();
  }

  private static Stream<String> withoutJvm(List<PlannedArm> ran) {
    return ran.stream()
        .filter(arm -> !hasJvm(arm))
        .map(arm -> arm.configuration().id() + ": not observed by JMH, which measures in JVMs, and this is none")
        .distinct();
  }

  /**
   * Without the controls, and without a control fixture that nobody asked for: it has its baseline alone, where others
   * have more.
   */
  private static List<PlannedArm> withoutControls(List<PlannedArm> ran) {
    List<PlannedArm> arms = ran.stream().filter(arm -> arm.control() == null).toList();
    Set<String> compared = arms.stream()
        .filter(arm -> !arm.configuration().baseline())
        .map(arm -> arm.fixture().id())
        .collect(Collectors.toSet());
    return arms.stream()
        .filter(arm -> !arm.fixture().control() || compared.isEmpty() || compared.contains(arm.fixture().id()))
        .toList();
  }

  /** The same without some of its forks. */
  public JmhPlan without(Predicate<Fork> unwanted) {
    return new JmhPlan(forks.stream().filter(unwanted.negate()).toList(), leftOut);
  }

  /** The forks of one round; steady states are long, and are in the first alone. */
  private static List<Fork> round(List<PlannedArm> arms, JmhSize size, int round) {
    List<Fork> forks = new ArrayList<>();
    for (PlannedArm arm : arms) {
      separated(arm, size.firstTouch()).forEach(phase -> forks.add(new Fork(arm, Measure.FIRST_TOUCH, phase, round)));
      if (round == 0 && size.steadyOf().test(arm.configuration()) && isWarmEnough(arm, size)) {
        for (Measure measure : size.measures()) {
          separated(arm, size.steady()).forEach(phase -> forks.add(new Fork(arm, measure, phase, round)));
        }
      }
    }
    return forks;
  }

  /** Those of the phases that the arm can separate: a fused one would be observed as next to nothing. */
  private static Stream<Phase> separated(PlannedArm arm, Set<Phase> phases) {
    return phases.stream().filter(phase -> !arm.configuration().fused().containsKey(phase.key())).sorted();
  }

  private static boolean isWarmEnough(PlannedArm arm, JmhSize size) {
    return arm.configuration().steadyWarmupSeconds() <= size.mostWarmup().toSeconds();
  }

  private static Stream<String> leftOut(List<PlannedArm> arms, JmhSize size) {
    return arms.stream()
        .filter(arm -> !isWarmEnough(arm, size))
        .map(arm -> arm.configuration().id() + ": steady state not observed, it needs a warm-up of "
            + arm.configuration().steadyWarmupSeconds() + " s and the preset gives " + size.mostWarmup().toSeconds()
            + " s")
        .distinct();
  }
}
