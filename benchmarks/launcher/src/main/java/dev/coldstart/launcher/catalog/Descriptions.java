package dev.coldstart.launcher.catalog;

import static dev.coldstart.launcher.catalog.DescriptionFiles.id;
import static dev.coldstart.launcher.catalog.DescriptionFiles.jsonFiles;
import static dev.coldstart.launcher.catalog.DescriptionFiles.read;
import static dev.coldstart.launcher.catalog.DescriptionFiles.required;

import dev.coldstart.launcher.UserError;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Finds profiles and levers by the files that describe them. */
final class Descriptions {

  private record ProfileFile(String label, List<String> settles, Map<Integer, List<String>> jvmArgs,
      Requirements requires, CacheFile cache) {}

  private record CacheFile(String label, String ending, Map<Integer, List<String>> training) {}

  private Descriptions() {}

  /** The profiles under a folder, by id, which is the file's name. */
  static List<Profile> profiles(Path folder) {
    return jsonFiles(folder).stream().map(Descriptions::profile).toList();
  }

  private static Profile profile(Path file) {
    ProfileFile description = read(file, ProfileFile.class);
    required(file, "label", description.label());
    CacheFile cache = description.cache();
    if (cache != null) {
      required(file, "cache.label", cache.label());
      required(file, "cache.ending", cache.ending());
      required(file, "cache.training", cache.training());
    }
    return new Profile(id(file), description.label(), JvmArgs.of(description.jvmArgs()),
        description.requires() == null ? Requirements.NONE : description.requires(),
        Optional.ofNullable(cache).map(c -> new Profile.Cache(c.label(), c.ending(), JvmArgs.of(c.training()))),
        description.settles() == null ? List.of() : description.settles());
  }

  /** The levers under a folder, by id, which is the file's name. */
  static List<Lever> levers(Path folder) {
    return jsonFiles(folder).stream().map(file -> read(file, LeverFile.class).lever(file, id(file))).toList();
  }

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
}
