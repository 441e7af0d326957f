package dev.coldstart.launcher.machine;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Field;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledForJreRange;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.JRE;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Each test runs in its own JVM, because a JVM chooses its mechanism only once. */
@EnabledOnOs(OS.LINUX)
@EnabledForJreRange(max = JRE.JAVA_25)
class LaunchMechanismTest {

  private static final String CHOOSE = "choose";

  @TempDir
  private Path folder;

  @Test
  void shouldSettleOnTheCheapestWithoutAWord() throws Exception {
    assertThat(used(List.of(), CHOOSE)).isEqualTo("VFORK");
  }

  @Test
  void shouldLeaveAloneWhatTheUserChose() throws Exception {
    assertThat(used(List.of("-D" + LaunchMechanism.PROPERTY + "=fork"), CHOOSE)).isEqualTo("FORK");
  }

  @Test
  void shouldKnowWhatTheJdkUsesByItself() throws Exception {
    assertThat(used(List.of(), "")).isEqualTo("POSIX_SPAWN");
  }

  /** The mechanism that a JVM really uses, which must also be the one that it reports. */
  private String used(List<String> jvmArgs, String choose) throws Exception {
    Path out = folder.resolve("out");
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("--add-opens", "java.base/java.lang=ALL-UNNAMED"));
    command.addAll(jvmArgs);
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), Chooser.class.getName(), choose));
    Process process = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(out.toFile()).start();
    assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
    // The output includes standard error, so it may be only one line.
    assertThat(Files.readAllLines(out)).hasSize(1);
    String[] words = Files.readString(out).strip().split(" ");
    assertThat(words[0]).isEqualTo(words[1]);
    return words[0];
  }

  /** Prints the mechanism that the JDK uses, and the one that is reported. */
  static final class Chooser {

    private Chooser() {}

    public static void main(String[] args) throws Exception {
      if (args[0].equals(CHOOSE)) {
        LaunchMechanism.useCheapest();
      }
      Field used = Class.forName("java.lang.ProcessImpl").getDeclaredField("launchMechanism");
      used.setAccessible(true);
      System.out.println(used.get(null) + " " + LaunchMechanism.inUse());
    }
  }
}
