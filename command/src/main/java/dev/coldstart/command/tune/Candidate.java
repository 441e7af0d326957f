package dev.coldstart.command.tune;

import dev.coldstart.launcher.plan.PlannedArm;

/**
 * An arm that may be the fastest.
 *
 * @param parent the id of the arm that it is with a lever more; null for one without levers
 */
record Candidate(PlannedArm arm, String parent) {

  String id() {
    return arm.id();
  }

  boolean isChild() {
    return parent != null;
  }
}
