package dev.coldstart.launcher.child;

import dev.coldstart.child.ChildReport;
import dev.coldstart.launcher.prepare.ChildCommand;
import dev.coldstart.record.text.SafeText;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;

/**
 * What a child must say of itself, so that what was measured is what was meant: a JVM its home and its class path,
 * another program its script.
 */
record IdentityCheck(List<Fact> facts) {

  private static final int MOST_CHARACTERS_SHOWN = 600;

  /**
   * @param what it is, in words
   * @param said what the child reports of it; null where it reports nothing
   */
  private record Fact(String what, Function<ParsedChildReport, String> said, String expected) {

    Optional<String> missedBy(ParsedChildReport report) {
      String found = said.apply(report);
      if (Objects.equals(expected, found)) {
        return Optional.empty();
      }
      return Optional.of(found == null
          ? "reports no " + what
          : "foreign " + what + ": " + SafeText.start(found, MOST_CHARACTERS_SHOWN));
    }
  }

  static IdentityCheck of(ChildCommand child) {
    return child.arm().configuration().program().isPresent()
        ? ofScript(child.arm().configuration().script().toString())
        : ofJvm(child.jvm().toString(), child.classPath());
  }

  static IdentityCheck ofJvm(String home, String classPath) {
    Fact jvm = new Fact("JVM", report -> report.text(ChildReport.JAVA_HOME), home);
    return new IdentityCheck(
        List.of(jvm, new Fact("class path", report -> report.text(ChildReport.CLASS_PATH), classPath)));
  }

  static IdentityCheck ofScript(String script) {
    return new IdentityCheck(List.of(new Fact("script", report -> report.text(ChildReport.SCRIPT), script)));
  }

  /** What the child ran in its place; empty when it ran what it was to run. */
  Optional<String> missedBy(ParsedChildReport report) {
    return facts.stream().map(fact -> fact.missedBy(report)).flatMap(Optional::stream).findFirst();
  }
}
