package dev.coldstart.launcher.launch;

import dev.coldstart.launcher.catalog.Configuration;
import java.util.Optional;
import java.util.function.Function;

/**
 * What a child must say of itself, so that what was measured is what was meant: a JVM its class path, another program its
 * script.
 *
 * @param what it is, in words
 * @param said what the child reports of it; null where it reports nothing
 */
record Proof(String what, Function<Reported, String> said, String expected) {

  private static final int MOST_CHARACTERS_SHOWN = 600;

  static Proof of(Configuration configuration) {
    return configuration.program().isPresent()
        ? ofScript(configuration.script().toString())
        : ofClassPath(ChildCommand.classPath(configuration));
  }

  static Proof ofClassPath(String classPath) {
    return new Proof("class path", Reported::classPath, classPath);
  }

  static Proof ofScript(String script) {
    return new Proof("script", reported -> reported.values().get("script"), script);
  }

  /** What the child ran in its place; empty when it ran what it was to run. */
  Optional<String> missedBy(Reported reported) {
    String found = said.apply(reported);
    if (expected.equals(found)) {
      return Optional.empty();
    }
    return Optional.of(found == null ? "reports no " + what : "foreign " + what + ": " + Shown.of(found, MOST_CHARACTERS_SHOWN));
  }
}
