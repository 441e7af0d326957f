package dev.coldstart.launcher.launch;

import dev.coldstart.record.text.SafeText;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;

/**
 * What a child must say of itself, so that what was measured is what was meant: a JVM its home and its class path,
 * another program its script.
 */
record Proof(List<Fact> facts) {

  private static final int MOST_CHARACTERS_SHOWN = 600;

  /**
   * @param what it is, in words
   * @param said what the child reports of it; null where it reports nothing
   */
  private record Fact(String what, Function<Reported, String> said, String expected) {

    Optional<String> missedBy(Reported reported) {
      String found = said.apply(reported);
      if (Objects.equals(expected, found)) {
        return Optional.empty();
      }
      return Optional.of(found == null
          ? "reports no " + what
          : "foreign " + what + ": " + SafeText.start(found, MOST_CHARACTERS_SHOWN));
    }
  }

  static Proof of(ChildCommand child) {
    return child.arm().configuration().program().isPresent()
        ? ofScript(child.arm().configuration().script().toString())
        : ofJvm(child.jvm().toString(), child.classPath());
  }

  static Proof ofJvm(String home, String classPath) {
    Fact jvm = new Fact("JVM", reported -> reported.values().get("javaHome"), home);
    return new Proof(List.of(jvm, new Fact("class path", Reported::classPath, classPath)));
  }

  static Proof ofScript(String script) {
    return new Proof(List.of(new Fact("script", reported -> reported.values().get("script"), script)));
  }

  /** What the child ran in its place; empty when it ran what it was to run. */
  Optional<String> missedBy(Reported reported) {
    return facts.stream().map(fact -> fact.missedBy(reported)).flatMap(Optional::stream).findFirst();
  }
}
