package dev.coldstart.command;

import dev.coldstart.launcher.UserError;
import java.util.Set;
import java.util.stream.Collectors;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** Checks the options used with {@code --resume}: a resumed run or tuning keeps its own plan. */
final class ResumeAlone {

  static final String RESUME = "--resume";

  private ResumeAlone() {}

  /**
   * @param allowed options that may be combined with {@code --resume}
   * @param why the reason against all others, for the message
   * @throws UserError if there is another option
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
      throw new UserError(others + " cannot go with " + RESUME + ": " + why);
    }
  }
}
