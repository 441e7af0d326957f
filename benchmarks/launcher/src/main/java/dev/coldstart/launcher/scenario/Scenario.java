package dev.coldstart.launcher.scenario;

import dev.coldstart.child.ChildReport;
import dev.coldstart.child.ColdStart;
import dev.coldstart.fixtures.Entry;
import dev.coldstart.launcher.child.CheckedChildren.CheckedLaunch;
import dev.coldstart.launcher.child.ParsedChildReport;
import dev.coldstart.launcher.child.StartBarrier;
import dev.coldstart.launcher.machine.CpuShare;
import dev.coldstart.launcher.plan.PlannedArm;
import dev.coldstart.launcher.scenario.LaunchDriver.Made;
import dev.coldstart.launcher.scenario.LaunchDriver.Slot;
import dev.coldstart.launcher.scenario.LaunchDriver.Step;
import dev.coldstart.record.ApiLaunch;
import dev.coldstart.record.Counter;
import dev.coldstart.record.InstanceLaunch;
import dev.coldstart.record.LaunchLine;
import dev.coldstart.record.Manifest;
import dev.coldstart.record.MemoryLaunch;
import dev.coldstart.record.Scenarios;
import dev.coldstart.record.WarmLaunch;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The kinds of launches in a run. The headline is the scenario with a single call; each other scenario has a file of
 * its own. To add one, add a constant here and a record for its lines in {@link Scenarios}. All children are checked by
 * the same rules.
 */
public enum Scenario {

  /** The headline. */
  FIRST_RESPONSE("") {
    @Override
    Made launch(ProcessLauncher launcher, Step step, Slot slot) throws IOException {
      return FirstResponse.launch(launcher.headline(), step.arm(), slot);
    }
  },

  /** One launch whose instance continues to answer calls. */
  COLD_TO_WARM(Scenarios.COLD_TO_WARM) {
    @Override
    Optional<String> unfit(Entry.Kind entry) {
      return entry.isCalled() ? super.unfit(entry) : Optional.of("because nothing is called");
    }

    @Override
    Manifest.Scenario planned(int blocks, int processors) {
      return new Manifest.Scenario(id(), blocks, CALLS, CALLS_MS, null, null, null);
    }

    @Override
    List<String> words(Manifest.Scenario size) {
      return List.of(ColdStart.CALLS, String.valueOf(size.calls()), String.valueOf(size.callsMs()));
    }

    @Override
    LaunchLine line(Step step, Slot slot, CheckedLaunch child) {
      long[] callNs = child.report().map(report -> report.numbers(ChildReport.CALL_NS)).orElse(new long[0]);
      String reason = child.broken()
          .or(() -> child.report().map(ParsedChildReport::failure))
          .orElse(callNs.length == 0 || callNs.length >= step.size().calls() ? "it did not report its calls" : null);
      boolean valid = reason == null;
      return new WarmLaunch(slot.block(), slot.position(), step.arm().id(), step.arm().fixture().id(), valid, reason,
          valid ? child.outcome().respondedNs() - child.outcome().startedNs() : null, valid ? callNs : null);
    }
  },

  /** One launch that makes more and more instances and keeps them. */
  MEMORY(Scenarios.MEMORY) {
    @Override
    Manifest.Scenario planned(int blocks, int processors) {
      return new Manifest.Scenario(id(), blocks, null, null, INSTANCES, null, null);
    }

    @Override
    List<String> words(Manifest.Scenario size) {
      return List.of(ColdStart.INSTANCES, String.valueOf(size.instances()));
    }

    @Override
    LaunchLine line(Step step, Slot slot, CheckedLaunch child) {
      int[] read = child.report().map(report -> ints(report.numbers(ChildReport.INSTANCES))).orElse(new int[0]);
      long[] rssBytes = child.report().map(ParsedChildReport::instancesRssBytes).orElse(new long[0]);
      boolean enough = read.length >= MemoryLaunch.LEAST_READINGS && read.length == rssBytes.length;
      String failure = child.report().map(ParsedChildReport::failure).orElse(null);
      boolean valid = child.broken().isEmpty() && enough;
      return new MemoryLaunch(slot.block(), slot.position(), step.arm().id(), step.arm().fixture().id(), valid,
          child.broken().orElse(failure == null && !enough ? "it did not report its memory" : failure),
          valid ? read : null, valid ? rssBytes : null, valid ? child.report().get().counter(Counter.PEAK_RSS) : null);
    }
  },

