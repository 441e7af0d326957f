package dev.coldstart.report;

import dev.coldstart.record.Arm.Control;
import dev.coldstart.record.Manifest.FixtureFacts;
import dev.coldstart.record.text.Format;
import dev.coldstart.stats.run.ControlResult;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

/** How noisy a run was, in words: what the same command differs from itself. */
final class NoiseFloor {

  private NoiseFloor() {}

  static String of(RunView view) {
    List<ControlResult> same = view.summary().controls().stream().filter(NoiseFloor::isSame).toList();
    if (same.isEmpty()) {
      return "How noisy the run was is not known: the same command was not compared with itself.";
    }
    List<String> fixtures = new ArrayList<>();
    for (FixtureFacts fixture : view.run().manifest().fixtures()) {
      most(same, fixture.id())
          .ifPresent(part -> fixtures.add(Format.percent(part) + " (" + view.title(fixture.id()) + ")"));
    }
    return fixtures.isEmpty()
        ? "How noisy the run was cannot be told: too few blocks to compare the same command with itself."
        : "The same command twice differs by at most " + String.join(", ", fixtures) + ".";
  }

  /** The largest of a fixture: it has one A/A arm a baseline. */
  private static OptionalDouble most(List<ControlResult> same, String fixture) {
    return same.stream()
        .filter(control -> control.arm().fixture().equals(fixture) && control.measured().hasInterval())
        .mapToDouble(control -> control.measured().reachFromOne())
        .max();
  }

  private static boolean isSame(ControlResult control) {
    return control.kind().equals(Control.AA);
  }
}
