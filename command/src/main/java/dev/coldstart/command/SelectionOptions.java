package dev.coldstart.command;

import dev.coldstart.launcher.plan.Controls;
import dev.coldstart.launcher.plan.Selection;
import java.util.List;
import picocli.CommandLine.Option;

/** Which arms a run measures. */
final class SelectionOptions {

  @Option(names = "--fixture", split = ",", hideParamSyntax = true, paramLabel = "<ids>",
      description = "only these fixtures (all)")
  private List<String> fixtures = List.of();

  @Option(names = "--runtime", split = ",", hideParamSyntax = true, paramLabel = "<ids>",
      description = "only these runtimes, and the baseline (all)")
  private List<String> runtimes = List.of();

  @Option(names = "--arm", split = ",", hideParamSyntax = true, paramLabel = "<ids>",
      description = "only these configurations or arms, and the baseline (all)")
  private List<String> arms = List.of();

  @Option(names = "--profile", split = ",", hideParamSyntax = true, paramLabel = "<ids>",
      description = "JVM settings; options follow after plus signs: aot-cache+heap-16m (default)")
  private List<String> profiles = List.of();

  @Option(names = "--jvm-arg", paramLabel = "<argument>",
      description = "one more argument for every launched JVM: --jvm-arg=-Xss512k; may be repeated")
  private List<String> jvmArgs = List.of();

  @Option(names = "--jdk", split = ",", hideParamSyntax = true, paramLabel = "<jdks>",
      description = "feature versions, versions such as 25.0.3, or homes (the newest installed)")
  private List<String> jdks = List.of();

  Selection selection() {
    List<String> asked = profiles.isEmpty() && !jvmArgs.isEmpty() ? List.of(Selection.DEFAULT_PROFILE) : profiles;
    String more = jvmArgs.isEmpty() ? "" : "+" + String.join("+", jvmArgs);
    return new Selection(fixtures, runtimes, arms, asked.stream().map(profile -> profile + more).toList(), jdks,
        Controls.STANDARD);
  }
}
