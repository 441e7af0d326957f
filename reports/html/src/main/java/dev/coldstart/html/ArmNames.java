package dev.coldstart.html;

import dev.coldstart.results.Arm;
import dev.coldstart.results.Manifest;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Names arms, and says no more than tells them apart. */
final class ArmNames {

  private final Manifest manifest;
  private final RuntimeMarks marks;
  private final boolean severalProfiles;
  private final boolean severalJdks;

  ArmNames(Manifest manifest) {
    this.manifest = manifest;
    this.marks = new RuntimeMarks(manifest.arms());
    this.severalProfiles = manifest.arms().stream().map(Arm::profile).distinct().count() > 1;
    this.severalJdks = manifest.arms().stream().map(Arm::jdk).distinct().count() > 1;
  }

  ArmName of(Arm arm) {
    List<String> variant = new ArrayList<>();
    if (severalProfiles) {
      variant.add(arm.profile());
    }
    if (severalJdks) {
      variant.add(arm.jdk());
    }
    return new ArmName(marks.of(arm.runtime()), label(arm), String.join(" · ", variant));
  }

  /** A configuration on its own, as JMH measures it: without profile and JDK. */
  ArmName ofConfiguration(String configuration) {
    return manifest.arms().stream()
        .filter(arm -> arm.configuration().equals(configuration))
        .findFirst()
        .map(arm -> new ArmName(marks.of(arm.runtime()), label(arm), ""))
        .orElseGet(() -> new ArmName(marks.of(configuration), configuration, ""));
  }

  /** Whether the configuration's words repeat the runtime's name is the description's choice. */
  private static String label(Arm arm) {
    boolean saysRuntime = arm.label().toLowerCase(Locale.ROOT).startsWith(arm.runtimeLabel().toLowerCase(Locale.ROOT));
    return saysRuntime ? arm.label() : arm.runtimeLabel() + ", " + arm.label();
  }

  /** What all arms have in common and their names therefore leave out; empty when that is nothing. */
  String shared() {
    List<String> shared = new ArrayList<>();
    if (!severalProfiles) {
      manifest.arms().stream().limit(1).forEach(arm -> shared.add("profile " + arm.profile()));
    }
    if (!severalJdks) {
      manifest.arms().stream().limit(1).forEach(arm -> shared.add(arm.jdk()));
    }
    return String.join(", ", shared);
  }
}
