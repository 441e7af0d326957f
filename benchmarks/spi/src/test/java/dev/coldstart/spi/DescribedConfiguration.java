package dev.coldstart.spi;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A configuration as the tested module's {@code runtime.json} describes it: what is tested is what is measured. */
public final class DescribedConfiguration {

  private static final Path MODULE = Path.of(System.getProperty("basedir", "")).toAbsolutePath();
  private static final Path STAGE = MODULE.resolve("target/stage");

  private final JsonNode description;

  private DescribedConfiguration(JsonNode description) {
    this.description = description;
  }

  /**
   * The configuration of that name.
   *
   * @throws IllegalArgumentException when there is none
   */
  public static DescribedConfiguration named(String name) throws IOException {
    Path file = MODULE.resolve("runtime.json");
    JsonNode description = JsonMapper.shared().readTree(Files.readString(file)).path("configurations").path(name);
    if (description.isMissingNode()) {
      throw new IllegalArgumentException(file + " describes no configuration " + name);
    }
    return new DescribedConfiguration(description);
  }

  /** Gives this JVM the system properties of a launch, which an engine may read only once. */
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

  /** Does the work ahead of time as the launcher has it done, but in this JVM. */
  public void prepare(Path folder, Path module, String fixture) throws ReflectiveOperationException {
    Class<?> main = Class.forName(description.path("prepare").path("main").stringValue());
    String[] args = {folder.toString(), module.toString(), fixture};
    main.getMethod("main", String[].class).invoke(null, (Object) args);
  }
}
