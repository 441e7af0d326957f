package dev.coldstart.launcher.catalog;

import dev.coldstart.launcher.UserError;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** What a lever's file may hold; null where it does not. */
record LeverFile(String label, String group, Map<Integer, List<String>> jvmArgs, Map<Integer, List<String>> jlink,
    Requirements requires) {

  private static final Pattern ID = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");

  /** @throws UserError when it is no lever */
  Lever lever(Path file, String id) {
    DescriptionFiles.required(file, "label", label);
    DescriptionFiles.required(file, "group", group);
    if (jvmArgs == null && jlink == null) {
      throw new UserError(file + ": lacks \"jvmArgs\" or \"jlink\"");
    }
    if (!ID.matcher(id).matches()) {
      throw new UserError(
          file + ": a lever's name stands in those of profiles; use small letters, digits and dashes alone");
    }
    return new Lever(id, label, group, JvmArgs.of(jvmArgs), Optional.ofNullable(jlink).map(JvmArgs::of),
        requires == null ? Requirements.NONE : requires);
  }
}
