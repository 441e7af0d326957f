package dev.coldstart.jmh;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.within;

import dev.coldstart.jmh.JmhDriver.JmhForkException;
import dev.coldstart.jmh.JmhFork.Measure;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Real forks of a fake runtime, on the staged class path. */
class JmhDriverIT {

  private static final Path STAGE = Path.of("target/stage").toAbsolutePath();
  private static final Path FAKE = Path.of("target/test-classes").toAbsolutePath();

  private static final double MOST_APART = 20;

  @TempDir
  Path folder;

  private Path json;
  private Path trace;
  private List<Path> ownClassPath;
  private List<Path> runtimeClassPath = List.of(FAKE);
  private Duration timeout = Duration.ofSeconds(30);

  @BeforeEach
  void stage() throws IOException {
    json = folder.resolve("fork.json");
    trace = folder.resolve("trace");
    Files.writeString(folder.resolve("event"), "{\"n\":1}");
    ownClassPath = new ArrayList<>();
    try (var jars = Files.newDirectoryStream(STAGE, "*.jar")) {
      jars.forEach(ownClassPath::add);
    }
    for (String jar : Files.readString(STAGE.resolve("classpath")).trim().split(":")) {
      ownClassPath.add(STAGE.resolve(jar));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"load", "parse", "compile", "instantiate", "invoke"})
  void shouldMeasureTheFirstTouchOfEachPhase(String phase) throws Exception {
    run(fork(Measure.FIRST_TOUCH, phase));

    assertThat(json).content()
        .contains("\"benchmark\" : \"dev.coldstart.jmh.FirstTouch." + phase + "\"")
        .contains("\"mode\" : \"ss\"", "\"forks\" : 1,", "\"measurementIterations\" : 1,")
        .contains("\"configuration\" : \"fake.default\"", "\"fixture\" : \"echo\"");
    assertThat(Double.parseDouble(classesBefore())).isGreaterThan(1_000);
  }

  /** The adapter is the first class that the operation loads. The JVM's own log lists the classes before it. */
  @Test
  void shouldCountTheClassesLoadedBeforeTheOperation() throws Exception {
    Path log = folder.resolve("classes");
    run(fork(Measure.FIRST_TOUCH, "load", "-Xlog:class+load:file=" + log));

    long before = Files.readAllLines(log)
        .stream()
        .filter(line -> line.contains(" source: "))
        .takeWhile(line -> !line.contains(" " + FakeChild.class.getName() + " "))
        .count();
    // JMH loads a few more between its set-up and the operation, and the log omits some that the JVM generates.
    assertThat(Double.parseDouble(classesBefore())).isCloseTo(before, within(MOST_APART));
  }

  @Test
  void shouldCountNoClassesWhereTheJvmDoesNotTell() throws Exception {
    run(fork(Measure.FIRST_TOUCH, "load", "-XX:-UsePerfData"));

    assertThat(classesBefore()).isEqualTo("\"NaN\"");
  }

  @ParameterizedTest
  @CsvSource({"STEADY_SAMPLES, instantiate, rawDataHistogram", "STEADY_AVERAGE, invoke, rawData"})
  void shouldMeasureSteadyState(Measure measure, String phase, String data) throws Exception {
    run(fork(measure, phase));

    assertThat(json).content()
        .contains("\"benchmark\" : \"dev.coldstart.jmh.SteadyState." + phase + "\"")
        .contains("\"mode\" : \"" + measure.modeName() + "\"", "\"" + data + "\"")
        .doesNotContain("classesBefore");
  }

  @Test
  void shouldGiveTheForkItsClassPathAndNothingElse() throws Exception {
    String before = System.getProperty("java.class.path");

    run(fork(Measure.FIRST_TOUCH, "load", "-D" + FakeRuntime.TRACE + "=" + trace));

    List<Path> asked = new ArrayList<>(ownClassPath);
    asked.addAll(runtimeClassPath);
    String expected = String.join(File.pathSeparator, asked.stream().map(Path::toString).toList());
    assertThat(trace).content().startsWith("load " + expected + "\n");
    assertThat(System.getProperty("java.class.path")).isEqualTo(before);
  }

  @Test
  void shouldOpenStagesInOrderAndCloseTheLastOneFirst() throws Exception {
    run(fork(Measure.FIRST_TOUCH, "invoke", "-D" + FakeRuntime.TRACE + "=" + trace));

    assertThat(Files.readAllLines(trace)).hasSize(9).first().asString().startsWith("load");
    assertThat(Files.readAllLines(trace)).endsWith("parse echo", "compile", "instantiate", "handle", "close instance",
        "close compiled", "close parsed", "close runtime");
  }

  @Test
  void shouldCloseWhatAnOperationOfSteadyStateMakes() throws Exception {
    run(fork(Measure.STEADY_AVERAGE, "compile", "-D" + FakeRuntime.TRACE + "=" + trace));

    List<String> events = Files.readAllLines(trace);
    assertThat(events.stream().filter("compile"::equals).count()).isPositive()
        .isEqualTo(events.stream().filter("close compiled"::equals).count());
    assertThat(events).endsWith("close compiled", "close parsed", "close runtime");
  }

  @Test
  void shouldKeepWhatTheForkPrintsInTheLog() throws Exception {
    run(fork(Measure.FIRST_TOUCH, "invoke"));

    assertThat(folder.resolve("fork.log")).content().contains("# Benchmark: ", "fake handled an event");
  }

