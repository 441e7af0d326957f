package dev.coldstart.report.page;

import dev.coldstart.record.Arm;
import dev.coldstart.record.Manifest;
import dev.coldstart.record.text.Format;
import dev.coldstart.report.run.RunView;
import dev.coldstart.report.text.ArmName;
import dev.coldstart.report.text.Fact;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.ToDoubleFunction;

/** What someone needs to judge the run or to repeat it: its machine, its plan and its engines. */
final class Environment {

  private Environment() {}

  record Engine(ArmName name, String engine) {}

  static List<Fact> machine(Manifest manifest) {
    Manifest.Machine machine = manifest.machine();
    List<Fact> facts = new ArrayList<>();
    facts.add(Fact.of("Operating system", machine.os()));
    facts.add(Fact.of("Kernel", machine.kernel()));
    facts.add(Fact.of("Architecture", machine.architecture()));
    facts.add(Fact.of("Processor", machine.processor()));
    facts.add(Fact.of("Processors in use", machine.processors()));
    facts.add(Fact.of("Memory", machine.memoryBytes() == null ? null : Format.bytes(machine.memoryBytes())));
    facts.add(Fact.of("Frequency governor", machine.governor()));
    manifest.jdks().forEach(jdk -> facts.add(Fact.of("JDK " + jdk.id(), jdk.vendor() + " " + jdk.version())));
    return facts;
  }

  /** What was to be measured, and by which rules it was to end. */
  static List<Fact> plan(Manifest manifest) {
    Manifest.Plan plan = manifest.plan();
    return List.of(Fact.of("Harness", "coldstart " + Objects.toString(manifest.coldstart(), Format.MISSING)),
        Fact.of("Preset", plan.preset()), Fact.of("Seed of the permutations", plan.seed()),
        Fact.of("Blocks that count, at most", plan.blocks()), Fact.of("Warm-up blocks", plan.warmupBlocks()),
        Fact.of("Ends at a precision of",
            plan.targetCi() == null ? "not asked for" : "±" + Format.percent(plan.targetCi())),
        Fact.of("Time for launches", plan.budgetMs() == null ? "not bounded" : duration(plan.budgetMs())),
        Fact.of("Timeout of a launch", duration(plan.timeoutMs())),
        Fact.of("Blocks run again, at most", plan.mostAgain() == null ? null : plan.mostAgain() + " of each fixture"),
        Fact.of("Most steal in a block", limit(plan, Manifest.Limits::stealPart)),
        Fact.of("Most throttling in a block", limit(plan, Manifest.Limits::throttledPart)),
        Fact.of("Ended by", manifest.stoppedBy()));
  }

  /** Null in runs older than limits. */
  private static String limit(Manifest.Plan plan, ToDoubleFunction<Manifest.Limits> part) {
    return plan.limits() == null ? null : Format.percent(part.applyAsDouble(plan.limits()));
  }

  private static String duration(long ms) {
    return Format.duration(Duration.ofMillis(ms));
  }

  /** An engine says the same in every fixture, profile and JDK: once a configuration, and again where it does not. */
  static List<Engine> engines(RunView view) {
    return view.arms()
        .filter(Arm::ran)
        .map(arm -> new Engine(view.names().ofConfiguration(arm.configuration()),
            Objects.toString(arm.engine(), Format.MISSING)))
        .distinct()
        .toList();
  }
}