  /** One launch that makes further instances, one after the other, each of which answers once. */
  SECOND_INSTANCE(Scenarios.SECOND_INSTANCE) {
    @Override
    Manifest.Scenario planned(int blocks, int processors) {
      return new Manifest.Scenario(id(), blocks, null, null, ANSWERING_INSTANCES, null, null);
    }

    @Override
    List<String> words(Manifest.Scenario size) {
      return List.of(ColdStart.ANOTHER, String.valueOf(size.instances()));
    }

    @Override
    LaunchLine line(Step step, Slot slot, CheckedLaunch child) {
      long[] tookNs = child.report().map(report -> report.numbers(ChildReport.INSTANCE_NS)).orElse(new long[0]);
      String reason = child.broken()
          .or(() -> child.report().map(ParsedChildReport::failure))
          .orElse(tookNs.length == step.size().instances() - 1 ? null : "it did not report its instances");
      return new InstanceLaunch(slot.block(), slot.position(), step.arm().id(), step.arm().fixture().id(),
          reason == null, reason, reason == null ? tookNs : null);
    }
  },

  /** Launches of one arm that start at the same instant: 1, 2, 4, ... up to the maximum. */
  BURST(Scenarios.BURST) {
    @Override
    Optional<String> unfit(Entry.Kind entry) {
      return Optional.empty();
    }

    @Override
    Manifest.Scenario planned(int blocks, int processors) {
      return new Manifest.Scenario(id(), blocks, null, null, null, STARTS_PER_PROCESSOR * processors, null);
    }

    @Override
    List<Integer> starts(Manifest.Scenario size) {
      return IntStream.iterate(1, starts -> starts > 0 && starts <= size.starts(), starts -> 2 * starts)
          .boxed()
          .toList();
    }

    @Override
    Made launch(ProcessLauncher launcher, Step step, Slot slot) throws IOException {
      return new Made(new Burst(step.arm(), slot.block(), launcher.lanes(step.starts())).launch(), null);
    }
  },

  /** One launch that takes its events from a local stand-in for the Lambda Runtime API. */
  RUNTIME_API(Scenarios.RUNTIME_API) {
    @Override
    boolean takesPrograms() {
      return true;
    }

    @Override
    Optional<String> unfit(Entry.Kind entry) {
      return withoutEvents(entry);
    }

    @Override
    Manifest.Scenario planned(int blocks, int processors) {
      return new Manifest.Scenario(id(), blocks, ApiLaunch.EVENTS, null, null, null, null);
    }

    @Override
    Made launch(ProcessLauncher launcher, Step step, Slot slot) throws IOException {
      return new Made(List.of(BehindApi.byItself(step.arm(), slot, launcher.lanes(1).get(0))), null);
    }
  },

  /** The same, but AWS Lambda's own Java client takes the events. */
  RUNTIME_API_CLIENT(Scenarios.RUNTIME_API_CLIENT) {
    @Override
    Optional<String> unfit(Entry.Kind entry) {
      return withoutEvents(entry);
    }

    @Override
    boolean isFor(PlannedArm arm) {
      return !arm.profile().isOfOneClassPath();
    }

    @Override
    Manifest.Scenario planned(int blocks, int processors) {
      return new Manifest.Scenario(id(), blocks, ApiLaunch.EVENTS, null, null, null, null);
    }

    @Override
    Made launch(ProcessLauncher launcher, Step step, Slot slot) throws IOException {
      return new Made(List.of(BehindApi.byTheClient(step.arm(), slot, launcher.lanes(1).get(0))), null);
    }
  },