  @ParameterizedTest
  @EnumSource(Measure.class)
  void shouldRejectAWrongResponse(Measure measure) {
    JmhForkException failure = failureOf(fork(measure, "invoke", failing(FakeRuntime.Failure.WRONG_ANSWER)));

    assertThat(failure).hasMessageContaining("wrong response: expected={\"n\":1} actual=?")
        .hasMessageContaining("configuration=fake.default fixture=echo benchmark=" + measure.benchmark() + ".invoke");
  }

  @Test
  void shouldReportAForkThatExits() {
    JmhForkException failure = failureOf(fork(Measure.FIRST_TOUCH, "invoke", failing(FakeRuntime.Failure.EXIT_42)));

    assertThat(failure).hasMessageContaining("VM prematurely exited").hasMessageContaining("exit code 42");
  }

  @Test
  void shouldReportAForkThatEndsAsIfAllWereWell() {
    failureOf(fork(Measure.FIRST_TOUCH, "invoke", failing(FakeRuntime.Failure.HALT_0)));
  }

  @Test
  void shouldKillAForkThatHangs() {
    timeout = Duration.ofSeconds(2);

    JmhForkException failure = failureOf(fork(Measure.FIRST_TOUCH, "invoke", failing(FakeRuntime.Failure.HANG)));

    assertThat(failure).hasMessageContaining("no result within PT2S");
    assertThat(ProcessHandle.current().children().filter(ProcessHandle::isAlive)).isEmpty();
  }

  @Test
  void shouldReportAJvmThatDoesNotStart() {
    JmhForkException failure = failureOf(fork(Measure.FIRST_TOUCH, "load", "-XX:NoSuchOption"));

    assertThat(failure).hasMessageContaining("Unrecognized VM option 'NoSuchOption'");
    assertThat(failure.reason()).contains("Unrecognized VM option 'NoSuchOption'")
        .doesNotContain("<std", "# Benchmark");
  }

  /** Such a JVM reports its error on standard output. */
  @Test
  void shouldSayWhatAJvmPrintsThatCannotMakeItsHeap() {
    JmhForkException failure = failureOf(fork(Measure.FIRST_TOUCH, "load", "-Xms2g", "-Xmx1g"));

    assertThat(failure.reason()).contains("Error occurred during initialization of VM", "Initial heap size");
  }

  @Test
  void shouldReportAChildThatIsNotOnTheClassPath() {
    runtimeClassPath = List.of();

    JmhForkException failure = failureOf(fork(Measure.FIRST_TOUCH, "invoke"));

    assertThat(failure).hasMessageContaining("ClassNotFoundException: dev.coldstart.jmh.FakeChild");
  }

  @Test
  void shouldReportAnExceptionWhoseClassOnlyTheForkHas() throws Exception {
    Path source = Files.writeString(folder.resolve("Trap.java"), """
        public class Trap extends Exception {
          public Trap() {
            super("unreachable executed");
          }
        }
        """);
    ToolProvider.getSystemJavaCompiler().run(null, null, null, "-proc:none", source.toString());
    runtimeClassPath = List.of(FAKE, folder);

    JmhForkException failure = failureOf(fork(Measure.FIRST_TOUCH, "invoke", failing(FakeRuntime.Failure.TRAP)));

    assertThat(failure).hasMessageContaining("Trap: unreachable executed");
  }

  @Test
  void shouldReportAPhaseThatIsNone() {
    JmhForkException failure = failureOf(fork(Measure.STEADY_AVERAGE, "load"));

    assertThat(failure).hasMessageContaining("benchmark=SteadyState.load").hasMessageContaining("No benchmarks");
  }

  /** The counter's score in JMH's JSON. */
  private String classesBefore() throws IOException {
    Matcher score = Pattern.compile("\"classesBefore\" : \\{\\s*\"score\" : (\\S+),").matcher(Files.readString(json));
    assertThat(score.find()).as(Files.readString(json)).isTrue();
    return score.group(1);
  }

  private void run(JmhFork fork) throws JmhForkException, IOException {
    new JmhDriver(ownClassPath).run(fork, json);
  }

  /** Runs a fork that must fail, leave a log and write no result. */
  private JmhForkException failureOf(JmhFork fork) {
    JmhForkException failure = catchThrowableOfType(JmhForkException.class, () -> run(fork));
    Path log = folder.resolve("fork.log");
    assertThat(failure).hasMessageContaining(log.toString());
    assertThat(log).exists();
    assertThat(json).doesNotExist();
    return failure;
  }

  private static String failing(FakeRuntime.Failure failure) {
    return "-D" + FakeRuntime.FAILURE + "=" + failure;
  }

  private JmhFork fork(Measure measure, String phase, String... jvmArgs) {
    Path event = folder.resolve("event");
    JmhFork.Subject subject = new JmhFork.Subject("fake.default", "echo", FakeChild.class.getName(), runtimeClassPath,
        event, event, event, "handler", "-");
    Path java = Path.of(System.getProperty("java.home"), "bin", "java");
    Duration steady = Duration.ofMillis(100);
    return new JmhFork(subject, measure, phase, java, Runtime.version().feature(), List.of(jvmArgs), steady, steady,
        timeout);
  }
}
