package dev.coldstart.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coldstart.launcher.catalog.Checkout;
import dev.coldstart.launcher.child.ScriptedChild;
import dev.coldstart.launcher.machine.Program;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Tests scripts/coldstart in a checkout that holds nothing else, with another program in place of the JVM. */
@EnabledOnOs({OS.LINUX, OS.MAC})
class StartScriptTest {

  private static final Duration AMPLE = Duration.ofMinutes(2);

  private static final String TELLS_WHAT_IT_IS_GIVEN = "printf '%s\\n' \"$@\" >args\nenv >environment\n";

  @TempDir
  private Path folder;
  private Path home;
  private Path work;
  private Path jdk;
  private ProcessBuilder command;
  private Process process;

  @BeforeEach
  void makeCheckout() throws IOException {
    // Resolves links in the path of the temporary folder, as on macOS, because the script prints the real path.
    home = Files.createDirectories(folder.resolve("my 'own' \"bench\" $x")).toRealPath();
    work = Files.createDirectories(folder.resolve("work"));
    jdk = folder.resolve("a JDK");
    for (String script : List.of("scripts/coldstart", "scripts/start-jvm")) {
      Path copy = home.resolve(script);
      Files.createDirectories(copy.getParent());
      Files.copy(Checkout.find().root().resolve(script), copy);
      assertThat(copy.toFile().setExecutable(true)).isTrue();
    }
    Files.createFile(Files.createDirectories(home.resolve("command/target/stage")).resolve("classpath"));
    jvmDoes(TELLS_WHAT_IT_IS_GIVEN);
    command = new ProcessBuilder(home.resolve("scripts/coldstart").toString(), "run", "--fixture", "a b");
    command.environment().put("JAVA_HOME", jdk.toString());
  }

  @AfterEach
  void killWhatIsLeft() {
    if (process != null) {
      process.destroyForcibly();
    }
  }

  private void jvmDoes(String script) throws IOException {
    Path java = Files.createDirectories(jdk.resolve("bin")).resolve("java");
    Files.writeString(java, "#!/usr/bin/env bash\n" + script);
    assertThat(java.toFile().setExecutable(true)).isTrue();
  }

  @Test
  void shouldStartTheCommandAndGiveItsExitCode() throws Exception {
    jvmDoes(TELLS_WHAT_IT_IS_GIVEN + "exit 42\n");
    assertThat(exitCode()).as(said()).isEqualTo(42);
    String stage = home.resolve("command/target/stage").toString();
    assertThat(arguments()).startsWith("@" + home.resolve("command/jvm.args"), "-Dcoldstart.home=" + home)
        .contains("-Dcoldstart.terminal=false", "-Dcoldstart.ends-with-input=false")
        .endsWith("-cp", stage + "/*:" + stage + "/lib/*", Main.class.getName(), "run", "--fixture", "a b");
  }

  @Test
  void shouldTakeAwayWhatChangesAJvm() throws Exception {
    Program.CLEARED.forEach(variable -> command.environment().put(variable, "none"));
    command.environment().put("LC_ALL", "POSIX");
    assertThat(exitCode()).as(said()).isZero();
    List<String> environment = Files.readAllLines(work.resolve("environment"));
    assertThat(environment).contains("LC_ALL=C.UTF-8", "JAVA_HOME=" + jdk)
        .noneMatch(variable -> Program.CLEARED.contains(variable.split("=", 2)[0]));
  }

  @Test
  void shouldFindItsCheckoutThroughALinkFromAnyShell() throws Exception {
    Path link = Files.createSymbolicLink(folder.resolve("linked"), home.resolve("scripts/coldstart"));
    command.command("sh", folder.relativize(link).toString(), "list").directory(folder.toFile());
    command.environment().put("POSIXLY_CORRECT", "1");
    command.environment().put("CDPATH", "/:.");
    assertThat(exitCode(folder)).as(said()).isZero();
    assertThat(Files.readAllLines(folder.resolve("args"))).contains("-Dcoldstart.home=" + home).endsWith("list");
  }

  @Test
  void shouldHaveTheTemporaryFolderMoved() throws Exception {
    Path temporary = Files.createDirectories(work.resolve("of mine")).toRealPath();
    command.environment().put("TMPDIR", "of mine");
    assertThat(exitCode()).as(said()).isZero();
    assertThat(arguments()).contains("-Djava.io.tmpdir=" + temporary);
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = """
      JAVA_HOME | /no/such/jdk | JAVA_HOME=/no/such/jdk has no bin/java: set it to a JDK 17 or later, or unset it
      TMPDIR    | /no/such/tmp | TMPDIR=/no/such/tmp is not a writable folder: choose another, or unset it
      """)
  void shouldNameTheVariableThatKeepsItFromStarting(String variable, String value, String says) throws Exception {
    command.environment().put(variable, value);
    assertThat(exitCode()).isEqualTo(2);
    assertThat(said()).isEqualTo("coldstart: " + says + "\n");
  }

