package dev.coldstart.report.run;

import dev.coldstart.record.Manifest;
import dev.coldstart.record.text.Format;
import dev.coldstart.record.text.ShellWords;
import dev.coldstart.report.text.Fact;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * How to make the same run again: the same commit, the same plan, and from the same seed the same order of launches.
 *
 * @param needs what the commands cannot bring
 * @param commands to be given in a checkout, in order
 */
public record Repetition(String needs, List<String> commands) {

  private static final String SEED = "--seed";

  public static Repetition of(Manifest manifest) {
    List<String> commands = new ArrayList<>();
    if (manifest.commit() != null) {
      commands.add(ShellWords.line(List.of("git", "checkout", manifest.commit())));
    }
    commands.add("mvn verify -DskipTests");
    commands.add(manifest.commandLine() == null ? Format.MISSING : run(manifest));
    return new Repetition(needs(manifest), List.copyOf(commands));
  }

  /** With the seed, which the command line has only where somebody chose it. */
  private static String run(Manifest manifest) {
    List<String> words = new ArrayList<>(List.of("scripts/coldstart"));
    words.addAll(manifest.commandLine());
    if (words.stream().noneMatch(word -> word.equals(SEED) || word.startsWith(SEED + "="))) {
      words.addAll(List.of(SEED, Long.toString(manifest.plan().seed())));
    }
    return ShellWords.line(words);
  }

  private static String needs(Manifest manifest) {
    String jdks = manifest.jdks().stream().map(Repetition::jdk).collect(Collectors.joining(", "));
    String installed = jdks.isEmpty() ? "" : "Installed must be " + jdks + ". ";
    if (manifest.commit() == null) {
      return installed + "It was not run from a checkout, so no commit is known.";
    }
    return Boolean.TRUE.equals(manifest.clean())
        ? installed + "What it ran is what the commit holds."
        : installed + "The checkout had changes that the commit does not hold: the same commit may give another run.";
  }

  private static String jdk(Manifest.Jdk jdk) {
    return Fact.of("", jdk.vendor()).value() + " " + Fact.of("", jdk.version()).value();
  }
}
