package dev.coldstart.launcher.catalog;

import dev.coldstart.launcher.UserError;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Reads what describes runtimes, profiles and levers. An unknown key is an error, for it is a misspelt one. */
final class DescriptionFiles {

  private static final String JSON_ENDING = ".json";
  private static final JsonMapper JSON =
      JsonMapper.builder().enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES).build();

  private DescriptionFiles() {}

  static List<Path> jsonFiles(Path folder) {
    return entries(folder).stream().filter(file -> file.toString().endsWith(JSON_ENDING)).toList();
  }

  static String id(Path file) {
    String name = file.getFileName().toString();
    return name.substring(0, name.length() - JSON_ENDING.length());
  }

  static List<Path> entries(Path folder) {
    try (Stream<Path> entries = Files.list(folder)) {
      return entries.sorted().toList();
    } catch (IOException e) {
      throw new UserError("cannot be read: " + folder + " (" + e.getMessage() + ")", e);
    }
  }

  static <T> T read(Path file, Class<T> type) {
    try {
      return JSON.readValue(file, type);
    } catch (JacksonException e) {
      throw new UserError(file + ": " + e.getOriginalMessage(), e);
    }
  }

  static void required(Path file, String key, Object value) {
    if (value == null) {
      throw new UserError(file + ": lacks \"" + key + "\"");
    }
  }
}
