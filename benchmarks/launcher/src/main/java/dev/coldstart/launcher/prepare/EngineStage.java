package dev.coldstart.launcher.prepare;

import dev.coldstart.launcher.catalog.Configuration;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A staged class path with other jars of an engine.
 *
 * @param configuration the one whose class path is copied
 * @param folder for the copy
 */
record EngineStage(Configuration configuration, Path folder) {

  private static final String CLASS_PATH = "classpath";
  private static final Path LIBRARIES = Path.of("lib");
  private static final Path WASI = Path.of("wasi");

  /**
   * Copies the class path with these jars in place of those of the same artifact. A copy that is there already is kept:
   * a run may be using it.
   *
   * @param jars by the names of their artifacts
   * @param all whether those that replace none are added at the end
   */
  void fill(Map<String, Path> jars, boolean all) throws IOException {
    Map<Path, Path> files = files(jars, all);
    if (isThere(files)) {
      return;
    }
    if (Files.exists(folder)) {
      Folders.delete(folder);
    }
    for (Map.Entry<Path, Path> file : files.entrySet()) {
      Path copy = folder.resolve(file.getKey());
      Files.createDirectories(copy.getParent());
      // With its time, on which the key of a cache depends.
      Files.copy(file.getValue(), copy, StandardCopyOption.COPY_ATTRIBUTES);
    }
    // Written last: without it, the copy is not whole.
    Files.writeString(folder.resolve(CLASS_PATH), classPath(files) + "\n");
  }

  /** What the copy consists of: sources by their paths in it, in the order of the class path. */
  private Map<Path, Path> files(Map<String, Path> jars, boolean all) throws IOException {
    Map<Path, Path> files = new LinkedHashMap<>();
    Set<String> taken = new TreeSet<>();
    for (Path jar : configuration.classPath()) {
      boolean isOwn = jar.getParent().equals(configuration.stage());
      Path source = isOwn ? jar : replaced(jar, jars, taken);
      files.put(isOwn ? source.getFileName() : LIBRARIES.resolve(source.getFileName()), source);
    }
    for (Path jar : wasi()) {
      Path source = replaced(jar, jars, taken);
      files.put(WASI.resolve(source.getFileName()), source);
    }
    if (all) {
      jars.forEach((artifact, source) -> {
        if (!taken.contains(artifact)) {
          files.put(LIBRARIES.resolve(source.getFileName()), source);
        }
      });
    }
    return files;
  }

  private List<Path> wasi() throws IOException {
    Path from = configuration.stage().resolve(WASI);
    if (!Files.isDirectory(from)) {
      return List.of();
    }
    try (Stream<Path> jars = Files.list(from)) {
      return jars.sorted().toList();
    }
  }

  private static Path replaced(Path jar, Map<String, Path> jars, Set<String> taken) {
    String artifact = EngineBuilds.artifact(jar).orElse("");
    if (!jars.containsKey(artifact)) {
      return jar;
    }
    taken.add(artifact);
    return jars.get(artifact);
  }

  private static String classPath(Map<Path, Path> files) {
    return files.keySet()
        .stream()
        .filter(file -> file.startsWith(LIBRARIES))
        .map(Path::toString)
        .collect(Collectors.joining(":"));
  }

  private boolean isThere(Map<Path, Path> files) throws IOException {
    Path list = folder.resolve(CLASS_PATH);
    if (!Files.exists(list) || !Files.readString(list).strip().equals(classPath(files))) {
      return false;
    }
    List<Path> differing = new ArrayList<>();
    for (Map.Entry<Path, Path> file : files.entrySet()) {
      Path copy = folder.resolve(file.getKey());
      if (!Files.exists(copy) || Files.size(copy) != Files.size(file.getValue())
          || !Files.getLastModifiedTime(copy).equals(Files.getLastModifiedTime(file.getValue()))) {
        differing.add(copy);
      }
    }
    return differing.isEmpty();
  }
}
