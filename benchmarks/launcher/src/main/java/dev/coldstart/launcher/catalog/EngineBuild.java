package dev.coldstart.launcher.catalog;

import java.nio.file.Path;

/**
 * One of several builds of an engine that are measured beside each other.
 *
 * @param configuration the id of the configuration that it is measured in
 * @param name a version, or the name of a jar or a folder of jars
 * @param stage as {@link Configuration#stage}, with the engine's jars replaced
 * @param failure why it cannot be measured; null if it can
 */
public record EngineBuild(String configuration, String name, Path stage, String failure) {

  /** Between a configuration and a build in an id. */
  public static final String SEPARATOR = "@";

  /** The id of the configuration with this build. */
  public String id() {
    return configuration + SEPARATOR + name;
  }
}