  @ParameterizedTest
  @CsvSource({"1.8.0_402, 8", "11.0.2, 11"})
  void shouldRefuseAJvmThatIsTooOld(String version, String feature) throws Exception {
    Files.writeString(jdk.resolve("release"), "IMPLEMENTOR=\"N/A\"\nJAVA_VERSION=\"" + version + "\"\n");
    assertThat(exitCode()).isEqualTo(2);
    assertThat(said()).isEqualTo("coldstart: " + jdk.toRealPath().resolve("bin/java") + " is Java " + feature
        + ": set JAVA_HOME to a JDK 17 or later\n");
  }

  @Test
  void shouldTakeAJvmThatIsNewEnough() throws Exception {
    Files.writeString(jdk.resolve("release"), "JAVA_VERSION=\"17\"\n");
    assertThat(exitCode()).as(said()).isZero();
  }

  @Test
  void shouldRefuseAFolderThatNoClassPathCanHold() throws Exception {
    Path moved = Files.move(home, folder.resolve("a:b"));
    command.command(moved.resolve("scripts/coldstart").toString());
    assertThat(exitCode()).isEqualTo(2);
    assertThat(said()).startsWith("coldstart: the path ").contains("a:b contains a colon").hasLineCount(1);
  }

  @Test
  void shouldSayWhatToDoWhereItIsNotBuilt() throws Exception {
    Files.delete(home.resolve("command/target/stage/classpath"));
    assertThat(exitCode()).isEqualTo(2);
    assertThat(said()).isEqualTo("coldstart: not built yet; run: mvn verify -DskipTests (in " + home + ")\n");
  }

  /** Its scripts are in another folder. */
  @Test
  void shouldStartTheCommandOfAnArchive() throws Exception {
    Files.move(home.resolve("scripts"), home.resolve("bin"));
    command.command(home.resolve("bin/coldstart").toString(), "list");
    assertThat(exitCode()).as(said()).isZero();
    assertThat(arguments()).contains("-Dcoldstart.home=" + home).endsWith("list");
    Files.delete(home.resolve("command/target/stage/classpath"));
    assertThat(exitCode()).isEqualTo(2);
    assertThat(said()).isEqualTo("coldstart: " + home + " is not whole; unpack the archive again\n");
  }

  /** A killed JVM cannot clean up, but its children and its folder must be gone all the same. */
  @Test
  @EnabledOnOs(OS.LINUX)
  void shouldEndWhatAKilledJvmLeaves() throws Exception {
    command.environment().put("TMPDIR", work.toString());
    // As with a real JVM, its children do not inherit its open files.
    jvmDoes("""
        mkdir "coldstart-$COLDSTART_LAUNCH-1"
        COLDSTART_LAUNCH=$COLDSTART_LAUNCH-00000001 sleep 600 9>&- &
        echo $! >child
        sleep 600 9>&- &
        echo $! >new
        mv new preparation
        wait
        """);
    start(work);
    await(() -> Files.exists(work.resolve("preparation")));
    // The last mv may not have ended yet. What cleans up is no child, which the JVM would kill.
    await(() -> process.children().count() == 2);
    process.destroyForcibly();
    assertThat(ScriptedChild.isAliveByPidIn(work.resolve("child"))).isFalse();
    assertThat(ScriptedChild.isAliveByPidIn(work.resolve("preparation"))).isFalse();
    await(() -> work.toFile().list((parent, name) -> name.startsWith("coldstart-")).length == 0);
  }

  private static void await(BooleanSupplier condition) {
    long endNs = System.nanoTime() + AMPLE.toNanos();
    while (!condition.getAsBoolean()) {
      assertThat(System.nanoTime()).as("waits too long").isLessThan(endNs);
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(20));
    }
  }

  private void start(Path workingFolder) throws IOException {
    process = command.directory(workingFolder.toFile())
        .redirectErrorStream(true)
        .redirectOutput(folder.resolve("said").toFile())
        .start();
  }

  private int exitCode() throws Exception {
    return exitCode(work);
  }

  private int exitCode(Path workingFolder) throws Exception {
    start(workingFolder);
    assertThat(process.waitFor(AMPLE.toSeconds(), TimeUnit.SECONDS)).as("it ends").isTrue();
    return process.exitValue();
  }

  private List<String> arguments() throws IOException {
    return Files.readAllLines(work.resolve("args"));
  }

  private String said() throws IOException {
    return Files.readString(folder.resolve("said"));
  }
}
