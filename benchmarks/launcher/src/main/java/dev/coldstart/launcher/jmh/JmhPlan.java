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
 * The JMH forks of a run, in order: rounds of forks in random order, as for launches.
 *
 * @param forks the forks in the order in which they run
 * @param leftOut the configurations that are not measured, and why, in words
 */
public record JmhPlan(List<Fork> forks, List<String> leftOut) {

  /** One fork: one phase of one arm, observed in one mode. */
  public record Fork(PlannedArm arm, Measure measure, Phase phase, int round) {

    /**
     * The benchmark method's name: the phase's name, except for the first invoke, because JMH also calls it repeatedly.
     */
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
   * Plans for the first profile and the first JDK only: JMH is for phases and steady states, and launches are for JVM
   * options. Leaves out the controls, and profiles that are made for a launch's exact class path, because a fork has
   * JMH on its class path. Also leaves out configurations whose child is not a JVM, since JMH measures in JVMs; the
   * plan lists these.
   *
   * @param ran the arms that ran, in the order of their fixtures
   */
  public static JmhPlan of(List<PlannedArm> ran, JmhSize size, Permutations permutations) {
    List<PlannedArm> arms = withoutControls(ran).stream()
        .filter(arm -> hasJvm(arm) && !isCommand(arm))
        .filter(arm -> !arm.profile().isOfOneClassPath())
        .toList();
    List<String> fixtures = arms.stream().map(arm -> arm.fixture().id()).distinct().limit(size.fixtures()).toList();
    List<PlannedArm> chosen = arms.stream()
        .filter(arm -> fixtures.contains(arm.fixture().id()))
        .filter(arm -> arm.profile().equals(arms.get(0).profile()) && arm.jdk().equals(arms.get(0).jdk()))
        .toList();
    List<Fork> forks = IntStream.range(0, size.rounds())
        .boxed()
        .flatMap(round -> permutations.of("jmh", round, round(chosen, size, round)).stream())
        .toList();
    // Where nothing is observed, there is nothing to be left out of.
    return new JmhPlan(forks,
        forks.isEmpty() && size.rounds() == 0
            ? List.of()
            : Stream.of(withoutJvm(ran), commands(ran), leftOut(chosen, size)).flatMap(left -> left).toList());
  }

  /** A command runs once and writes its response itself, so it can be neither repeated nor checked in a fork. */
  private static boolean isCommand(PlannedArm arm) {
    return !arm.fixture().entry().kind().isRepeatable();
  }

  private static boolean hasJvm(PlannedArm arm) {
    return arm.configuration().program().isEmpty();
  }

  private static Stream<String> commands(List<PlannedArm> ran) {
    return ran.stream()
        .filter(JmhPlan::isCommand)
        .map(arm -> arm.fixture().id() + ": not measured by JMH, because a command runs only once")
        .distinct();
  }

  private static Stream<String> withoutJvm(List<PlannedArm> ran) {
    return ran.stream()
        .filter(arm -> !hasJvm(arm))
        .map(arm -> arm.configuration().id() + ": not measured by JMH, because it is not a JVM")
        .distinct();
  }

  /**
   * Leaves out the controls. Also leaves out a control fixture that was not requested: only its baseline ran, while
   * other fixtures have more arms.
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

  /** This plan without some of its forks. */
  public JmhPlan without(Predicate<Fork> unwanted) {
    return new JmhPlan(forks.stream().filter(unwanted.negate()).toList(), leftOut);
  }

  /** The forks of one round. Steady states take long, so only the first round has them. */
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

  /** The phases in which the arm does something. A fused phase would be observed as close to nothing. */
  private static Stream<Phase> separated(PlannedArm arm, Set<Phase> phases) {
    return phases.stream()
        .filter(phase -> !arm.configuration().fused().containsKey(phase.key()))
        .filter(phase -> phase != Phase.FIRST_INVOKE || arm.fixture().entry().kind().isCalled())
        .sorted();
  }

  private static boolean isWarmEnough(PlannedArm arm, JmhSize size) {
    return arm.configuration().steadyWarmupSeconds() <= size.mostWarmup().toSeconds();
  }

  private static Stream<String> leftOut(List<PlannedArm> arms, JmhSize size) {
    return arms.stream()
        .filter(arm -> !isWarmEnough(arm, size))
        .map(arm -> arm.configuration().id() + ": JMH did not measure its steady state, because it needs a warm-up of "
            + arm.configuration().steadyWarmupSeconds() + " s, and the preset allows " + size.mostWarmup().toSeconds()
            + " s")
        .distinct();
  }
}
