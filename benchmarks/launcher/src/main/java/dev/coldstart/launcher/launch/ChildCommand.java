package dev.coldstart.launcher.launch;

import dev.coldstart.launcher.catalog.Configuration;
import dev.coldstart.launcher.catalog.Jdk;
import dev.coldstart.launcher.catalog.StagedClassPath;
import dev.coldstart.launcher.plan.PlannedArm;
import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * How a child of an arm is started.
 *
 * @param prepared the folder that the configuration's preparation filled; unused where it has none
 * @param temporary the child's own temporary folder
 */
public record ChildCommand(PlannedArm arm, Path prepared, Path temporary) {

  /** The whole command line. */
  public List<String> words() {
    List<String> words = new ArrayList<>();
    words.add(arm.jdk().java().toString());
    words.addAll(jvmArgs());
    words.add("-cp");
    words.add(classPath(arm.configuration()));
    words.add(arm.configuration().child());
    words.add(arm.fixture().id());
    words.add(arm.fixture().module().toString());
    words.add(arm.fixture().coldEvent().eventFile().toString());
    return words;
  }

  /** The JVM's arguments without the class path: the profile's, the temporary folder, the configuration's. */
  public List<String> jvmArgs() {
    Jdk jdk = arm.jdk();
    List<String> args = new ArrayList<>(arm.profile().jvmArgs().on(jdk));
    args.add("-Djava.io.tmpdir=" + temporary);
    args.addAll(configurationArgs(arm.configuration(), jdk, prepared));
    return args;
  }

  static List<String> configurationArgs(Configuration configuration, Jdk jdk, Path prepared) {
    return configuration.jvmArgs().on(jdk).stream()
        .map(arg -> arg.replace("{stage}", configuration.stage().toString()).replace("{prepared}", prepared.toString()))
        .toList();
  }

  /** The class path on which a configuration is measured, as the JVM is given it and must report it. */
  public static String classPath(Configuration configuration) {
    return StagedClassPath.of(configuration.stage()).stream()
        .map(Path::toString)
        .collect(Collectors.joining(File.pathSeparator));
  }
}
