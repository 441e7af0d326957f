package dev.coldstart.report.text;

import dev.coldstart.record.Arm.Control;
import dev.coldstart.record.Arm;
import dev.coldstart.record.Difference.Subject;
import dev.coldstart.record.Difference;
import dev.coldstart.record.Launch;
import dev.coldstart.record.Manifest.FixtureFacts;
import dev.coldstart.record.Manifest.Jdk;
import dev.coldstart.record.Shard;
import dev.coldstart.record.text.Format;
import dev.coldstart.record.text.SafeText;
import dev.coldstart.stats.estimate.Estimate;
import dev.coldstart.stats.estimate.HodgesLehmann;
import dev.coldstart.stats.run.ControlResult;
import dev.coldstart.stats.run.Doubt;
import dev.coldstart.stats.run.References.Group;
import dev.coldstart.stats.run.Summary;
import dev.coldstart.stats.run.Warning;
import java.util.List;

/** Sentences about a run's self-checks, its warnings, and the differences between runs. */
public final class Sentences {

  private static final int DECIMALS = 3;

  private Sentences() {}

  public static List<String> warnings(Summary summary) {
    return summary.warnings().stream().map(Sentences::of).toList();
  }

  public static List<String> statusReasons(Summary summary) {
    return summary.statusReasons().stream().map(Sentences::of).toList();
  }

  public static String of(ControlResult control) {
    boolean ratio = control.unit().equals(ControlResult.RATIO);
    String unit = ratio ? "" : " " + control.unit();
    String wanted = isDelay(control) ? ", expected " + decimal(control.expected()) + unit : "";
    return SafeText.brief(subject(control, ratio)) + ": " + interval(control.judgedBy()) + unit + wanted + ", "
        + outcome(control);
  }

  private static boolean isDelay(ControlResult control) {
    return !control.kind().equals(Control.AA) && !control.kind().equals(ControlResult.BOOT)
        && !Double.isNaN(control.expected());
  }

  private static String subject(ControlResult control, boolean ratio) {
    String group = group(Group.of(control.arm()));
    if (isDelay(control)) {
      double delay = control.expected();
      return (ratio ? decimal((delay - 1) * 100) + " %" : decimal(delay) + " ms") + " busy in " + group;
    }
    return switch (control.kind()) {
      case Control.AA -> "A/A of " + group;
      case ControlResult.BOOT -> "boot of " + control.arm().arm() + " in " + control.arm().fixture();
      default -> "control that this version does not know in " + group;
    };
  }

  private static String outcome(ControlResult control) {
    return switch (control.outcome()) {
      case HOLDS -> "holds";
      case FAILS -> "fails: " + whyNotHeld(control);
      case TOO_FEW_BLOCKS, HIDDEN_BY_NOISE -> "not judged: " + whyNotHeld(control);
    };
  }

  /** Empty if it held. */
  public static String whyNotHeld(ControlResult control) {
    return switch (control.outcome()) {
      case HOLDS -> "";
      case FAILS -> failure(control.kind());
      case TOO_FEW_BLOCKS -> "it needs at least " + HodgesLehmann.LEAST_VALUES + " blocks";
      case HIDDEN_BY_NOISE -> "the noise is larger than the delay";
    };
  }

  private static String failure(String kind) {
    return switch (kind) {
      case Control.AA -> "the same command differs from itself";
      case ControlResult.BOOT -> "it differs from the baseline's by more than " + percent(ControlResult.BOOT_TOLERANCE)
          + ", although the JVM's arguments are the same";
      default -> "a known delay is not measured correctly";
    };
  }

  public static String of(Doubt doubt) {
    if (doubt instanceof Doubt.NothingMeasured nothing) {
      return nothingMeasured(nothing);
    }
    if (doubt instanceof Doubt.NothingCompared) {
      return "nothing is compared: no fixture has valid launches of an arm and of its baseline";
    }
    if (doubt instanceof Doubt.NothingOfJmh jmh) {
      return "JMH gave no result: none of its " + Format.count(jmh.forks(), "planned fork", "planned forks") + " did";
    }
    if (doubt instanceof Doubt.ControlFailed failed) {
      return of(failed.control());
    }
    if (doubt instanceof Doubt.MachineFailed failed) {
      return "machine " + failed.machine() + " (" + Shard.words(failed.shards()) + ") fails a control of its own: "
          + of(failed.control()) + "; merge again without its shards";
    }
    if (doubt instanceof Doubt.OnePart part) {
      return "this is part " + part.shard().index() + " of " + part.shard().of() + ": "
          + Format.count(part.blocks(), "block", "blocks") + " of each fixture, of " + part.ofBlocks()
          + "; the parts give a result when they are merged";
    }
    if (doubt instanceof Doubt.ControlWithoutLaunches without) {
      return "the control " + name(without.control()) + " has no valid launch";
    }
    if (doubt instanceof Doubt.NoAa aa) {
      return "no A/A arm in " + Format.count(aa.groups(), "group", "groups") + "; the first is "
          + SafeText.brief(group(aa.first()));
    }
    if (doubt instanceof Doubt.Unjudged unjudged) {
      return unjudged.controls() + " of " + Format.count(unjudged.of(), "control", "controls")
          + " could not be judged: too few blocks for this noise";
    }
    if (doubt instanceof Doubt.CachesDiffer differ) {
      return of(differ.aa())
          + " only by its tolerance: two caches of the same command differ by this much, and so may those of any arm;"
          + " --caches makes several";
    }
    if (doubt instanceof Doubt.FewLaunches few) {
      return Format.count(few.arms(), "arm has", "arms have") + " fewer than " + few.enough()
          + " valid launches; the fewest is " + few.fewest() + ", of " + name(few.ofArm());
    }
    if (doubt instanceof Doubt.Disturbed disturbed) {
      return "steal or throttling was above its limit in " + disturbed.blocks() + " of "
          + Format.count(disturbed.of(), "valid block", "valid blocks");
    }
    return "no control was launched: the run did not check itself";
  }

