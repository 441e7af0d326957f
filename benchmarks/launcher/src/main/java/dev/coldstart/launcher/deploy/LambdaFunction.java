package dev.coldstart.launcher.deploy;

import dev.coldstart.fixtures.Fixture;
import dev.coldstart.launcher.UserError;
import dev.coldstart.launcher.catalog.Configuration.ChildProgram;
import dev.coldstart.launcher.catalog.Configuration;
import dev.coldstart.launcher.prepare.ChildCommand;
import dev.coldstart.launcher.machine.Folders;
import dev.coldstart.launcher.prepare.LambdaClient;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * An arm as a function of AWS Lambda, with all that it needs: its class path or its script, the module, and what was
 * prepared.
 *
 * @param child the prepared arm
 * @param client the platform's Java client and its handler
 */
public record LambdaFunction(ChildCommand child, LambdaClient client) {

  /** Where the platform unpacks an archive. */
  public static final String TASK = "/var/task";

  /** The managed Java runtime that has the JDK of the published numbers. */
  private static final String JAVA = "java25";

  private static final String MODULE = "module.wasm";
  private static final String IMPORTS = "imports.bin";
  private static final Path PREPARED = Path.of("prepared");

  /** @throws UserError if it cannot be packed so that it runs elsewhere */
  public LambdaFunction {
    Configuration configuration = child.arm().configuration();
    if (configuration.usesFilesOfItsStage()) {
      throw new UserError(configuration.id()
          + " cannot be packed: its JVM arguments name jars, which the platform's variables cannot pass");
    }
    if (configuration.program().isPresent() && configuration.program().get().lambda() == null) {
      throw new UserError(configuration.id() + " cannot be packed: its runtime.json has no \"lambda\"");
    }
  }

  /** The id of the configuration and the fixture, for the names of files. */
  public String name() {
    return child.arm().configuration().id() + "-" + child.arm().fixture().id();
  }

  /** The platform's runtime. */
  String runtime() {
    return program().map(ChildProgram.Lambda::runtime).orElse(JAVA);
  }

  /** What the platform calls. */
  String handler() {
    return program().map(lambda -> lambda.handler().replace("{fixture}", child.arm().fixture().id()))
        .orElse(LambdaClient.HANDLER);
  }

  private Optional<ChildProgram.Lambda> program() {
    return child.arm().configuration().program().map(ChildProgram::lambda);
  }

  /**
   * The variables that the function needs.
   *
   * @param task the folder in which its archive is unpacked
   */
  public Map<String, String> environment(String task) {
    Fixture fixture = child.arm().fixture();
    String imports = fixture.imports() == null ? fixture.importsWord() : task + "/" + IMPORTS;
    if (program().isPresent()) {
      return new TreeMap<>(Map.of("COLDSTART_MODULE", task + "/" + MODULE, "COLDSTART_ENTRY", fixture.entry().word(),
          "COLDSTART_IMPORTS", imports));
    }
    ChildCommand there =
        new ChildCommand(child.arm(), child.jvm(), Path.of(task).resolve(PREPARED), child.cache(), Path.of("/tmp"));
    List<String> words = new ArrayList<>(there.jvmArgs());
    words.addAll(LambdaClient.properties(child.arm(), task + "/" + MODULE, imports));
    return Map.of("JAVA_TOOL_OPTIONS", String.join(" ", words));
  }

  /** Writes the archive. Its entries are in order and without times, so equal builds give equal archives. */
  public void writeTo(Path archive) throws IOException {
    Map<String, Path> entries = new TreeMap<>();
    Fixture fixture = child.arm().fixture();
    entries.put(MODULE, fixture.module());
    if (fixture.imports() != null) {
      entries.put(IMPORTS, fixture.imports());
    }
    if (program().isPresent()) {
      put(entries, Path.of(""), child.arm().configuration().stage());
    } else {
      libraries().forEach((name, jar) -> entries.put("lib/" + name, jar));
    }
    if (Files.isDirectory(child.prepared())) {
      put(entries, PREPARED, child.prepared());
    }
    try (OutputStream out = Files.newOutputStream(archive); ZipOutputStream zip = new ZipOutputStream(out)) {
      for (Map.Entry<String, Path> entry : entries.entrySet()) {
        ZipEntry written = new ZipEntry(entry.getKey());
        written.setTime(0);
        zip.putNextEntry(written);
        Files.copy(entry.getValue(), zip);
      }
    }
  }

  /** The class path. The platform takes the jars of an archive by name, so the names keep the order. */
  private Map<String, Path> libraries() {
    Map<String, Path> jars = new LinkedHashMap<>();
    List<String> taken = new ArrayList<>();
    List<Path> all = new ArrayList<>(child.jars());
    all.addAll(client.jars());
    for (Path jar : all) {
      String name = jar.getFileName().toString();
      if (!taken.contains(name)) {
        jars.put(String.format(Locale.ROOT, "%02d-%s", taken.size(), name), jar);
        taken.add(name);
      }
    }
    return jars;
  }

  private static void put(Map<String, Path> entries, Path into, Path folder) throws IOException {
    for (Path file : Folders.files(folder)) {
      entries.put(into.resolve(folder.relativize(file)).toString(), file);
    }
  }
}
