package dev.coldstart.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.coldstart.fixtures.Fixture;
import dev.coldstart.launcher.catalog.Checkout;
import dev.coldstart.launcher.run.MainJob;
import dev.coldstart.record.Manifest;
import dev.coldstart.record.RunData;
import dev.coldstart.record.io.RunReader;
import dev.coldstart.spi.FixedSources;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.RandomAccessFile;
import java.io.StringWriter;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A module of the user's own, from the command line to the report. */
@ExtendWith(OwnLock.class)
class ModuleIT {

  /** Exports {@code twice: (i32) -> i32}, and a name that is markup. */
  private static final byte[] MODULE = {0, 'a', 's', 'm', 1, 0, 0, 0, 1, 6, 1, 0x60, 1, 0x7f, 1, 0x7f, 3, 2, 1, 0, 7,
      15, 2, 5, 't', 'w', 'i', 'c', 'e', 0, 0, 3, '<', 'b', '>', 0, 0, 10, 9, 1, 7, 0, 0x20, 0, 0x20, 0, 0x6a, 0x0b};

  @TempDir
  private Path folder;
  private final StringWriter errors = new StringWriter();
  private Path module;

  @BeforeEach
  void writeModule() throws IOException {
    module = Files.write(folder.resolve("My <Module>.wasm"), MODULE);
  }

  @Test
  void shouldMeasureACallAndShowIt() throws IOException {
    Path out = folder.resolve("out");
    int code = execute("run", "--module", module.toString(), "--invoke", "twice(21)", "--preset", "smoke", "--blocks",
        "1", "--arm", "chicory.interpreter,wasmtime.jni-extracted", "--out", out.toString());
    RunData run = RunReader.read(out.resolve("latest"));
    List<String> wrong = run.arms()
        .stream()
        .filter(arm -> arm.arm().ran() && arm.counted().isEmpty() && arm.arm().hasOwnLaunches())
        .map(arm -> arm.arm().arm())
        .toList();
    assertThat(wrong).isEmpty();
    assertThat(code).isEqualTo(MainJob.DONE);
    assertThat(run.manifest().fixtures()).extracting(Manifest.FixtureFacts::title).contains("my-module", "No-op");
    assertThat(run.manifest().arms()).filteredOn(arm -> arm.fixture().startsWith("my-module-") && arm.baseline())
        .extracting(arm -> arm.configuration())
        .containsOnly("plain-java.empty");
    assertThat(run.manifest().fixturesFolder()).contains("<coldstart>");
    assertThat(Files.readString(out.resolve("latest/report.html"))).contains("My &lt;Module&gt;.wasm")
        .doesNotContain("My <Module>");
  }

  @Test
  void shouldCompareWithTheUsersOwnJava() throws IOException {
    Path jar = jar("return new byte[] {42, 0, 0, 0, 0, 0, 0, 0};");
    assertThat(run("twice(21)", "--twin", jar.toString(), "--twin-class", "com.acme.Twice")).isEqualTo(MainJob.DONE);
    RunData run = RunReader.read(folder.resolve("out/latest"));
    assertThat(run.arms())
        .filteredOn(arm -> arm.arm().configuration().equals("plain-java.jar") && !arm.arm().isControl())
        .singleElement()
        .satisfies(arm -> {
          assertThat(arm.arm().notRun()).isNull();
          assertThat(arm.counted()).hasSize(1);
          assertThat(arm.arm().baseline()).isTrue();
          assertThat(arm.arm().preparation()).isNotNull();
        });
  }

  /** The second multiplies by 2 where the first adds. */
  @Test
  void shouldMeasureTwoBuildsOfAModuleBesideEachOther() throws IOException {
    Path other = Files.write(folder.resolve("other.wasm"), body(0x20, 0, 0x41, 2, 0x6c, 0x0b));
    assertThat(run("twice(21)", "--module", other.toString())).as(errors.toString()).isEqualTo(MainJob.DONE);
    assertBuilds("chicory.interpreter@My__Module_", "chicory.interpreter@other");
    RunData run = RunReader.read(folder.resolve("out/latest"));
    assertThat(run.manifest().configurations()).filteredOn(facts -> facts.id().endsWith("@other"))
        .singleElement()
        .satisfies(facts -> assertThat(facts.about()).contains(Fixture.sha256(Files.readAllBytes(other))));
    assertThat(execute("run", "--resume", run.folder().path().toString())).isEqualTo(MainJob.DONE);
  }

