package dev.coldstart.command.tune;

import dev.coldstart.launcher.plan.PlannedArm;

/**
 * An arm that may be the fastest.
 *
 * @param parent the id of the arm to which this one adds a JVM option; null if it adds none
 */
record Candidate(PlannedArm arm, String parent) {

  String id() {
    return arm.id();
  }

  boolean isChild() {
    return parent != null;
  }
}