  /** Launches with the processor time of AWS Lambda's memory sizes, one after the other. */
  LAMBDA_SIZE(Scenarios.LAMBDA_SIZE) {
    @Override
    boolean takesPrograms() {
      return true;
    }

    @Override
    Optional<String> unfit(Entry.Kind entry) {
      return Optional.empty();
    }

    @Override
    Optional<String> cannotRun() {
      return CpuShare.unavailable();
    }

    @Override
    Manifest.Scenario planned(int blocks, int processors) {
      return new Manifest.Scenario(id(), blocks, null, null, null, null, null);
    }

    @Override
    Made launch(ProcessLauncher launcher, Step step, Slot slot) throws IOException {
      return new Made(List.of(LambdaSizes.launch(step.arm(), slot, launcher.lanes(1).get(0))), null);
    }
  };

  /**
   * Enough calls for a JIT compiler to finish its work on most handlers. The time limit applies if a call takes long.
   */
  private static final int CALLS = 2_000;

  private static final int CALLS_MS = 3_000;
  private static final int INSTANCES = 32;

  /** Enough to show whether later ones take less than the second. */
  private static final int ANSWERING_INSTANCES = 21;

  /** Twice the number of processors, so that launches have to share them. */
  private static final int STARTS_PER_PROCESSOR = 2;

  private final String id;

  Scenario(String id) {
    this.id = id;
  }

  /** The id in a plan. Empty for the headline. */
  public String id() {
    return id;
  }

  /** The scenario with that id, which must exist. */
  public static Scenario of(String id) {
    return Stream.of(values()).filter(scenario -> scenario.id.equals(id)).findFirst().orElseThrow();
  }

  /** All scenarios except for the headline. */
  static List<Scenario> beside() {
    return Stream.of(values()).filter(scenario -> scenario != FIRST_RESPONSE).toList();
  }

  /** How much of it a run does. */
  Manifest.Scenario planned(int blocks, int processors) {
    throw new IllegalStateException(this + " is planned by the run's preset");
  }

  /** Why the launches of a fixture with that entry have nothing to show. Empty if they have. */
  Optional<String> unfit(Entry.Kind entry) {
    return entry.isRepeatable() ? Optional.empty() : Optional.of("because a command runs only once");
  }

  private static Optional<String> withoutEvents(Entry.Kind entry) {
    return entry.isCalled()
        ? entry.isRepeatable() ? Optional.empty() : Optional.of("because a command runs only once")
        : Optional.of("because nothing is called");
  }

  /** Why this machine cannot run it. Empty if it can. */
  Optional<String> cannotRun() {
    return Optional.empty();
  }

  /** Whether a child that is not a JVM can do it. */
  boolean takesPrograms() {
    return false;
  }

  /** Whether it launches an arm, whatever its fixture is. */
  boolean isFor(PlannedArm arm) {
    return true;
  }

  /** Whether a plan has all values that this scenario needs. */
  boolean isComplete(Manifest.Scenario size) {
    Manifest.Scenario needed = planned(1, 1);
    return (needed.calls() == null || size.calls() != null) && (needed.callsMs() == null || size.callsMs() != null)
        && (needed.instances() == null || size.instances() != null)
        && (needed.starts() == null || size.starts() != null);
  }

  /** How many launches of an arm start at the same instant, for each step. */
  List<Integer> starts(Manifest.Scenario size) {
    return List.of(1);
  }

  /** The steps for an arm in one block. */
  public List<Step> steps(PlannedArm arm, Manifest.Scenario size) {
    return starts(size).stream().map(together -> new Step(this, size, arm, together)).toList();
  }

  Made launch(ProcessLauncher launcher, Step step, Slot slot) throws IOException {
    CheckedLaunch child = launcher.lanes(1).get(0).run(step.arm(), 0, words(step.size()), StartBarrier.OPEN);
    return new Made(List.of(line(step, slot, child)), null);
  }

  /** The child's arguments in addition to those that every child of the arm gets. */
  List<String> words(Manifest.Scenario size) {
    return List.of();
  }

  /** The recorded line for a child, which is valid if it satisfies the rules for every child and the scenario's own. */
  LaunchLine line(Step step, Slot slot, CheckedLaunch child) {
    throw new IllegalStateException(this + " launches in its own way");
  }

  private static int[] ints(long[] numbers) {
    boolean fit = Arrays.stream(numbers).allMatch(number -> number <= Integer.MAX_VALUE);
    return fit ? Arrays.stream(numbers).mapToInt(number -> (int) number).toArray() : new int[0];
  }
}
