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

/** Names arms, and says no more than tells them apart. */
public final class ArmNames {

  /** Those compared: what only a control needs tells them apart from nothing. */
  private final List<Arm> arms;

  private final Map<String, Mark> marks = new LinkedHashMap<>();
  private final boolean severalProfiles;
  private final boolean severalJdks;

  public ArmNames(Manifest manifest) {
    this(manifest.arms().stream().filter(arm -> !arm.isControl()).toList());
  }

  ArmNames(List<Arm> arms) {
    this.arms = arms;
    // The baselines' runtimes first, for they are what all others are read against; then as the manifest has them.
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

  /** Profile and JDK, as far as the run has several; else empty. */
  public String group(Arm arm) {
    return VerdictWords.joined(" · ", severalProfiles ? arm.profile() : "", severalJdks ? arm.jdk() : "");
  }

  /** Profile and JDK do not touch a child that is no JVM: it is measured beside the arms that they touch. */
  private String besideOthers(Arm arm) {
    return arm.isJvm() || group(arm).isEmpty() ? "" : "beside ";
  }

  /** Another arm as an arm's own row names it: one of the same configuration by its profile and JDK alone. */
  public String inRowOf(Arm arm, Arm other) {
    boolean same = arm.configuration().equals(other.configuration()) && !group(other).isEmpty();
    return same ? group(other) : of(other).text();
  }

  /** The place among those of its runtime, in the manifest's order: the same in all drawings, whatever is in them. */
  private int dash(Arm arm, Function<Arm, String> id) {
    List<String> ids = arms.stream().filter(other -> other.runtime().equals(arm.runtime())).map(id).distinct().toList();
    return Math.max(0, ids.indexOf(id.apply(arm)));
  }

  /** A configuration on its own, as JMH measures it: without profile and JDK. */
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

  /** Whether the configuration's words repeat the runtime's name is the description's choice. */
  private static String label(Arm arm) {
    boolean saysRuntime = arm.label().toLowerCase(Locale.ROOT).startsWith(arm.runtimeLabel().toLowerCase(Locale.ROOT));
    return saysRuntime ? arm.label() : arm.runtimeLabel() + ", " + arm.label();
  }

  /** How a control differs from the baseline that it is. */
  private static String delay(Arm.Control control) {
    if (control.busyNs() != null) {
      return "busy for " + Quantity.time(control.busyNs()) + " more";
    }
    return control.busyPermille() != null
        ? "busy for " + Format.percent(control.busyPermille() / 1e3) + " more"
        : "a second time";
  }

  /** What all arms have in common and their names therefore leave out; empty when that is nothing. */
  public String shared() {
    return arms.stream()
        .findFirst()
        .map(arm -> VerdictWords.joined(", ", severalProfiles ? "" : "profile " + arm.profile(),
            severalJdks ? "" : arm.jdk()))
        .orElse("");
  }
}
