package dev.coldstart.validation.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coldstart.child.ColdStart;
import dev.coldstart.launcher.catalog.Configuration;
import dev.coldstart.launcher.catalog.Jdk;
import dev.coldstart.launcher.catalog.JvmArgs;
import dev.coldstart.launcher.catalog.Requirements;
import dev.coldstart.validation.hostile.HostileResult.Ended;
import dev.coldstart.validation.hostile.HostileResult.Failure;
import dev.coldstart.validation.hostile.HostileResult.Row;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** With real processes. */
class TrialsTest {

  @TempDir
  private Path folder;

  @Test
  void shouldGoOnAfterAModuleThatEndsItsProcessOrHangs() throws Exception {
    Path sources = Files.createDirectories(folder.resolve("sources"));
    Files.write(sources.resolve("one.wasm"), new byte[] {0, 'a', 's', 'm', 1, 0, 0, 0});
    List<String> said = new ArrayList<>();
    Row row = new Trials(unreliable(), jdk(), sources, 1, 10, folder, Duration.ofSeconds(3),
        text -> text.replace("SIGSEGV", "<signal>"), said::add).row();
    assertThat(row.configuration()).isEqualTo("fake.unreliable");
    assertThat(row.ran()).isEqualTo(3);
    assertThat(row.rejected()).isEqualTo(3);
    assertThat(row.failures()).isEqualTo(Map.of("java.lang.NullPointerException",
        new Failure(2, 2, "functions 1 000 000", "parse", "because a check is missing")));
    String printed = "end\tof nothing | ".repeat(4);
    assertThat(row.ended()).containsExactly(
        new Ended(3, "table of 10 000 000", "exit code 77: " + printed + "<signal>"),
        new Ended(7, "locals 1 000 000", null));
    assertThat(said).hasSize(2).last().asString().endsWith("still running after 3 s, killed");
  }

  private Configuration unreliable() throws Exception {
    Path stage = Files.createDirectories(folder.resolve("stage"));
    Files.writeString(stage.resolve("classpath"), place(ColdStart.class) + ":" + place(UnreliableChild.class));
    return new Configuration("fake.unreliable", "fake", "Fake", "Unreliable", null, Optional.empty(),
        UnreliableChild.class.getName(), false, null, List.of(), false, Map.of(), JvmArgs.NONE,
        new Requirements(null, null, null), Optional.empty(), 0, false, List.of(), Set.of(), List.of(), List.of(),
        stage);
  }

  private static Path place(Class<?> of) throws Exception {
    return Path.of(of.getProtectionDomain().getCodeSource().getLocation().toURI());
  }

  private static Jdk jdk() {
    return new Jdk(Path.of(System.getProperty("java.home")), Runtime.version().feature(), "any", "any");
  }
}
