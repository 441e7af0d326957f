package dev.coldstart.record;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** Reads the folder of JMH's own JSON files, one a fork, and puts the forks of one benchmark together. */
final class JmhFiles {

  private JmhFiles() {}

  static List<JmhResult> read(Path folder, List<String> warnings) {
    List<JmhResult> forks = new ArrayList<>();
    for (Path file : files(folder)) {
      JsonNode results = parse(file, warnings);
      for (int i = 0; i < results.size(); i++) {
        forks.add(new JmhEntry(file + ": result " + i, results.get(i)).result());
      }
    }
    return JmhForks.merge(forks);
  }

  /** By name, so that what is made of them never depends on the file system's order. */
  private static List<Path> files(Path folder) {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> entries = Files.list(folder)) {
      return entries.filter(file -> file.getFileName().toString().endsWith(".json")).sorted().toList();
    } catch (IOException e) {
      throw new RunFormatException(folder + " cannot be read: " + e, e);
    }
  }

  private static JsonNode parse(Path file, List<String> warnings) {
    JsonNode results;
    try {
      results = RunJson.MAPPER.readTree(file);
    } catch (JacksonException e) {
      // JMH writes the whole file when its fork has ended: one that is cut off is a fork that was killed.
      warnings.add("jmh/" + file.getFileName() + " is not whole and is set aside: its fork was killed");
      return RunJson.MAPPER.createArrayNode();
    }
    if (!results.isArray()) {
      throw new RunFormatException(file + " is not JMH's JSON: it must be an array of results");
    }
    return results;
  }
}
