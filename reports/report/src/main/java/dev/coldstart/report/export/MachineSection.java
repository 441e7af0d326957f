package dev.coldstart.report.export;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.coldstart.record.Manifest.Machine;
import dev.coldstart.stats.estimate.Estimate;
import dev.coldstart.stats.run.MachineResult;
import java.util.List;

/** The section {@code machines} of {@code summary.json}: those of a run that was measured on several. */
public record MachineSection(List<MachineRow> each, List<SpreadRow> betweenMachines) {

  /** Null if the run is of one machine. */
  static MachineSection of(MachineResult.All machines) {
    return machines.areSeveral()
        ? new MachineSection(SummaryFile.each(machines.each(), MachineRow::of),
            SummaryFile.each(machines.spreads(), SpreadRow::of))
        : null;
  }

  public record MachineRow(int machine, String processor, Integer processors, Long memoryBytes, List<Integer> shards,
      int blocks, List<OnMachine> arms) {

    static MachineRow of(MachineResult result) {
      Machine machine = result.machine();
      return new MachineRow(result.number(), machine.processor(), machine.processors(), machine.memoryBytes(),
          result.shards(), result.blocks(), SummaryFile.each(result.arms(), OnMachine::of));
    }
  }

  public record OnMachine(String fixture, String arm, double typicalMs,
      @JsonUnwrapped(prefix = "ratio") Estimate ratio) {

    static OnMachine of(MachineResult.OfArm arm) {
      return new OnMachine(arm.arm().fixture(), arm.arm().arm(), arm.typicalMs(), arm.ratio());
    }
  }

  public record SpreadRow(String fixture, String arm, int machines, double variesByPart) {

    static SpreadRow of(MachineResult.Spread spread) {
      return new SpreadRow(spread.arm().fixture(), spread.arm().arm(), spread.machines(), spread.part());
    }
  }
}
