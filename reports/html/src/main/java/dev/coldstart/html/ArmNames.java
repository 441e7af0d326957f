package dev.coldstart.html;

import dev.coldstart.results.Arm;
import dev.coldstart.results.Manifest;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** Names arms, and says no more than tells them apart. */
final class ArmNames {

  /** Those compared: what only a control needs tells them apart from nothing. */
  private final List<Arm> arms;

  private final RuntimeMarks marks;
  private final boolean severalProfiles;
  private final boolean severalJdks;

  ArmNames(Manifest manifest) {
    this.arms = manifest.arms().stream().filter(arm -> !arm.isControl()).toList();
    this.marks = new RuntimeMarks(arms);
    this.severalProfiles = arms.stream().map(Arm::profile).distinct().count() > 1;
    this.severalJdks = arms.stream().map(Arm::jdk).distinct().count() > 1;
  }

  ArmName of(Arm arm) {
    List<String> variant = new ArrayList<>();
    if (severalProfiles) {
      variant.add(arm.profile());
    }
    if (severalJdks) {
      variant.add(arm.jdk());
    }
    String label = arm.isControl() ? label(arm) + ", " + delay(arm.control()) : label(arm);
    return new ArmName(marks.of(arm.runtime()), label, String.join(" · ", variant));
  }

  /** A configuration on its own, as JMH measures it: without profile and JDK. */
  ArmName ofConfiguration(String configuration) {
    return arms.stream()
        .filter(arm -> arm.configuration().equals(configuration))
        .findFirst()
        .map(arm -> new ArmName(marks.of(arm.runtime()), label(arm), ""))
        .orElseGet(() -> new ArmName(marks.of(configuration), configuration, ""));
  }

  /** Every runtime, in the page's order. */
  List<ArmName> runtimes() {
    return arms.stream()
        .map(arm -> new ArmName(marks.of(arm.runtime()), arm.runtimeLabel(), ""))
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
      return "busy for " + Numbers.time(control.busyNs()) + " more";
    }
    return control.busyPermille() != null
        ? "busy for " + Numbers.percent(control.busyPermille() / 1e3) + " more"
        : "a second time";
  }

  /** What all arms have in common and their names therefore leave out; empty when that is nothing. */
  String shared() {
    List<String> shared = new ArrayList<>();
    if (!severalProfiles) {
      arms.stream().limit(1).forEach(arm -> shared.add("profile " + arm.profile()));
    }
    if (!severalJdks) {
      arms.stream().limit(1).forEach(arm -> shared.add(arm.jdk()));
    }
    return String.join(", ", shared);
  }
}
