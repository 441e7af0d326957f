package dev.coldstart.report.text;

import dev.coldstart.record.Arm;
import dev.coldstart.record.Manifest;
import dev.coldstart.record.text.Format;
import dev.coldstart.report.text.ArmName.Mark;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;

/** Names arms as briefly as possible, but distinctly. */
public final class ArmNames {

  /** The compared arms. The controls need no distinction. */
  private final List<Arm> arms;

  private final Map<String, Mark> marks = new LinkedHashMap<>();
  private final boolean severalProfiles;
  private final boolean severalJdks;

  public ArmNames(Manifest manifest) {
    this(manifest.arms().stream().filter(arm -> !arm.isControl()).toList());
  }

  /** @param arms without controls */
  public ArmNames(List<Arm> arms) {
    this.arms = arms;
    // The runtimes of the baselines first, because all others are compared with them; then in the manifest's order.
    arms.stream().filter(Arm::baseline).map(Arm::runtime).forEach(this::mark);
    arms.stream().map(Arm::runtime).forEach(this::mark);
    this.severalProfiles = arms.stream().map(Arm::profile).distinct().count() > 1;
    this.severalJdks = arms.stream().map(Arm::jdk).distinct().count() > 1;
  }

  public ArmName of(Arm arm) {
    String label = arm.isControl() ? label(arm) + ", " + delay(arm.control()) : label(arm);
    return new ArmName(mark(arm.runtime()), label, besideOthers(arm) + group(arm), dash(arm, Arm::arm));
  }

  Mark mark(String runtime) {
    return marks.computeIfAbsent(runtime, id -> new Mark(marks.size()));
  }

  /** Profile and JDK, each only if the run has several; may be empty. */
  public String group(Arm arm) {
    return VerdictWords.joined(" · ", severalProfiles ? arm.profile() : "", severalJdks ? arm.jdk() : "");
  }

  /** Profile and JDK do not affect a child that is not a JVM: it is measured next to the arms that they affect. */
  private String besideOthers(Arm arm) {
    return arm.isJvm() || group(arm).isEmpty() ? "" : "beside ";
  }

  /** Another arm as named in an arm's own row: by its profile and JDK alone if it has the same configuration. */
  public String inRowOf(Arm arm, Arm other) {
    boolean same = arm.configuration().equals(other.configuration()) && !group(other).isEmpty();
    return same ? group(other) : of(other).inSentence();
  }

  /** The index among those of its runtime, in the manifest's order: the same in all drawings. */
  private int dash(Arm arm, Function<Arm, String> id) {
    List<String> ids = arms.stream().filter(other -> other.runtime().equals(arm.runtime())).map(id).distinct().toList();
    return Math.max(0, ids.indexOf(id.apply(arm)));
  }

  /** A configuration without profile and JDK, as JMH measures it. */
  public ArmName ofConfiguration(String configuration) {
    return arms.stream()
        .filter(arm -> arm.configuration().equals(configuration))
        .findFirst()
        .map(arm -> new ArmName(mark(arm.runtime()), label(arm), "", dash(arm, Arm::configuration)))
        .orElseGet(() -> new ArmName(mark(configuration), configuration, "", 0));
  }

  /** Every runtime, in the page's order. */
  public List<ArmName> runtimes() {
    return arms.stream()
        .map(arm -> new ArmName(mark(arm.runtime()), arm.runtimeLabel(), "", 0))
        .distinct()
        .sorted(Comparator.comparingInt(name -> name.mark().place()))
        .toList();
  }

  /** Adds the runtime's name unless the configuration's label already begins with it. */
  private static String label(Arm arm) {
    boolean saysRuntime = arm.label().toLowerCase(Locale.ROOT).startsWith(arm.runtimeLabel().toLowerCase(Locale.ROOT));
    return saysRuntime ? arm.label() : arm.runtimeLabel() + ", " + arm.label();
  }

  /** How a control differs from the baseline that it repeats. */
  private static String delay(Arm.Control control) {
    if (control.busyNs() != null) {
      return "busy for " + Quantity.time(control.busyNs()) + " more";
    }
    return control.busyPermille() != null
        ? "busy for " + Format.percent(control.busyPermille() / 1e3) + " more"
        : "a second time";
  }

  /** In a sentence, what all arms have in common and their names leave out; empty if there is nothing. */
  public String sharedSentence() {
    String shared = shared();
    return shared.isEmpty() ? "" : (areAllJvms() ? "All arms: " : "All arms in a JVM: ") + shared + ".";
  }

  /** Whether no arm is another program, which has neither profile nor JDK. */
  public boolean areAllJvms() {
    return arms.stream().allMatch(Arm::isJvm);
  }

  /** The part that all arms have in common, which their names leave out; empty if there is none. */
  public String shared() {
    return arms.stream()
        .findFirst()
        .map(arm -> VerdictWords.joined(", ", severalProfiles ? "" : "profile " + arm.profile(),
            severalJdks ? "" : arm.jdk()))
        .orElse("");
  }
}
