package dev.coldstart.command;

import dev.coldstart.launcher.UserError;
import java.util.Set;
import java.util.stream.Collectors;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** Refuses options that {@code --resume} cannot take: an interrupted run has a plan of its own. */
final class ResumeAlone {

  static final String RESUME = "--resume";

  private ResumeAlone() {}

  /**
   * @param allowed options that may be given with it
   * @param why the others may not
   * @throws UserError if another one was given
   */
  static void check(CommandSpec spec, Set<String> allowed, String why) {
    String others = spec.commandLine()
        .getParseResult()
        .matchedOptions()
        .stream()
        .map(OptionSpec::longestName)
        .filter(name -> !name.equals(RESUME) && !allowed.contains(name))
        .distinct()
        .collect(Collectors.joining(", "));
    if (!others.isEmpty()) {
      throw new UserError(others + " cannot be given with " + RESUME + ": " + why
          + (allowed.isEmpty() ? "" : "; only " + String.join(" and ", allowed.stream().sorted().toList()) + " can"));
    }
  }
}
