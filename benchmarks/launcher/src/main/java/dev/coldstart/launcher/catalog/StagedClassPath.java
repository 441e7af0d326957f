package dev.coldstart.launcher.catalog;

import dev.coldstart.launcher.UserError;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** A class path as the build stages it: a module's own jar, then its dependencies in the order of the build. */
public final class StagedClassPath {

  private static final String ORDER = "classpath";

  private StagedClassPath() {}

  public static boolean isStaged(Path stage) {
    return Files.isReadable(stage.resolve(ORDER));
  }

  public static List<Path> of(Path stage) {
    try (Stream<Path> files = Files.list(stage)) {
      List<Path> jars = new ArrayList<>(files.filter(file -> file.toString().endsWith(".jar")).sorted().toList());
      for (String entry : Files.readString(stage.resolve(ORDER)).strip().split(":")) {
        if (!entry.isEmpty()) {
          jars.add(stage.resolve(entry));
        }
      }
      return jars;
    } catch (IOException e) {
      throw new UserError("no staged class path in " + stage + "; build it with mvn verify -DskipTests", e);
    }
  }
}
