package dev.coldstart.launcher.run;

import dev.coldstart.launcher.plan.PlannedArm;
import dev.coldstart.record.BlockEnd;
import dev.coldstart.record.Launch;
import dev.coldstart.record.Manifest;
import java.util.ArrayList;
import java.util.List;

/** How far the blocks of one fixture are. */
final class FixtureBlocks {

  private final String fixture;
  private final Manifest.Plan plan;
  private final List<PlannedArm> arms = new ArrayList<>();
  private final List<Launch> countedLaunches = new ArrayList<>();
  private int ended;
  private int counted;
  private int again;

  FixtureBlocks(String fixture, Manifest.Plan plan) {
    this.fixture = fixture;
    this.plan = plan;
  }

  String fixture() {
    return fixture;
  }

  /** Those that are still launched. */
  List<PlannedArm> arms() {
    return arms;
  }

  boolean isWarmup(int block) {
    return block < plan.warmupBlocks();
  }

  /** Whether a block may be run again: not the first, which shows what runs at all, and none that never counts. */
  boolean canBeRunAgain(int block) {
    return block > 0 && !isWarmup(block);
  }

  /** Whether as many have been run again as the plan allows. */
  boolean isAgainUsedUp() {
    return again >= plan.mostAgain();
  }

  void add(BlockEnd end, List<Launch> launches) {
    ended++;
    if (end.again() != null) {
      again++;
    } else if (!end.warmup()) {
      counted++;
      launches.stream().filter(Launch::valid).forEach(countedLaunches::add);
    }
  }

  int ended() {
    return ended;
  }

  /** Blocks that count. */
  int counted() {
    return counted;
  }

  /** The launches of them that are valid. */
  List<Launch> countedLaunches() {
    return countedLaunches;
  }

  /** Blocks that are still to be run, unless one of them has to be run again. */
  int left() {
    return arms.isEmpty() ? 0 : Math.max(0, plan.warmupBlocks() - ended) + plan.blocks() - counted;
  }
}
