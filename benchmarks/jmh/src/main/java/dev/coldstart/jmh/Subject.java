package dev.coldstart.jmh;

import java.nio.file.Path;
import java.util.List;

/**
 * One configuration with one fixture: what a fork runs.
 *
 * @param configuration label in JMH's result
 * @param fixture label in JMH's result, and the module's name for an engine that wants one
 * @param child class name of the {@link dev.coldstart.child.ColdStart} that opens the adapter
 * @param classPath the runtime's own; JMH's is put before it
 */
public record Subject(String configuration, String fixture, String child, List<Path> classPath, Path module, Path event,
    Path expected) {

  public Subject {
    classPath = List.copyOf(classPath);
  }
}