  @Test
  void shouldShowThatTheBuildsOfAModuleAnswerDifferently() throws IOException {
    Path other = Files.write(folder.resolve("other.wasm"), body(0x20, 0, 0x41, 3, 0x6c, 0x0b));
    assertThat(run("twice(21)", "--module", other.toString())).isEqualTo(MainJob.ARMS_FAILED);
    assertThat(RunReader.read(folder.resolve("out/latest")).manifest().arms())
        .filteredOn(arm -> arm.configuration().endsWith("@other") && !arm.isControl())
        .singleElement()
        .satisfies(arm -> assertThat(arm.notRun()).startsWith("answers differ: \"63\", but ").contains("\"42\""));
  }

  @Test
  void shouldMeasureTwoBuildsOfTheUsersJavaBesideEachOther() throws IOException {
    Path jar = jar("return new byte[] {42, 0, 0, 0, 0, 0, 0, 0};");
    Path other = Files.copy(jar, folder.resolve("other.jar"));
    List<String> words = new ArrayList<>(List.of("run", "--module", module.toString(), "--invoke", "twice(21)",
        "--twin", jar.toString(), "--twin", other.toString(), "--twin-class", "com.acme.Twice", "--preset", "smoke",
        "--blocks", "1", "--out", folder.resolve("out").toString()));
    assertThat(execute(words.toArray(String[]::new))).as(errors.toString()).isEqualTo(MainJob.DONE);
    assertBuilds("plain-java.jar@my", "plain-java.jar@other");
  }

  private void assertBuilds(String first, String second) throws IOException {
    RunData run = RunReader.read(folder.resolve("out/latest"));
    assertThat(run.arms()).filteredOn(arm -> arm.arm().fixture().startsWith("my-module-") && !arm.arm().isControl())
        .extracting(arm -> arm.arm().configuration(), arm -> arm.arm().baseline(), arm -> arm.counted().size())
        .containsExactly(tuple(first, true, 1), tuple(second, false, 1));
    assertThat(run.manifest().fixtures()).extracting(Manifest.FixtureFacts::title)
        .containsExactly("my-module", "No-op");
  }

  @Test
  void shouldSayHowBuildsAreCompared() throws IOException {
    Path other = Files.write(folder.resolve("other.wasm"), body(0x20, 0, 0x0b));
    String twice = module.toString();
    assertThat(execute("run", "--module", twice, "--module", other.toString())).isEqualTo(ExitCodes.OF_USER_ERROR);
    assertThat(execute("run", "--module", twice, "--module", twice)).isEqualTo(ExitCodes.OF_USER_ERROR);
    assertThat(execute("tune", "--runtime", "chicory", "--module", twice, "--module", other.toString()))
        .isEqualTo(ExitCodes.OF_USER_ERROR);
    assertThat(errors.toString().lines()).satisfiesExactly(
        line -> assertThat(line).contains("builds of a module are compared in one configuration: name it with --arm"),
        line -> assertThat(line).contains("two builds have one name"),
        line -> assertThat(line).contains("a search is for one build"));
  }

  /** The module with another body of its function. */
  private static byte[] body(int... code) {
    byte[] made = Arrays.copyOf(MODULE, MODULE.length - 6 + code.length);
    int at = MODULE.length - 6;
    for (int i = 0; i < code.length; i++) {
      made[at + i] = (byte) code[i];
    }
    made[at - 2] = (byte) (code.length + 1);
    made[at - 4] = (byte) (code.length + 3);
    return made;
  }

  @Test
  void shouldSayThatTheUsersOwnJavaAnswersOtherwise() throws IOException {
    Path jar = jar("return new byte[] {43, 0, 0, 0, 0, 0, 0, 0};");
    run("twice(21)", "--twin", jar.toString(), "--twin-class", "com.acme.Twice");
    assertThat(RunReader.read(folder.resolve("out/latest")).manifest().arms())
        .filteredOn(arm -> arm.configuration().equals("plain-java.jar") && !arm.isControl())
        .singleElement()
        .satisfies(arm -> assertThat(arm.notRun()).startsWith("answers differ: \"43\", but ").contains("\"42\""));
  }

