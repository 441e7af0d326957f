package dev.coldstart.jmh;

import java.io.File;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What JMH takes from the whole host JVM for one fork: its class path, which becomes the fork's, and its standard
 * streams, to which it copies what the fork prints. Lent for one call, then restored.
 */
final class HostState {

  private static final String CLASS_PATH = "java.class.path";

  private final String classPath = System.getProperty(CLASS_PATH);
  private final PrintStream out = System.out;
  private final PrintStream err = System.err;

  private HostState() {}

  static HostState lend(String classPath, PrintStream log) {
    HostState before = new HostState();
    System.setProperty(CLASS_PATH, classPath);
    System.setOut(log);
    System.setErr(log);
    return before;
  }

  static String joined(List<Path> first, List<Path> second) {
    return Stream.concat(first.stream(), second.stream())
        .map(Path::toString)
        .collect(Collectors.joining(File.pathSeparator));
  }

  void restore() {
    System.setProperty(CLASS_PATH, classPath);
    System.setOut(out);
    System.setErr(err);
  }
}
