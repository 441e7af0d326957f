package dev.coldstart.stats.run;

import dev.coldstart.record.Arm;

/** A reason why a run is not to be believed, or not all of it. */
public sealed interface Doubt {

  record ControlFailed(ControlResult control) implements Doubt {}

  /** Of a control whose reference has launches that count. */
  record ControlWithoutLaunches(Arm control) implements Doubt {}

  /** The run did not check the harness. */
  record NoControl() implements Doubt {}

  /** Arms are compared, and nothing shows how far the same command differs from itself there. */
  record NoAa(int groups, References.Group first) implements Doubt {}

  record Unjudged(int controls, int of) implements Doubt {}

  /** @param arms that have fewer launches that count than {@link RunTrust#ENOUGH_BLOCKS} */
  record FewLaunches(int arms, int fewest, Arm ofArm) implements Doubt {}

  /** Blocks beyond a limit are retried, until as many were as may be: what stands then is no sound basis. */
  record Disturbed(int blocks, int of) implements Doubt {}
}
