package dev.coldstart.launcher.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.coldstart.fixtures.Fixture;
import dev.coldstart.lambda.LambdaHandler;
import dev.coldstart.launcher.UserError;
import dev.coldstart.launcher.catalog.Catalog;
import dev.coldstart.launcher.catalog.Checkout;
import dev.coldstart.launcher.catalog.Configuration;
import dev.coldstart.launcher.deploy.LambdaFunction;
import dev.coldstart.launcher.deploy.LambdaTemplates;
import dev.coldstart.launcher.plan.PlannedArm;
import dev.coldstart.launcher.prepare.Artifacts;
import dev.coldstart.launcher.prepare.LambdaClient;
import dev.coldstart.record.ApiLaunch;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** Each packed arm starts from an empty folder with nothing else on its class path, and gives its response. */
class LambdaFunctionIT {

  private static final String CLIENT = "com.amazonaws.services.lambda.runtime.api.client.AWSLambda";

  /** Calls a handler as the platform's runtime for Node.js does. */
  private static final String CALL =
      "const [file, name] = process.argv[1].split('.'); require('./' + file + '.cjs')[name](JSON.parse(process.argv[2]))"
          + ".then((response) => process.stdout.write(JSON.stringify(response)));";

  @TempDir
  private Path folder;
  private final Catalog catalog = Catalog.of(Checkout.find());
  private final Fixture fixture =
      catalog.fixtures().stream().filter(one -> one.id().equals("hello")).findFirst().orElseThrow();

  @TestFactory
  Stream<DynamicTest> shouldAnswerFromAnEmptyFolder() {
    return runnable().filter(configuration -> !configuration.usesFilesOfItsStage())
        .map(configuration -> dynamicTest(configuration.id(), () -> {
          LambdaFunction function = function(configuration);
          Path task = unpacked(function, Files.createDirectories(folder.resolve(configuration.id())));
          if (configuration.program().isPresent()) {
            assertThat(called(function, task)).isEqualTo(expected());
          } else {
            assertAnswersBehindTheApi(function, task);
          }
        }));
  }

  private void assertAnswersBehindTheApi(LambdaFunction function, Path task) throws Exception {
    byte[] event = Files.readAllBytes(fixture.coldEvent().eventFile());
    try (RuntimeApiServer api = new RuntimeApiServer(event, fixture.coldEvent().expected(),
        LambdaHandler.END.getBytes(StandardCharsets.UTF_8))) {
      ProcessBuilder builder = process(function, task, catalog.jdks().newest().java().toString(), "-cp",
          task.resolve("lib") + "/*", CLIENT, LambdaClient.HANDLER);
      builder.environment().putAll(LambdaClient.environment(api.address()));
      String said = ClientLibraryLock.alone(() -> output(builder, task));
      assertThat(api.failure()).as(said).isEmpty();
      assertThat(api.eventNs()).as(said).hasSize(ApiLaunch.EVENTS);
    }
  }

  private String called(LambdaFunction function, Path task) throws Exception {
    String program = function.child().arm().configuration().program().orElseThrow().find().orElseThrow().toString();
    return output(process(function, task, program, "-e", CALL,
        function.child().arm().configuration().program().get().lambda().handler().replace("{fixture}", fixture.id()),
        Files.readString(fixture.coldEvent().eventFile())), task);
  }

  private ProcessBuilder process(LambdaFunction function, Path task, String... command) {
    ProcessBuilder builder = new ProcessBuilder(command).directory(task.toFile());
    builder.environment().remove("CLASSPATH");
    builder.environment().putAll(function.environment(task.toString()));
    return builder;
  }

  /** Standard output, with the error output beside it if there is none. */
  private static String output(ProcessBuilder builder, Path task) throws Exception {
    Path out = task.resolveSibling("out");
    Path errors = task.resolveSibling("errors");
    Process process = builder.redirectOutput(out.toFile()).redirectError(errors.toFile()).start();
    try {
      assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
    } finally {
      process.destroyForcibly();
    }
    String said = new String(Files.readAllBytes(out), StandardCharsets.UTF_8);
    return said.isEmpty() ? Files.readString(errors) : said;
  }

  private String expected() {
    return new String(fixture.coldEvent().expected(), StandardCharsets.UTF_8);
  }

  private LambdaFunction function(Configuration configuration) throws IOException {
    PlannedArm arm = new PlannedArm(configuration, catalog.profile("default"), catalog.jdks().newest(), fixture);
    Artifacts artifacts = new Artifacts(Files.createTempDirectory(folder, "work-"), folder.resolve("caches"));
    artifacts.make(arm, 1);
    assertThat(artifacts.failure(arm)).isNull();
    return new LambdaFunction(artifacts.command(arm, 0, folder),
        new LambdaClient(Configuration.classPath(Checkout.find().lambdaStage())));
  }

  private static Path unpacked(LambdaFunction function, Path place) throws IOException {
    Path archive = place.resolve("function.zip");
    function.writeTo(archive);
    Path task = Files.createDirectory(place.resolve("task"));
    try (InputStream in = Files.newInputStream(archive); ZipInputStream zip = new ZipInputStream(in)) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        Path file = task.resolve(entry.getName());
        Files.createDirectories(file.getParent());
        Files.copy(zip, file);
      }
    }
    return task;
  }

  @Test
  void shouldRefuseWhatTheVariablesCannotPass() {
    List<Configuration> refused = runnable().filter(Configuration::usesFilesOfItsStage).toList();
    assertThat(refused).isNotEmpty()
        .allSatisfy(configuration -> assertThatThrownBy(() -> function(configuration)).isInstanceOf(UserError.class)
            .hasMessageContaining("cannot be packed"));
  }

  @Test
  void shouldMakeEqualArchivesAndNameThemInBothDescriptions() throws IOException {
    List<LambdaFunction> functions = new ArrayList<>();
    for (Configuration configuration : runnable().filter(one -> !one.usesFilesOfItsStage()).limit(2).toList()) {
      functions.add(function(configuration));
    }
    functions.get(0).writeTo(folder.resolve("a.zip"));
    functions.get(0).writeTo(folder.resolve("b.zip"));
    assertThat(folder.resolve("b.zip")).hasSameBinaryContentAs(folder.resolve("a.zip"));
    LambdaTemplates templates = new LambdaTemplates(functions, 512);
    assertThat(List.of(templates.sam(), templates.serverless()))
        .allSatisfy(text -> assertThat(text)
            .contains("'" + functions.get(0).name() + ".zip'", "'" + functions.get(1).name() + ".zip'",
                "emorySize: 512", "java25", "/var/task/module.wasm")
            .doesNotContain(folder.toString(), Checkout.find().root().toString()));
  }

  private Stream<Configuration> runnable() {
    return catalog.configurations()
        .stream()
        .filter(configuration -> configuration.isFor(fixture))
        .filter(configuration -> configuration.cannotRunOn(catalog.jdks().newest()).isEmpty());
  }
}
