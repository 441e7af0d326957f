package dev.coldstart.report.text;

import dev.coldstart.record.Arm.Control;
import dev.coldstart.record.Arm;
import dev.coldstart.record.Difference.Subject;
import dev.coldstart.record.Difference;
import dev.coldstart.record.Launch;
import dev.coldstart.record.Manifest.FixtureFacts;
import dev.coldstart.record.Manifest.Jdk;
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
      case FAILS -> "fails: " + failure(control.kind());
      case TOO_FEW_BLOCKS -> "not judged: " + HodgesLehmann.LEAST_VALUES + " blocks are the fewest that tell";
      case HIDDEN_BY_NOISE -> "not judged: the noise hides it";
    };
  }

  private static String failure(String kind) {
    return switch (kind) {
      case Control.AA -> "the same command twice differs";
      case ControlResult.BOOT -> "it differs from the baseline's by more than " + percent(ControlResult.BOOT_TOLERANCE)
          + ", and the JVM's arguments are the same";
      default -> "a known delay is not measured as it is";
    };
  }

  public static String of(Doubt doubt) {
    if (doubt instanceof Doubt.NothingMeasured nothing) {
      return nothingMeasured(nothing);
    }
    if (doubt instanceof Doubt.NothingCompared) {
      return "nothing is compared: in no fixture do launches count of an arm and of another to compare it with";
    }
    if (doubt instanceof Doubt.NothingOfJmh jmh) {
      return "JMH was to observe in " + Format.count(jmh.forks(), "fork", "forks") + ", and there is no result of any";
    }
    if (doubt instanceof Doubt.ControlFailed failed) {
      return of(failed.control());
    }
    if (doubt instanceof Doubt.ControlWithoutLaunches without) {
      return "the control " + name(without.control()) + " gave no launch that counts";
    }
    if (doubt instanceof Doubt.NoAa aa) {
      return "no A/A arm in " + aa.groups() + " of the groups compared; first: " + SafeText.brief(group(aa.first()));
    }
    if (doubt instanceof Doubt.Unjudged unjudged) {
      return "too few blocks for the noise to judge " + unjudged.controls() + " of "
          + Format.count(unjudged.of(), "control", "controls");
    }
    if (doubt instanceof Doubt.CachesDiffer differ) {
      return of(differ.aa())
          + " by its tolerance alone: two caches of one command differ so much, and any other arm's may;"
          + " --caches takes several";
    }
    if (doubt instanceof Doubt.FewLaunches few) {
      return "fewer than " + few.enough() + " launches count of " + Format.count(few.arms(), "arm", "arms")
          + ", down to " + few.fewest() + " of " + name(few.ofArm());
    }
    if (doubt instanceof Doubt.Disturbed disturbed) {
      return "steal or throttling was beyond its limit in " + disturbed.blocks() + " of "
          + Format.count(disturbed.of(), "block that counts", "blocks that count");
    }
    return "no control arm was launched: the run did not check the harness";
  }

  /** With its full reason: nothing else in the run is useful. */
  private static String nothingMeasured(Doubt.NothingMeasured nothing) {
    String launches = nothing.launches() == 0
        ? "no launch was made"
        : "of " + Format.count(nothing.launches(), "launch", "launches") + " none counts, and " + nothing.invalid()
            + (nothing.invalid() == 1 ? " is" : " are") + " invalid";
    return launches + (nothing.reason() == null ? "" : "; first: " + nothing.reason());
  }

  public static String of(Warning warning) {
    if (warning instanceof Warning.Noted noted) {
      return noted.text();
    }
    if (warning instanceof Warning.Ended ended) {
      return "the run ended before its last block: " + ended.stoppedBy();
    }
    if (warning instanceof Warning.InvalidLaunches invalid) {
      Launch first = invalid.first();
      return Format.count(invalid.launches(), "launch is", "launches are") + " invalid and not counted; first: "
          + first.arm() + " of " + first.fixture() + ", block " + first.block() + ": " + first.reason();
    }
    if (warning instanceof Warning.RetriedBlocks retried) {
      return Format.count(retried.blocks(), "block was", "blocks were")
          + " run again by rules that do not look at times; first: " + SafeText.brief(retried.firstReason());
    }
    if (warning instanceof Warning.Outside outside) {
      return "no child lived in " + percent(outside.part()) + " of the blocks' time, and the harness may take "
          + percent(outside.limit());
    }
    if (warning instanceof Warning.BeyondLimit beyond) {
      return in(beyond.blocks(), beyond.of()) + monitored(beyond.monitor(), percent(beyond.limit())) + ", up to "
          + percent(beyond.most());
    }
    if (warning instanceof Warning.OtherJvms jvms) {
      return in(jvms.blocks(), jvms.of()) + "JVMs outside the run were alive, up to " + jvms.most();
    }
    if (warning instanceof Warning.GovernorChanged governor) {
      return "the frequency governor changed during the run: "
          + SafeText.brief(String.join(", ", governor.governors()));
    }
    if (warning instanceof Warning.NoBaseline alone) {
      return "no baseline of the same fixture, profile and JDK, so no ratio: " + fullName(alone.arm());
    }
    return "the run has no end: it was killed, or is still going";
  }

  private static String in(int blocks, int of) {
    return "in " + blocks + " of " + Format.count(of, "block ", "blocks ");
  }

  private static String monitored(Warning.Monitor monitor, String limit) {
    return switch (monitor) {
      case OTHERS -> "processes outside the run used more than " + limit + " of the processors' time";
      case IO_PRESSURE -> "tasks waited for the disk for more than " + limit + " of the time";
      case MEMORY_PRESSURE -> "tasks waited for memory for more than " + limit + " of the time";
      case STEAL -> "the hypervisor gave to others more than " + limit + " of the processors' time";
      case THROTTLED -> "the container was not let run for more than " + limit + " of the time";
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
                ? " is not known of either run, and may differ"
                : " differs: " + text(one.first()) + ", then " + text(one.second())))
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
    return group.fixture() + " (" + group.profile() + ", " + group.jdk() + ")";
  }

  private static String name(Arm arm) {
    return SafeText.brief(fullName(arm));
  }

  /** An arm's id is the same for every fixture. */
  private static String fullName(Arm arm) {
    return arm.arm() + " of " + arm.fixture();
  }
}
