package dev.coldstart.launcher.prepare;

import dev.coldstart.launcher.catalog.Checkout;
import dev.coldstart.launcher.catalog.Configuration.ChildProgram;
import dev.coldstart.launcher.machine.FailureWords;
import dev.coldstart.launcher.machine.Folders;
import dev.coldstart.launcher.machine.Program;
import dev.coldstart.launcher.prepare.ArtifactCache.PreparationException;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A version of an engine, as Maven finds it: in the local repository or in those that the user has set up.
 *
 * @param coordinates group and artifact of what belongs to it, separated by a colon
 */
record EngineVersion(List<String> coordinates, String version) {

  private static final String GOAL = "org.apache.maven.plugins:maven-dependency-plugin:3.9.0:build-classpath";
  private static final Pattern ABSENT = Pattern.compile("Could not find artifact ([\\w.:-]+)");
  private static final Duration TIME = Duration.ofMinutes(5);

  /**
   * Its jars and all that they need, as Maven would have them on a class path, by the names of their artifacts.
   *
   * @throws PreparationException if Maven does not find them
   */
  Map<String, Path> jars(Checkout home) throws IOException, PreparationException {
    Path work = Files.createTempDirectory(Files.createDirectories(home.engineStages()), "resolving-");
    try {
      Map<String, Path> jars = new LinkedHashMap<>();
      for (String jar : classPath(home, work).split(File.pathSeparator)) {
        EngineBuilds.artifact(Path.of(jar)).ifPresent(artifact -> jars.put(artifact, Path.of(jar)));
      }
      return jars;
    } finally {
      Folders.delete(work);
    }
  }

  private String classPath(Checkout home, Path work) throws IOException, PreparationException {
    Path pom = Files.writeString(work.resolve("pom.xml"), pom());
    Path list = work.resolve("jars");
    Path log = work.resolve("maven.log");
    Path program = maven(home);
    // Asks again for what was not found before: it may have been published since.
    Program.Ended ended = Program.end(
        new ProcessBuilder(program.toString(), "-q", "-B", "-ntp", "-U", "-Dstyle.color=never", "-f", pom.toString(),
            GOAL, "-Dmdep.outputFile=" + list).redirectErrorStream(true).redirectOutput(log.toFile()),
        TIME);
    if (ended.failure() != null || !Files.exists(list)) {
      throw new PreparationException(
          "cannot be resolved; check the version, or install it into the local Maven repository: "
              + reason(ended.failure() == null ? "Maven listed no jars" : ended.failure(), log));
    }
    return Files.readString(list).strip();
  }

  /** Maven of the PATH, else the one that a checkout brings along. */
  private static Path maven(Checkout home) throws PreparationException {
    Path wrapper = home.root().resolve("mvnw");
    return new ChildProgram("mvn", List.of()).find()
        .or(() -> Optional.of(wrapper).filter(Files::isExecutable))
        .orElseThrow(() -> new PreparationException(
            "cannot be resolved: only Maven can find a version, and no mvn is on the PATH; install Maven, or give a jar"));
  }

  /** The first artifact that Maven did not find, if that is the reason. */
  private static String reason(String ended, Path log) throws IOException {
    Matcher absent = ABSENT.matcher(Files.readString(log, StandardCharsets.ISO_8859_1));
    return absent.find() ? "Maven finds no " + absent.group(1) : FailureWords.of(ended, log);
  }

  private String pom() {
    String dependencies = coordinates.stream()
        .map(one -> "<dependency><groupId>" + one.replace(":", "</groupId><artifactId>") + "</artifactId><version>"
            + version + "</version></dependency>")
        .collect(Collectors.joining());
    return "<project xmlns=\"http://maven.apache.org/POM/4.0.0\"><modelVersion>4.0.0</modelVersion>"
        + "<groupId>dev.coldstart</groupId><artifactId>engine</artifactId><version>1</version><packaging>pom</packaging>"
        + "<dependencies>" + dependencies + "</dependencies></project>\n";
  }
}
