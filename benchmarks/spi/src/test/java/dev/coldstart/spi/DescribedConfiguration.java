package dev.coldstart.spi;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A configuration as the tested module's {@code runtime.json} describes it, so that tests run what is measured. */
public final class DescribedConfiguration {

  private static final Path MODULE = Path.of(System.getProperty("basedir", "")).toAbsolutePath();
  private static final Path STAGE = MODULE.resolve("target/stage");

  private final JsonNode description;

  private DescribedConfiguration(JsonNode description) {
    this.description = description;
  }

  /**
   * The configuration with that name.
   *
   * @throws IllegalArgumentException if there is none
   */
  public static DescribedConfiguration named(String name) throws IOException {
    Path file = MODULE.resolve("runtime.json");
    JsonNode description = JsonMapper.shared().readTree(Files.readString(file)).path("configurations").path(name);
    if (description.isMissingNode()) {
      throw new IllegalArgumentException(file + " describes no configuration " + name);
    }
    return new DescribedConfiguration(description);
  }

  /** Sets the system properties of a launch in this JVM. An engine may read them only once. */
  public DescribedConfiguration setProperties(Path prepared) {
    for (JsonNode sinceOneJdk : description.path("jvmArgs")) {
      for (JsonNode arg : sinceOneJdk) {
        if (arg.stringValue().startsWith("-D")) {
          String[] property = arg.stringValue().substring(2).split("=", 2);
          System.setProperty(property[0],
              property[1].replace("{prepared}", prepared.toString()).replace("{stage}", STAGE.toString()));
        }
      }
    }
    return this;
  }

  /** Runs the preparation as the launcher does, but in this JVM. */
  public void prepare(Path folder, Path module, String fixture) throws ReflectiveOperationException {
    Class<?> main = Class.forName(description.path("prepare").path("main").stringValue());
    String[] args = {folder.toString(), module.toString(), fixture};
    main.getMethod("main", String[].class).invoke(null, (Object) args);
  }
}