  /** With its full reason: nothing else in the run is useful. */
  private static String nothingMeasured(Doubt.NothingMeasured nothing) {
    String launches = nothing.launches() == 0
        ? "no launch was made"
        : "none of " + Format.count(nothing.launches(), "launch", "launches") + " counts; " + nothing.invalid()
            + (nothing.invalid() == 1 ? " is" : " are") + " invalid";
    return launches + (nothing.reason() == null ? "" : "; first: " + nothing.reason());
  }

  public static String of(Warning warning) {
    if (warning instanceof Warning.Noted noted) {
      return noted.text();
    }
    if (warning instanceof Warning.Ended ended) {
      return "the run ended before its last block: " + RunFacts.ended(ended.stoppedBy());
    }
    if (warning instanceof Warning.InvalidLaunches invalid) {
      Launch first = invalid.first();
      return Format.count(invalid.launches(), "launch is", "launches are") + " invalid and not counted; first: "
          + first.arm() + " in " + first.fixture() + ", block " + first.block() + ": " + first.reason();
    }
    if (warning instanceof Warning.RetriedBlocks retried) {
      return Format.count(retried.blocks(), "block was", "blocks were")
          + " retried by rules that do not look at times; the reason for the first: "
          + SafeText.brief(retried.firstReason());
    }
    if (warning instanceof Warning.Outside outside) {
      return percent(outside.part()) + " of the blocks' time was spent outside launches; the limit is "
          + percent(outside.limit());
    }
    if (warning instanceof Warning.BeyondLimit beyond) {
      return in(beyond.blocks(), beyond.of()) + monitored(beyond.monitor(), percent(beyond.limit())) + ", up to "
          + percent(beyond.most());
    }
    if (warning instanceof Warning.OtherJvms jvms) {
      return in(jvms.blocks(), jvms.of()) + "JVMs outside the run were alive, up to " + jvms.most();
    }
    if (warning instanceof Warning.FewMachines few) {
      return "the run is of " + few.machines()
          + " machines: the intervals are for machines in general, and with fewer than " + Warning.ENOUGH_MACHINES
          + " they are very wide; for each machine's own ratios see Machines";
    }
    if (warning instanceof Warning.GovernorChanged governor) {
      return "the frequency governor changed during the run: "
          + SafeText.brief(String.join(", ", governor.governors()));
    }
    if (warning instanceof Warning.NoBaseline alone) {
      return "no ratio for " + fullName(alone.arm()) + ": it has no baseline with the same fixture, profile and JDK";
    }
    return "the run has not ended: it was killed, or it still runs";
  }

  private static String in(int blocks, int of) {
    return "in " + blocks + " of " + Format.count(of, "block ", "blocks ");
  }

  private static String monitored(Warning.Monitor monitor, String limit) {
    return switch (monitor) {
      case OTHERS -> "other processes used more than " + limit + " of the processors' time";
      case IO_PRESSURE -> "tasks waited for the disk for more than " + limit + " of the time";
      case MEMORY_PRESSURE -> "tasks waited for memory for more than " + limit + " of the time";
      case STEAL -> "the hypervisor gave more than " + limit + " of the processors' time to others";
      case THROTTLED -> "the container was not allowed to run for more than " + limit + " of the time";
    };
  }

  /** One sentence per difference, and one for all arms whose JVM arguments differ. */
  public static List<String> of(List<Difference> differences) {
    List<String> arms =
        differences.stream().filter(one -> one.subject() == Subject.COMMAND).map(Difference::of).distinct().toList();
    return differences.stream()
        .map(one -> one.subject() == Subject.COMMAND
            ? "the JVM arguments of " + Format.count(arms.size(), "arm", "arms") + " differ; first: "
                + SafeText.brief(arms.get(0))
            : one.words() + (one.isUnknown()
                ? " is unknown in both runs, and may differ"
                : " differs: " + text(one.first()) + " in the first run, " + text(one.second()) + " in the second"))
        .distinct()
        .toList();
  }

  private static String text(Object value) {
    if (value instanceof Jdk jdk) {
      return SafeText.brief(RunFacts.jdk(jdk));
    }
    if (value instanceof FixtureFacts fixture) {
      return text(fixture.sha256());
    }
    return value == null ? Format.MISSING : SafeText.brief(value.toString());
  }

  private static String interval(Estimate estimate) {
    // After a minus sign, a dash would look like another minus.
    return Quantity.withInterval(estimate, Sentences::decimal, estimate.low() < 0 ? " to " : "-");
  }

  private static String decimal(double value) {
    return Format.upTo(DECIMALS, value);
  }

  private static String percent(double part) {
    return Format.upTo(1, part * 100) + " %";
  }

  private static String group(Group group) {
    return group.fixture() + " (" + VerdictWords.joined(", ", group.builtConfiguration(), group.profile(), group.jdk())
        + ")";
  }

  private static String name(Arm arm) {
    return SafeText.brief(fullName(arm));
  }

  /** An arm's id is the same for every fixture. */
  private static String fullName(Arm arm) {
    return arm.arm() + " in " + arm.fixture();
  }
}
