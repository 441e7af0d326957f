package dev.coldstart.launcher.scenario;

import dev.coldstart.launcher.plan.PlannedArm;
import dev.coldstart.record.BurstLaunch;
import dev.coldstart.record.MemoryLaunch;
import dev.coldstart.record.WarmLaunch;
import java.io.IOException;
import java.util.List;

/**
 * Makes the launches of scenarios; whatever a child does ends in a launch, valid or not. The real one starts processes;
 * tests have one that does not. Each method fails when no child can be started on this machine at all.
 */
public interface ScenarioDriver {

  /**
   * @param block number of the fixture's block of the scenario
   * @param position place in the block
   */
  record Place(PlannedArm arm, int block, int position) {}

  /**
   * One launch whose instance goes on to answer.
   *
   * @param calls how many in all
   * @param callsMs after how long it answers no more
   */
  WarmLaunch coldToWarm(Place place, int calls, int callsMs) throws IOException;

  /**
   * One launch that makes more and more instances and keeps them.
   *
   * @param instances how many in all
   */
  MemoryLaunch memory(Place place, int instances) throws IOException;

  /** So many launches that start at one instant; one element each. */
  List<BurstLaunch> burst(Place place, int starts) throws IOException;

  /** Kills what launches left running behind them, and says what that was, by command; to be asked between blocks. */
  List<String> leftBehind();
}
