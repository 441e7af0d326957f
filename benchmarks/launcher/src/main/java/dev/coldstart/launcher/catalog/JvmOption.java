package dev.coldstart.launcher.catalog;

import dev.coldstart.launcher.UserError;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A JVM option that can be added to a profile.
 *
 * @param group the setting that it changes; a profile takes at most one JVM option of each group
 * @param jvmArgs the arguments for launches, and for the run that makes the profile's cache
 * @param jlink options of jlink if the JVM is to be an image of the modules that the class path needs; else empty
 * @param requires the requirements for running it
 */
public record JvmOption(String id, String label, String group, JvmArgs jvmArgs, Optional<JvmArgs> jlink,
    Requirements requires) {

  private static final Pattern ARGUMENT = Pattern.compile("-(XX:\\+)?[A-Za-z0-9:=.,_%-]+");

  /**
   * A JVM argument that no file describes, which is its own name.
   *
   * @throws UserError if it cannot be part of a profile's name
   */
  static JvmOption ofArgument(String argument) {
    if (!ARGUMENT.matcher(argument).matches()) {
      throw new UserError("the JVM argument \"" + argument + "\" does not begin with -, or has a character other than"
          + " letters, digits and - : = . , _ %; describe it in a file instead, see benchmarks/jvm-options/README.md");
    }
    return new JvmOption(argument, argument, argument, JvmArgs.of(Map.of(0, List.of(argument))), Optional.empty(),
        Requirements.NONE);
  }

  /** Whether it changes a launch on that JDK. */
  boolean setsSomethingOn(Jdk jdk) {
    return jlink.isPresent() || !jvmArgs.on(jdk).isEmpty();
  }
}
