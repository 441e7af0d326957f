package dev.coldstart.launcher.catalog;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What runs a child that is a script and no JVM.
 *
 * @param name as on the PATH
 * @param unset variables of the environment that its children do not get, for they would change what is measured
 */
public record ChildProgram(String name, List<String> unset) {

  /** Where it is; empty where it is not installed. */
  public Optional<Path> find() {
    return find(System.getenv().getOrDefault("PATH", ""));
  }

  Optional<Path> find(String path) {
    return Stream.of(path.split(File.pathSeparator))
        .filter(folder -> !folder.isEmpty())
        .map(folder -> Path.of(folder, name).toAbsolutePath())
        .filter(file -> Files.isRegularFile(file) && Files.isExecutable(file))
        .findFirst();
  }

  /** Why it cannot be measured here; empty when nothing speaks against it. */
  Optional<String> unmet() {
    return find().isPresent()
        ? Optional.empty()
        : Optional.of("needs the program " + name + ", which is not on the PATH: install it");
  }
}
