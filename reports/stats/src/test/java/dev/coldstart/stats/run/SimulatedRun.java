package dev.coldstart.stats.run;

import dev.coldstart.record.Arm;
import dev.coldstart.record.Arm.Control;
import dev.coldstart.record.ArmLaunches;
import dev.coldstart.record.Counters;
import dev.coldstart.record.Launch;
import dev.coldstart.record.Manifest;
import dev.coldstart.record.PhasesNs;
import dev.coldstart.record.Records;
import dev.coldstart.record.RunData;
import dev.coldstart.record.RunFolder;
import dev.coldstart.record.SampleRuns;
import dev.coldstart.record.Scenarios;
import dev.coldstart.stats.estimate.MeasuredBlocks;
import dev.coldstart.stats.estimate.Simulation;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A run of one fixture with known true ratios, as if read from its folder. */
final class SimulatedRun {

  /** @param addedMs added to the time that follows from the ratio, whatever the machine's speed */
  private record Planned(Arm arm, double ratio, double addedMs, boolean sparse) {

    Planned(Arm arm, double ratio, double addedMs) {
      this(arm, ratio, addedMs, false);
    }
  }

  /** The boot of each launch with a measured time: equal in all, so that the boot control sees no difference. */
  private static final long BOOT_NS = 10_000_000;

  private final List<Planned> planned = new ArrayList<>();

  SimulatedRun() {
    planned.add(new Planned(arm("baseline", true, null), 1, 0));
  }

  SimulatedRun with(String configuration, double ratio) {
    planned.add(new Planned(arm(configuration, false, null), ratio, 0));
    return this;
  }

  /** Launched in every third block. */
  SimulatedRun withSparse(String configuration, double ratio) {
    planned.add(new Planned(arm(configuration, false, null), ratio, 0, true));
    return this;
  }

  /** @param ratio 1 on a sound machine */
  SimulatedRun withAa(double ratio) {
    planned.add(new Planned(arm("baseline", false, new Control(Control.AA, null, null)), ratio, 0));
    return this;
  }

  /** @param addedMs the true delay; the control declares 5 ms */
  SimulatedRun withBusy(double addedMs) {
    planned.add(new Planned(arm("baseline", false, new Control(Control.BUSY, 5_000_000L, null)), 1, addedMs));
    return this;
  }

  RunData run(Simulation simulation, int blocks) {
    List<List<Launch>> launches = none();
    for (int block = 0; block < blocks; block++) {
      simulation.wander();
      for (int i = 0; i < planned.size(); i++) {
        Planned one = planned.get(i);
        double bootMs = simulation.launch(0.5);
        double restMs = Math.max(1, simulation.launch(one.ratio()) - bootMs) + one.addedMs();
        if (!one.sparse() || block % 3 == 0) {
          launches.get(i).add(launch(one.arm().arm(), block, i, Math.round(bootMs * 1e6), Math.round(restMs * 1e6)));
        }
      }
    }
    return of(launches);
  }

  /** A run of a baseline, its A/A arm and one more arm, in this order, from measured log ratios. */
  RunData run(List<MeasuredBlocks.Block> blocks) {
    List<List<Launch>> launches = none();
    for (int block = 0; block < blocks.size(); block++) {
      double[] logs = {0, blocks.get(block).aa(), blocks.get(block).arm()};
      for (int i = 0; i < logs.length; i++) {
        long ns = Math.round(50e6 * Math.exp(logs[i]));
        launches.get(i).add(launch(planned.get(i).arm().arm(), block, i, BOOT_NS, ns - BOOT_NS));
      }
    }
    return of(launches);
  }

  private List<List<Launch>> none() {
    return planned.stream().map(any -> (List<Launch>) new ArrayList<Launch>()).toList();
  }

  private RunData of(List<List<Launch>> launches) {
    List<ArmLaunches> arms = new ArrayList<>();
    for (int i = 0; i < planned.size(); i++) {
      arms.add(new ArmLaunches(planned.get(i).arm(), List.copyOf(launches.get(i)), Set.of()));
    }
    Manifest manifest = manifest(planned.stream().map(Planned::arm).toList());
    return new RunData(new RunFolder(Path.of("simulated")), manifest, arms, List.of(), List.of(), Scenarios.NONE,
        List.of());
  }

  private static Launch launch(String arm, int block, int position, long bootNs, long restNs) {
    return new Launch(block, position, arm, "noop", false, true, null, 0, bootNs + restNs, null,
        new PhasesNs(bootNs, null, null, null, null, restNs), null, Counters.NONE, 0, null);
  }

  private static Arm arm(String configuration, boolean baseline, Control control) {
    String id = "x." + configuration + "/default/jdk25" + (control == null ? "" : "+" + control.kind());
    return new Arm(id, "x", "X", "x." + configuration, configuration, "default", "jdk25", "noop", baseline, control,
        Map.of(), null, List.of("java", "-cp", configuration + ".jar", "Main"), null, null, null);
  }

  private static Manifest manifest(List<Arm> arms) {
    Manifest m = SampleRuns.blocks(0).manifest();
    return Records.with(m, "arms", arms);
  }
}
