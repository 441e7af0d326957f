package dev.coldstart.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.coldstart.launcher.catalog.Build;
import dev.coldstart.launcher.catalog.Checkout;
import dev.coldstart.launcher.catalog.Configuration;
import dev.coldstart.launcher.prepare.EngineBuilds;
import dev.coldstart.record.Arm;
import dev.coldstart.record.RunData;
import dev.coldstart.record.io.RunReader;
import dev.coldstart.stats.run.References;
import dev.coldstart.stats.run.Summary;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Builds of an engine beside each other, in real runs. */
@ExtendWith(OwnLock.class)
class EngineIT {

  @TempDir
  private Path folder;
  private final StringWriter errors = new StringWriter();

  private int run(String engine) {
    String[] words = {"run", "--engine", engine, "--fixture", "hello", "--preset", "smoke", "--blocks", "1", "--out",
        folder.resolve("out").toString()};
    return Main.commandLine().setErr(new PrintWriter(errors, true)).execute(words);
  }

  /** The jar of the engine that is staged, under another folder's name. */
  private Path build(String name) throws IOException {
    Path build = Files.createDirectory(folder.resolve(name));
    Path stage = Checkout.find().runtimes().resolve("chicory/target/stage");
    for (Path jar : Configuration.classPath(stage)) {
      if (jar.getFileName().toString().startsWith("runtime-")) {
        Files.copy(jar, build.resolve("runtime-9.9.jar"));
      }
    }
    return build;
  }

  @Test
  void shouldMeasureABuildAgainstAnotherAndNothingElse() throws IOException {
    assertThat(run("chicory.interpreter=" + build("before") + "," + build("after"))).as(errors.toString()).isZero();
    RunData run = RunReader.read(folder.resolve("out/latest"));
    List<Arm> arms = run.manifest().arms().stream().filter(arm -> !arm.isControl()).toList();
    assertThat(arms).filteredOn(arm -> arm.fixture().equals("hello"))
        .extracting(Arm::configuration)
        .containsExactly("chicory.interpreter@before", "chicory.interpreter@after");
    assertThat(arms).extracting(Arm::configuration, Arm::baseline)
        .contains(tuple("chicory.interpreter@before", true))
        .doesNotContain(tuple("chicory.interpreter@after", true));
    assertThat(run.arms()).allMatch(arm -> arm.counted().size() == 1);
    assertThat(run.manifest().engines()).startsWith("chicory.interpreter=");
    assertThat(arms.get(1).command().toString()).contains("runtime-9.9.jar").doesNotContain("runtime-1.");
  }

  /**
   * Each configuration has a baseline of its own, and one whose first build cannot be taken does not stop the others.
   */
  @Test
  void shouldMeasureTheBuildsOfEachConfigurationOfARuntime() throws IOException {
    assertThat(run("chicory=" + build("before") + "," + build("after"))).as(errors.toString()).isZero();
    RunData run = RunReader.read(folder.resolve("out/latest"));
    Summary summary = Summary.of(run);
    assertThat(summary.arms()).filteredOn(arm -> arm.arm().fixture().equals("hello") && !arm.arm().isControl())
        .extracting(arm -> arm.arm().configuration(), arm -> arm.arm().baseline(), arm -> arm.comparison().blocks())
        .containsExactlyInAnyOrder(tuple("chicory.interpreter@before", true, 0),
            tuple("chicory.interpreter@after", false, 1), tuple("chicory.compiler@before", true, 0),
            tuple("chicory.compiler@after", false, 1));
    References references = new References(run);
    assertThat(run.arms()).filteredOn(arm -> arm.arm().configuration().equals("chicory.compiler@after"))
        .singleElement()
        .extracting(arm -> references.of(arm.arm()).orElseThrow().arm().configuration())
        .isEqualTo("chicory.compiler@before");
  }

  @Test
  void shouldSayWhyAConfigurationOfARuntimeHasNoFirstBuild() throws IOException {
    Path jit = Files.createDirectory(folder.resolve("jit"));
    for (Path jar : Configuration.classPath(Checkout.find().runtimes().resolve("chicory-compiler/target/stage"))) {
      if (jar.getFileName().toString().startsWith("compiler-")) {
        Files.copy(jar, jit.resolve("compiler-9.9.jar"));
      }
    }
    Checkout home = EngineBuilds.added("chicory=" + jit + "," + build("after"), Checkout.find());
    assertThat(home.builds()).filteredOn(build -> build.failure() == null)
        .extracting(Build::id)
        .containsExactlyInAnyOrder("chicory.compiler@jit", "chicory.compiler@after");
    assertThat(home.builds()).filteredOn(build -> build.id().equals("chicory.interpreter@after"))
        .singleElement()
        .extracting(Build::failure)
        .asString()
        .startsWith("is compared with jit, which has no jar that replaces one of the class path: it has compiler, and");
  }

  @Test
  void shouldListABuildThatDoesNotLinkAndMeasureTheOthers() throws IOException {
    Path broken = Files.createDirectory(folder.resolve("broken"));
    try (JarOutputStream jar = new JarOutputStream(Files.newOutputStream(broken.resolve("runtime-0.jar")))) {
      jar.putNextEntry(new JarEntry("nothing"));
    }
    Path other = Files.createDirectory(folder.resolve("other"));
    Files.copy(broken.resolve("runtime-0.jar"), other.resolve("unrelated-1.jar"));
    assertThat(run("chicory.interpreter=" + build("before") + "," + broken + "," + other))
        .isEqualTo(ExitCodes.OF_FAILED);
    RunData run = RunReader.read(folder.resolve("out/latest"));
    Map<String, String> reasons = new TreeMap<>();
    run.manifest()
        .arms()
        .stream()
        .filter(arm -> arm.fixture().equals("hello") && arm.notRun() != null)
        .forEach(arm -> reasons.put(arm.configuration(), arm.notRun()));
    assertThat(reasons).containsOnlyKeys("chicory.interpreter@broken", "chicory.interpreter@other");
    assertThat(reasons.get("chicory.interpreter@broken")).contains("NoClassDefFoundError");
    assertThat(reasons.get("chicory.interpreter@other"))
        .contains("the build other of its engine has no jar that replaces one of the class path: it has unrelated");
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|',
      value = {"chicory | write a runtime or a configuration, and builds",
          "nope=1 | no runtime or configuration is named \"nope\"",
          "plain-java.twin=1.0,2.0 | it cannot be taken, because its runtime.json has no \"engine\"",
          "chicory.interpreter=../no/such/jar | --engine: ../no/such/jar does not exist",
          "chicory.interpreter=a b,1 | is neither a version nor a jar",
          "chicory.interpreter=1.7.5,,1.7.4 | is neither a version nor a jar",
          "chicory.interpreter=1.7.5 | give two builds or more", "chicory.interpreter=/,1 | / has no name",
          "chicory.interpreter=1.7.5,1.7.5 | two builds have one name",
          "graalwasm.jit=25.0.2,25.0.1 | because the JVM arguments name jars of the engine",
          "chicory.interpreter=pom.xml,1.7.5 | it has no jar that replaces one"})
  void shouldSayWhyABuildCannotBeTaken(String engine, String message) {
    assertThat(run(engine)).isEqualTo(ExitCodes.OF_USER_ERROR);
    assertThat(errors.toString().lines()).singleElement().asString().contains(message);
  }
}
