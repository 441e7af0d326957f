package dev.coldstart.launcher.prepare;

import dev.coldstart.fixtures.Fixture;
import dev.coldstart.launcher.catalog.Configuration;
import dev.coldstart.launcher.machine.Folders;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A staged class path with other jars of an engine. It lies in a folder whose name has a digest of its content, and
 * never changes: a run that uses it may be going on, and a run that is resumed must not find another build there.
 *
 * @param configuration the one whose class path is copied
 * @param name of the build
 * @param folder the parent folder for the copy
 */
record EngineStage(Configuration configuration, String name, Path folder) {

  private static final String CLASS_PATH = "classpath";
  private static final Path LIBRARIES = Path.of("lib");
  private static final Path WASI = Path.of("wasi");
  private static final int DIGEST_CHARACTERS = 12;

  /** The jars of this project, which belong to no engine. */
  private static final String OWN = "coldstart-";

  /**
   * Copies the class path with these jars in place of those of the same artifact.
   *
   * @param jars by the names of their artifacts
   * @param whole whether they are all that the engine needs: staged ones of the engine that none of them replaces are
   * left out, and those that replace none are added at the end
   * @return the copy
   */
  Path filled(Map<String, Path> jars, boolean whole) throws IOException {
    Map<Path, Path> files = files(jars, whole);
    Path place = folder.resolve(name + "-" + digest(files));
    if (Files.exists(place)) {
      return place;
    }
    Path made = Files.createTempDirectory(Files.createDirectories(folder), "making-");
    for (Map.Entry<Path, Path> file : files.entrySet()) {
      Path copy = made.resolve(file.getKey());
      Files.createDirectories(copy.getParent());
      // With its time, on which the key of a cache depends.
      Files.copy(file.getValue(), copy, StandardCopyOption.COPY_ATTRIBUTES);
    }
    Files.writeString(made.resolve(CLASS_PATH), classPath(files) + "\n");
    try {
      return Files.move(made, place, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      if (Files.exists(place)) {
        // Another process has made the same meanwhile.
        Folders.delete(made);
        return place;
      }
      throw e;
    }
  }

  /** What the copy consists of: sources by their paths in it, in the order of the class path. */
  private Map<Path, Path> files(Map<String, Path> jars, boolean whole) throws IOException {
    Map<Path, Path> files = new LinkedHashMap<>();
    Set<String> taken = new TreeSet<>();
    for (Path jar : configuration.classPath()) {
      if (jar.getParent().equals(configuration.stage())) {
        files.put(jar.getFileName(), jar);
      } else {
        put(jar, LIBRARIES, jars, whole, taken, files);
      }
    }
    for (Path jar : wasi()) {
      put(jar, WASI, jars, whole, taken, files);
    }
    if (whole) {
      jars.forEach((artifact, source) -> {
        if (!taken.contains(artifact)) {
          files.put(LIBRARIES.resolve(source.getFileName()), source);
        }
      });
    }
    return files;
  }

  private static void put(Path jar, Path into, Map<String, Path> jars, boolean whole, Set<String> taken,
      Map<Path, Path> files) {
    String artifact = EngineBuilds.artifact(jar).orElse("");
    Path other = jars.get(artifact);
    if (other == null && whole && !artifact.startsWith(OWN)) {
      return;
    }
    taken.add(artifact);
    Path source = other == null ? jar : other;
    files.put(into.resolve(source.getFileName()), source);
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

  private static String classPath(Map<Path, Path> files) {
    return files.keySet()
        .stream()
        .filter(file -> file.startsWith(LIBRARIES))
        .map(Path::toString)
        .collect(Collectors.joining(":"));
  }

  private static String digest(Map<Path, Path> files) throws IOException {
    StringBuilder all = new StringBuilder();
    for (Map.Entry<Path, Path> file : files.entrySet()) {
      all.append(file.getKey()).append(' ').append(Fixture.sha256(Files.readAllBytes(file.getValue()))).append('\n');
    }
    return Fixture.sha256(all.toString().getBytes(StandardCharsets.UTF_8)).substring(0, DIGEST_CHARACTERS);
  }
}