  @Test
  void shouldSayThatTheUsersMethodCannotBeCalled() throws IOException {
    Path jar = jar("public byte[] handle(byte[] event)", "return null;");
    assertThat(run("twice(21)", "--twin", jar.toString(), "--twin-class", "com.acme.Twice"))
        .isEqualTo(MainJob.ARMS_FAILED);
    assertThat(RunReader.read(folder.resolve("out/latest")).manifest().arms())
        .filteredOn(arm -> arm.configuration().equals("plain-java.jar") && !arm.isControl())
        .singleElement()
        .satisfies(arm -> assertThat(arm.notRun())
            .contains("com.acme.Twice in twin.jar cannot be called as public static byte[] handle"));
  }

  @Test
  void shouldMeasureNothingIfTheJarHasNoSuchClass() throws IOException {
    Path jar = jar("return null;");
    assertThat(run("twice(21)", "--twin", jar.toString(), "--twin-class", "com.acme.Thrice"))
        .isEqualTo(ExitCodes.OF_USER_ERROR);
    assertThat(errors.toString().lines()).singleElement()
        .isEqualTo("coldstart: --twin, --twin-class: " + jar + " has no class com.acme.Thrice");
  }

  /** Compiled code counts to the end, and an interpreter does not in this time. */
  @Test
  void shouldMeasureTheOtherArmsIfOneReachesALimit() throws IOException {
    try (InputStream in = ModuleIT.class.getResourceAsStream("count.wasm")) {
      Files.write(module, in.readAllBytes());
    }
    Path out = folder.resolve("out");
    assertThat(execute("run", "--module", module.toString(), "--invoke", "count()", "--preset", "smoke", "--blocks",
        "1", "--timeout", "15s", "--arm", "chicory.interpreter,wasmtime.jni-extracted", "--out", out.toString()))
        .isEqualTo(MainJob.ARMS_FAILED);
    RunData run = RunReader.read(out.resolve("latest"));
    assertThat(run.arms()).filteredOn(arm -> arm.arm().fixture().startsWith("my-module-") && !arm.arm().isControl())
        .extracting(arm -> arm.arm().configuration(), arm -> arm.counted().size())
        .containsExactlyInAnyOrder(tuple("plain-java.empty", 1), tuple("chicory.interpreter", 0),
            tuple("wasmtime.jni-extracted", 1));
    assertThat(run.manifest().arms()).filteredOn(arm -> arm.notRun() != null)
        .singleElement()
        .satisfies(arm -> assertThat(arm.notRun()).contains("still running after 15 s"));
  }

  @Test
  void shouldRefuseAFileThatIsTooLargeForAModule() throws IOException {
    try (RandomAccessFile file = new RandomAccessFile(module.toFile(), "rw")) {
      file.setLength((256L << 20) + 1);
    }
    assertThat(run("twice(21)")).isEqualTo(ExitCodes.OF_USER_ERROR);
    assertThat(errors.toString().lines()).singleElement()
        .isEqualTo("coldstart: " + module + " has more than 256 MiB, which is too much");
  }

  /** A command that prints random numbers and the time: every runtime gives the same once it gets the same ones. */
  @Test
  void shouldGiveAllRuntimesTheSameClockAndRandomNumbers() throws IOException {
    try (InputStream in = ModuleIT.class.getResourceAsStream("dice.wasm")) {
      Files.write(module, in.readAllBytes());
    }
    Path out = folder.resolve("out");
    String arms = "chicory.interpreter,endive.interpreter,wasmtime.jni-extracted,graalwasm.interpreter";
    execute("run", "--module", module.toString(), "--wasi", "--preset", "smoke", "--blocks", "1", "--arm", arms,
        "--out", out.toString());
    Manifest manifest = RunReader.manifest(out.resolve("latest"));
    assertThat(manifest.notes()).anyMatch(note -> note.contains("depends on WASI's clock or random numbers"));
    Map<String, String> reasons = new TreeMap<>();
    manifest.arms()
        .stream()
        .filter(arm -> arm.fixture().startsWith("my-module-") && arm.notRun() != null)
        .forEach(arm -> reasons.put(arm.configuration(), arm.notRun()));
    assertThat(reasons).containsOnlyKeys("graalwasm.interpreter");
    assertThat(reasons.get("graalwasm.interpreter")).contains("GraalWasm's cannot be fixed");
    FixedSources fixed = new FixedSources();
    ByteBuffer expected = ByteBuffer.allocate(3 * Long.BYTES).order(ByteOrder.LITTLE_ENDIAN);
    expected.put(fixed.random(Long.BYTES)).putLong(fixed.timeNs()).putLong(fixed.timeNs());
    Path fixtures = Checkout.find().found(manifest.fixturesFolder());
    assertThat(Fixture.allIn(fixtures).get(0).coldEvent().expected()).isEqualTo(expected.array());
  }

