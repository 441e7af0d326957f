package dev.coldstart.report.page;

import dev.coldstart.record.Arm;
import dev.coldstart.record.Manifest;
import dev.coldstart.record.text.Format;
import dev.coldstart.report.run.CommandLines;
import dev.coldstart.report.run.Repetition;
import dev.coldstart.report.run.RunView;
import dev.coldstart.report.text.ArmName;
import dev.coldstart.report.text.Fact;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;

/** All that someone needs to judge the run or to repeat it. */
record Environment(List<Fact> machine, List<Fact> plan, List<Engine> engines, List<Module> modules,
    Repetition repetition, List<CommandLines> commands) {

  record Engine(ArmName name, String engine) {}

  record Module(String fixture, String bytes, String event, String responseBytes, String sha256) {}

  static Environment of(RunView view) {
    Manifest manifest = view.run().manifest();
    return new Environment(machine(manifest), PlanFacts.of(manifest), engines(view),
        manifest.fixtures().stream().map(Environment::module).toList(), Repetition.of(manifest),
        CommandLines.of(view, view.arms()));
  }

  private static List<Fact> machine(Manifest manifest) {
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

  /** An engine says the same in every fixture, profile and JDK: once a configuration, and again where it does not. */
  private static List<Engine> engines(RunView view) {
    return view.arms()
        .filter(Arm::ran)
        .map(arm -> new Engine(view.names().ofConfiguration(arm.configuration()), Fact.of("", arm.engine()).value()))
        .distinct()
        .toList();
  }

  private static Module module(Manifest.FixtureFacts f) {
    return new Module(f.title(), Format.bytes(f.wasmBytes()), f.event(), Format.bytes(f.responseBytes()), f.sha256());
  }

  /** What was to be measured, and by which rules it was to end. */
  private static final class PlanFacts {

    private PlanFacts() {}

    static List<Fact> of(Manifest manifest) {
      Manifest.Plan plan = manifest.plan();
      return List.of(Fact.of("Harness", "coldstart " + Fact.of("", manifest.coldstart()).value()),
          Fact.of("Preset", plan.preset()), Fact.of("Seed of the permutations", plan.seed()),
          Fact.of("Blocks that count, at most", plan.blocks()), Fact.of("Warm-up blocks", plan.warmupBlocks()),
          Fact.of("Ends at a precision of", precision(plan.targetCi())),
          Fact.of("Time for launches", plan.budgetMs() == null ? "not bounded" : duration(plan.budgetMs())),
          Fact.of("Timeout of a launch", duration(plan.timeoutMs())),
          Fact.of("Blocks run again, at most", plan.mostAgain() == null ? null : plan.mostAgain() + " of each fixture"),
          Fact.of("Most steal in a block", limit(plan, Manifest.Limits::stealPart)),
          Fact.of("Most throttling in a block", limit(plan, Manifest.Limits::throttledPart)),
          Fact.of("Ended by", manifest.stoppedBy()));
    }

    private static String precision(Double part) {
      return part == null ? "not asked for" : "±" + Format.percent(part);
    }

    /** Null in runs older than limits. */
    private static String limit(Manifest.Plan plan, ToDoubleFunction<Manifest.Limits> part) {
      return plan.limits() == null ? null : Format.percent(part.applyAsDouble(plan.limits()));
    }

    private static String duration(long ms) {
      return Format.duration(Duration.ofMillis(ms));
    }
  }
}
