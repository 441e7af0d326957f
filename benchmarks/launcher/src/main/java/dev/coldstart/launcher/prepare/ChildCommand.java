package dev.coldstart.launcher.prepare;

import dev.coldstart.child.ColdStart;
import dev.coldstart.fixtures.Entry;
import dev.coldstart.fixtures.Fixture;
import dev.coldstart.launcher.catalog.Configuration.ChildProgram;
import dev.coldstart.launcher.catalog.Configuration;
import dev.coldstart.launcher.catalog.Jdk;
import dev.coldstart.launcher.catalog.JvmArgs;
import dev.coldstart.launcher.machine.Folders;
import dev.coldstart.launcher.machine.Program;
import dev.coldstart.launcher.plan.PlannedArm;
import dev.coldstart.record.Arm;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The command that starts a child of an arm.
 *
 * @param jvm the home of the JVM that it runs in: the JDK's, or that of the arm's image
 * @param prepared the folder that the configuration's preparation filled; unused if it has none
 * @param cache the profile's cache file; unused if it has none
 * @param temporary the child's own temporary folder
 */
public record ChildCommand(PlannedArm arm, Path jvm, Path prepared, Path cache, Path temporary) {

  /** A placeholder for nanoTime just before the spawn, replaced by the code that spawns the child. */
  public static final String SPAWNED_NS = "<spawnedNs>";

  /** A placeholder for the child's own temporary folder, which is not known in advance. */
  public static final Path LAUNCH_FOLDER = Path.of("<launch>");

  /** The whole command line. It is the same for every launch, except for the folders. */
  public List<String> words() {
    return words(arm.profile().jvmArgs());
  }

  /** The environment variables that are withheld from the child. */
  public List<String> unset() {
    return arm.configuration().program().map(ChildProgram::unset).orElse(Program.CLEARED);
  }

  /** The command line of the run that makes the profile's cache. */
  public List<String> training() {
    return words(arm.cache().orElseThrow().training());
  }

  private List<String> words(JvmArgs profile) {
    List<String> words =
        new ArrayList<>(arm.configuration().program().map(this::script).orElseGet(() -> main(profile)));
    Fixture fixture = arm.fixture();
    words.addAll(List.of(fixture.id(), fixture.module().toString(), input().toString(), fixture.entry().word(),
        fixture.importsWord()));
    words.addAll(delay(arm.control()));
    return words;
  }

  /** The file that the child reads as the event. */
  public Path input() {
    Fixture.Event event = arm.fixture().coldEvent();
    return arm.configuration().echoes() ? event.expectedFile() : event.eventFile();
  }

  /** The file that the child has as its standard input. Empty if it has none. */
  public Optional<Path> standardInput() {
    return arm.fixture().entry().kind() == Entry.Kind.COMMAND
        ? Optional.of(arm.fixture().coldEvent().eventFile())
        : Optional.empty();
  }

  /** The JVM and its main class. */
  private List<String> main(JvmArgs profile) {
    List<String> words = new ArrayList<>(List.of(jvm.resolve("bin/java").toString()));
    words.addAll(jvmArgs(profile));
    words.addAll(List.of(Arm.CLASS_PATH, classPath(), arm.configuration().child()));
    return words;
  }

  /** The program's path, because searching the PATH takes time that is not the program's. */
  private List<String> script(ChildProgram program) {
    String path = program.find().map(Path::toString).orElse(program.name());
    return List.of(path, arm.configuration().script().toString());
  }

  /** The arguments that add a known delay. Empty if the arm has none. */
  private static List<String> delay(Arm.Control control) {
    if (control == null || !control.kind().equals(Arm.Control.BUSY)) {
      return List.of();
    }
    return control.busyNs() == null
        ? List.of(ColdStart.BUSY_PERMILLE, control.busyPermille().toString(), SPAWNED_NS)
        : List.of(ColdStart.BUSY_NS, control.busyNs().toString());
  }

  /** The JVM's arguments without the class path: the profile's, the temporary folder, the configuration's. */
  public List<String> jvmArgs() {
    return jvmArgs(arm.profile().jvmArgs());
  }

  private List<String> jvmArgs(JvmArgs profile) {
    Jdk jdk = arm.jdk();
    List<String> args = new ArrayList<>();
    profile.on(jdk).forEach(arg -> args.add(arg.replace("{cache}", cache.toString())));
    args.add("-Djava.io.tmpdir=" + temporary);
    args.addAll(configurationArgs(arm.configuration(), jdk, prepared));
    return args;
  }

  static List<String> configurationArgs(Configuration configuration, Jdk jdk, Path prepared) {
    return configuration.jvmArgs().on(jdk).stream().map(arg -> configuration.placed(arg, prepared)).toList();
  }

  /** The class path as passed to the JVM, which must report exactly this text. */
  public String classPath() {
    return joined(jars());
  }

  static String joined(List<Path> jars) {
    return jars.stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator));
  }

  /** The files that a launch may read, apart from those of the operating system. Each is regular, and none is empty. */
  public List<Path> files() throws IOException {
    List<Path> places = new ArrayList<>(jars());
    places.addAll(List.of(jvm, prepared, cache, arm.fixture().module(), input()));
    List<Path> files = new ArrayList<>();
    for (Path place : places) {
      if (Files.exists(place)) {
        files.addAll(Folders.files(place));
      }
    }
    files.removeIf(file -> file.toFile().length() == 0);
    return files.stream().distinct().toList();
  }

  /** The entries of the class path. */
  public List<Path> jars() {
    return arm.configuration().measuredClassPath(prepared, arm.fixture().usesWasi());
  }
}
