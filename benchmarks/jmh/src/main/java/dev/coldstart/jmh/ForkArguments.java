package dev.coldstart.jmh;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;

/** The JVM arguments of a fork: the caller's, then those that JMH and the benchmarks cannot do without. */
final class ForkArguments {

  /** Since this release the JVM warns on standard error when JMH uses Unsafe, unless it is told to allow it. */
  private static final int UNSAFE_MUST_BE_ALLOWED_SINCE = 23;

  private ForkArguments() {}

  static List<String> of(JmhFork fork) throws IOException {
    List<String> arguments = new ArrayList<>(fork.jvmArgs());
    if (featureRelease(fork.java()) >= UNSAFE_MUST_BE_ALLOWED_SINCE) {
      arguments.add("--sun-misc-unsafe-memory-access=allow");
    }
    Subject subject = fork.subject();
    arguments.add("-D" + Stages.CHILD + "=" + subject.child());
    arguments.add("-D" + Stages.MODULE + "=" + subject.module());
    arguments.add("-D" + Stages.EVENT + "=" + subject.event());
    arguments.add("-D" + Stages.EXPECTED + "=" + subject.expected());
    return arguments;
  }

  /** From the JDK's file {@code release}, because to start it and ask costs as much as a fork. */
  static int featureRelease(Path java) throws IOException {
    Path release = java.toRealPath().getParent().resolveSibling("release");
    Properties facts = new Properties();
    try (Reader reader = Files.newBufferedReader(release)) {
      facts.load(reader);
    }
    String version = facts.getProperty("JAVA_VERSION");
    if (version == null) {
      throw new IOException("no JAVA_VERSION in " + release);
    }
    return Runtime.Version.parse(version.replace("\"", "")).feature();
  }
}