  private int run(String call, String... more) {
    List<String> words = new ArrayList<>(List.of("run", "--module", module.toString(), "--invoke", call, "--preset",
        "smoke", "--blocks", "1", "--arm", "chicory.interpreter", "--out", folder.resolve("out").toString()));
    words.addAll(List.of(more));
    return execute(words.toArray(String[]::new));
  }

  private Path jar(String body) throws IOException {
    return jar("public static byte[] handle(byte[] event)", body);
  }

  private Path jar(String method, String body) throws IOException {
    Path source = Files.writeString(folder.resolve("Twice.java"),
        "package com.acme; public class Twice { " + method + " { " + body + " } }");
    assertThat(ToolProvider.getSystemJavaCompiler()
        .run(null, null, null, "--release", "17", "-d", folder.toString(), source.toString())).isZero();
    Path jar = folder.resolve("my.jar");
    try (JarOutputStream entries = new JarOutputStream(Files.newOutputStream(jar))) {
      entries.putNextEntry(new JarEntry("com/acme/Twice.class"));
      Files.copy(folder.resolve("com/acme/Twice.class"), entries);
    }
    return jar;
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|',
      value = {"--invoke  | thrice(1) | exports no function \"thrice\"; it exports twice: (i32) -> i32",
          "--invoke   | twice(1.5)    | \"1.5\" is no i32, which it must be: twice: (i32) -> i32",
          "--imports  | nothing       | --imports nothing: choose trap or zero",
          "--stdin    | in            | --stdin belongs to --wasi", "--event | in | --event belongs to --handler",
          "--twin     | my.jar | --twin and --twin-class belong together",
          "--twin-class | Twice | --twin and --twin-class",
          "--dir      | none::/data   | --dir none::/data: give an existing folder",
          "--fixtures | .             | --module and --fixtures exclude each other"})
  void shouldSayWhyAModuleCannotBeMeasuredLikeThat(String option, String value, String message) {
    Path out = folder.resolve("out");
    int code = execute("run", "--module", module.toString(), option, value, "--out", out.toString());
    assertThat(code).isEqualTo(ExitCodes.OF_USER_ERROR);
    assertThat(errors.toString().lines()).singleElement().asString().startsWith("coldstart: ").contains(message);
    assertThat(out).doesNotExist();
  }

  @Test
  void shouldSayWhatIsNoModule() throws IOException {
    Path text = Files.writeString(folder.resolve("a.txt"), "hello");
    for (List<String> command : List.of(List.of("run", "--module"), List.of("inspect"), List.of("fixture", "new"))) {
      List<String> words = new ArrayList<>(command);
      words.add(text.toString());
      assertThat(execute(words.toArray(String[]::new))).isEqualTo(ExitCodes.OF_USER_ERROR);
    }
    assertThat(errors.toString().lines()).hasSize(3)
        .allMatch(line -> line.startsWith("coldstart: ") && line.contains("it is not a Wasm module"));
  }

  @Test
  void shouldSayThatAnEntryNeedsAModule() {
    assertThat(execute("run", "--invoke", "twice(1)")).isEqualTo(ExitCodes.OF_USER_ERROR);
    assertThat(errors.toString()).contains("belong to a --module");
  }

  @Test
  void shouldMakeAFixtureThatCanBePlanned() {
    Path mine = folder.resolve("mine");
    assertThat(execute("fixture", "new", module.toString(), "--invoke", "twice(21)", "--out", mine.toString()))
        .isZero();
    assertThat(mine.resolve("my-module/fixture.json")).content(StandardCharsets.UTF_8).contains("\"twice(21)\"");
    assertThat(execute("run", "--fixtures", mine.toString(), "--dry-run")).isZero();
    assertThat(execute("fixture", "new", module.toString(), "--out", mine.toString()))
        .isEqualTo(ExitCodes.OF_USER_ERROR);
    assertThat(errors.toString()).contains("my-module already exists");
    assertThat(execute("run", "--fixtures", folder.resolve("none").toString(), "--dry-run"))
        .isEqualTo(ExitCodes.OF_USER_ERROR);
  }

  private int execute(String... arguments) {
    return Main.commandLine().setErr(new PrintWriter(errors, true)).execute(arguments);
  }
}
