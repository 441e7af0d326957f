package dev.coldstart.launcher.catalog;

import dev.coldstart.fixtures.Fixture;
import dev.coldstart.record.Arm;
import java.nio.file.Path;
import java.util.Optional;

/**
 * One of several builds that are measured beside each other: of an engine, of a module, or of the user's Java.
 *
 * @param configuration the id of the configuration that it is measured in
 * @param name a version, or the name of a file or a folder
 * @param stage as {@link Configuration#stage}, if the engine's jars are replaced; else empty
 * @param fixture the fixture with this build of its module or of its Java twin; empty if the engine is built
 * @param failure why it cannot be measured; null if it can
 */
public record Build(String configuration, String name, Optional<Path> stage, Optional<Fixture> fixture,
    String failure) {

  /** Of an engine. @param failure null if it can be measured */
  public static Build ofEngine(String configuration, String name, Path stage, String failure) {
    return new Build(configuration, name, Optional.of(stage), Optional.empty(), failure);
  }

  /** Of what a fixture consists of. */
  public static Build of(String configuration, String name, Fixture fixture) {
    return new Build(configuration, name, Optional.empty(), Optional.of(fixture), null);
  }

  /** Of what differs, in words. Empty if that is the engine, whose jars are in the command line. */
  Optional<String> digest() {
    return fixture.map(built -> built.twin().jar() == null
        ? "module with SHA-256 " + built.sha256()
        : "module with SHA-256 " + built.sha256() + ", jar with SHA-256 " + built.twin().sha256());
  }

  /** The id of the configuration with this build. */
  public String id() {
    return configuration + Arm.BUILD + name;
  }
}
