package dev.coldstart.stats.run;

import dev.coldstart.stats.scenario.ScenarioSummary;
import dev.coldstart.stats.scenario.SizeFit;
import java.util.List;

/**
 * What is said of a run.
 *
 * @param margin the declared margin of the verdicts, as a part of 1: 0.02 is 2 %
 * @param status how far the run is to be believed
 * @param statusReasons why it is not sound; empty when it is
 * @param controls what the run found when it checked itself
 * @param arms by fixture in the manifest's order, then by median first response; those that did not run last. Controls
 * are among them
 * @param jmhBias what JMH's fork makes of the first touch, by fixture, configuration and phase
 * @param effort how the run went
 * @param scenarios what is asked beside the headline
 * @param sizes how the time to parse and compile grows with the module, by arm in the manifest's order
 * @param warnings what a reader of the numbers must know
 * @param details what is said of the arms beside how each compares with its baseline
 */
public record Summary(double margin, RunStatus status, List<Doubt> statusReasons, List<ControlResult> controls,
    List<ArmSummary> arms, List<JmhBias> jmhBias, RunEffort effort, ScenarioSummary scenarios, List<SizeFit> sizes,
    List<Warning> warnings, Details details) {}
