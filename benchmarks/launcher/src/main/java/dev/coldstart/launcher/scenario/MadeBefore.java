package dev.coldstart.launcher.scenario;

import dev.coldstart.record.Scenarios;
import java.util.HashSet;
import java.util.Set;

/** Launches of scenarios that a run had made before it was cut: none of them is made again. */
final class MadeBefore {

  /** @param starts 1 where a launch starts alone */
  private record Key(String scenario, int block, String fixture, String arm, int starts) {}

  private final Set<Key> made = new HashSet<>();

  MadeBefore(Scenarios past) {
    past.coldToWarm()
        .forEach(
            launch -> made.add(new Key(Scenarios.COLD_TO_WARM, launch.block(), launch.fixture(), launch.arm(), 1)));
    past.memory()
        .forEach(launch -> made.add(new Key(Scenarios.MEMORY, launch.block(), launch.fixture(), launch.arm(), 1)));
    past.burst()
        .forEach(launch -> made
            .add(new Key(Scenarios.BURST, launch.block(), launch.fixture(), launch.arm(), launch.starts())));
  }

  boolean holds(String scenario, int block, String fixture, String arm, int starts) {
    return made.contains(new Key(scenario, block, fixture, arm, starts));
  }
}
