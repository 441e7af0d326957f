package dev.coldstart.stats.run;

import dev.coldstart.record.BlockEnd;
import dev.coldstart.record.Guards;
import dev.coldstart.record.Manifest.Limits;
import dev.coldstart.record.RunData;
import dev.coldstart.record.text.Format;
import dev.coldstart.record.text.SafeText;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;

/** What the machine did beside the launches that count, where it is enough to matter. */
final class GuardWarnings {

  /** A part of the time below this is what an idle system does by itself. */
  private static final double MATTERS = 0.05;

  private final List<Guards> guards;
  private final List<String> warnings = new ArrayList<>();

  private GuardWarnings(List<Guards> guards) {
    this.guards = guards;
  }

  static List<String> of(RunData run) {
    Stream<Guards> guards = RunEffort.standing(run).stream().map(BlockEnd::guards).filter(Objects::nonNull);
    return new GuardWarnings(guards.toList()).all(run.manifest().plan().limits());
  }

  private List<String> all(Limits limits) {
    part("processes outside the run used more than", "of the processors' time", Guards::othersPart, MATTERS);
    part("tasks waited for the disk for more than", "of the time", Guards::ioPressurePart, MATTERS);
    part("tasks waited for memory for more than", "of the time", Guards::memoryPressurePart, MATTERS);
    // Blocks over these are run again, until as many were as may be.
    part("the hypervisor gave to others more than", "of the processors' time", Guards::stealPart,
        limits == null ? MATTERS : limits.stealPart());
    part("the container was not let run for more than", "of the time", Guards::throttledPart,
        limits == null ? MATTERS : limits.throttledPart());
    otherJvms();
    governors();
    return warnings;
  }

  private void part(String what, String ofWhat, Function<Guards, Double> field, double limit) {
    List<Double> over = guards.stream().map(field).filter(part -> part != null && part > limit).toList();
    if (!over.isEmpty()) {
      double most = over.stream().mapToDouble(Double::doubleValue).max().getAsDouble();
      warnings.add(
          in(over.size()) + what + " " + Wording.percent(limit) + " " + ofWhat + ", up to " + Wording.percent(most));
    }
  }

  private void otherJvms() {
    List<Integer> some = guards.stream().map(Guards::otherJvms).filter(n -> n != null && n > 0).toList();
    if (!some.isEmpty()) {
      int most = some.stream().mapToInt(Integer::intValue).max().getAsInt();
      warnings.add(in(some.size()) + "JVMs outside the run were alive, up to " + most);
    }
  }

  private void governors() {
    List<String> different = guards.stream().map(Guards::governor).filter(Objects::nonNull).distinct().toList();
    if (different.size() > 1) {
      warnings.add("the frequency governor changed during the run: " + SafeText.brief(String.join(", ", different)));
    }
  }

  private String in(int blocks) {
    return "in " + blocks + " of " + Format.count(guards.size(), "block ", "blocks ");
  }
}
