package dev.coldstart.report.text;

import dev.coldstart.record.Manifest.FixtureFacts;
import dev.coldstart.record.Manifest;
import dev.coldstart.record.StopRule;
import dev.coldstart.record.text.Format;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;

/** A run, its machine and its JDKs as named on every page. */
public final class RunFacts {

  private static final DateTimeFormatter DATE =
      DateTimeFormatter.ofPattern("d MMMM yyyy, HH:mm 'UTC'", Locale.ROOT).withZone(ZoneOffset.UTC);

  private static final int SHORT_COMMIT = 12;

  private RunFacts() {}

  /** A name and a value, for a list of facts. An unknown value is shown as "n/a". */
  public record Fact(String name, String value) {

    public static Fact of(String name, Object value) {
      return new Fact(name, Objects.toString(value, Format.MISSING));
    }
  }

  /** A fixture's display name. */
  public static String title(FixtureFacts fixture) {
    return fixture.title() == null ? fixture.id() : fixture.title();
  }

  public static String date(Instant at) {
    return at == null ? Format.MISSING : DATE.format(at);
  }

  public static String took(Manifest manifest) {
    return manifest.endedAt() == null
        ? Format.MISSING
        : Format.duration(Duration.between(manifest.startedAt(), manifest.endedAt()));
  }

  public static String commit(Manifest manifest) {
    if (manifest.commit() == null) {
      return "unknown";
    }
    String id = manifest.commit().substring(0, Math.min(SHORT_COMMIT, manifest.commit().length()));
    return Boolean.TRUE.equals(manifest.clean()) ? id : id + " with uncommitted changes";
  }

  public static String machine(Manifest.Machine machine) {
    String of =
        machine.processor() == null && machine.architecture() != null ? " (" + machine.architecture() + ")" : "";
    return machine.processorName() + of + ", " + processors(machine);
  }

  /** In words, how many processors the run may use. */
  public static String processors(Manifest.Machine machine) {
    return machine.processors() == null
        ? "unknown number of processors"
        : Format.count(machine.processors(), "processor", "processors");
  }

  public static String jdks(List<Manifest.Jdk> jdks) {
    return jdks.stream().map(RunFacts::jdk).collect(Collectors.joining(", "));
  }

  static String jdk(Manifest.Jdk jdk) {
    return Objects.toString(jdk.vendor(), Format.MISSING) + " " + Objects.toString(jdk.version(), Format.MISSING);
  }

  public static List<Fact> ofMachine(Manifest manifest) {
    Manifest.Machine machine = manifest.machine();
    List<Fact> facts = new ArrayList<>(List.of(Fact.of("Operating system", machine.os()),
        Fact.of("Kernel", machine.kernel()), Fact.of("Architecture", machine.architecture()),
        Fact.of("Processor", machine.processor()), Fact.of("Processors in use", machine.processors()),
        Fact.of("Memory", machine.memoryBytes() == null ? null : Quantity.size(machine.memoryBytes())),
        Fact.of("Frequency governor", machine.governor())));
    manifest.jdks().forEach(jdk -> facts.add(Fact.of("JDK " + jdk.id(), jdk(jdk))));
    return facts;
  }

  /** In words, how many counted blocks of each fixture the run makes. */
  public static String blocks(Manifest.Plan plan) {
    return plan.shard() == null
        ? Integer.toString(plan.blocks())
        : plan.ownBlocks() + ", which are part " + plan.shard().index() + " of " + plan.shard().of()
            + " of a plan with " + plan.blocks();
  }

  /** The planned measurement, and the rules for its end. */
  public static List<Fact> ofPlan(Manifest manifest) {
    Manifest.Plan plan = manifest.plan();
    List<Fact> facts = new ArrayList<>(
        List.of(Fact.of("Harness", "coldstart " + Objects.toString(manifest.coldstart(), Format.MISSING)),
            Fact.of("Preset", plan.preset()), Fact.of("Seed of the random orders", plan.seed()),
            Fact.of("Blocks of each fixture, at most", blocks(plan) + sparse(plan.sparse())),
            Fact.of("Warm-up blocks of each fixture", plan.warmupBlocks()),
            Fact.of("Stops early at a precision of",
                plan.targetCi() == null ? "not asked for" : "±" + Format.percent(plan.targetCi())),
            Fact.of("Time budget of the launches",
                plan.budgetMs() == null
                    ? "not bounded"
                    : duration(plan.budgetMs()) + "; half as much for the scenarios; a resumed run gets it anew"),
            Fact.of("Timeout of a launch", duration(plan.timeoutMs())),
            Fact.of("Retried blocks, at most", plan.mostAgain() == null ? null : plan.mostAgain() + " of each fixture"),
            Fact.of("Steal in a block, at most", limit(plan, Manifest.Limits::stealPart)),
            Fact.of("Throttling in a block, at most", limit(plan, Manifest.Limits::throttledPart)),
            Fact.of("Ended because", ended(manifest.stoppedBy()))));
    if (plan.isCold()) {
      facts.add(Fact.of("Page cache",
          "cold: the files of an arm, with a copy of the JDK, are removed from it before each launch; those of the operating "
              + "system, and what a host caches below it, are not"));
    }
    if (plan.cachesOfAnArm() > 1) {
      facts.add(Fact.of("Caches of an arm", plan.caches() + ", one drawn for each block"));
    }
    return facts;
  }

  /** Why a run ended, in words. Null if it has not; a rule of a later version is named as it is stored. */
  static String ended(String stoppedBy) {
    return StopRule.of(stoppedBy).map(rule -> switch (rule) {
      case BLOCKS -> "all its blocks were complete";
      case TARGET_CI -> "every ratio was as precise as asked for";
      case BUDGET -> "its time budget was used up";
      case INTERRUPTED -> "it was interrupted";
      case PARTS -> "shards of its plan are missing";
    }).orElse(stoppedBy);
  }

  private static String sparse(Manifest.Sparse sparse) {
    return sparse == null
        ? ""
        : "; every " + Format.ordinal(sparse.every()) + " for an arm that took over " + Format.upTo(3, sparse.factor())
            + " × its baseline in the warm-up, with no other arm's time within a factor of "
            + Format.upTo(3, sparse.apart());
  }

  /** Null in runs older than limits. */
  private static String limit(Manifest.Plan plan, ToDoubleFunction<Manifest.Limits> part) {
    return plan.limits() == null ? null : Format.percent(part.applyAsDouble(plan.limits()));
  }

  private static String duration(long ms) {
    return Format.duration(Duration.ofMillis(ms));
  }
}
