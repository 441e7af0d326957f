package dev.coldstart.launcher.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coldstart.launcher.catalog.Checkout;
import dev.coldstart.launcher.plan.PlannedArm;
import dev.coldstart.launcher.plan.SampleArms;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RecordedArmsTest {

  @TempDir
  private Path folder;
  private Path stage;

  @BeforeEach
  void makeStage() throws IOException {
    stage = Files.createDirectory(folder.resolve("stage"));
    Files.writeString(stage.resolve("own.jar"), "classes");
    Files.writeString(stage.resolve("classpath"), "");
  }

  /** A run's folder is meant to be shown to others. */
  @Test
  void shouldNameAnImageAndHowItIsMadeWithoutAnyFolderOfTheMachine() {
    PlannedArm arm = new PlannedArm(SampleArms.configuration("fast.jit", false, stage),
        SampleArms.linked(SampleArms.profile("linked"), "--fast"), SampleArms.jdk(folder.resolve("jdk"), 25),
        SampleArms.fixture("hello"));
    Checkout home = new Checkout(folder, folder.resolve("wasm-fixtures"));
    assertThat(RecordedArms.command(arm, home)).startsWith("<image>/bin/java").contains("<coldstart>/stage/own.jar");
    List<List<String>> before = RecordedArms.aheadOfTime(arm, home);
    assertThat(before).hasSize(2);
    assertThat(before.get(0)).startsWith("<coldstart>/jdk/bin/jdeps").endsWith("<coldstart>/stage/own.jar");
    assertThat(before.get(1)).containsExactly("<coldstart>/jdk/bin/jlink", "--fast", "--add-modules", "<modules>",
        "--output", "<image>");
  }

  @Test
  void shouldNoteThatAnotherCommitIsCheckedOutThanWasBuilt() {
    assertThat(RecordedArms.notes("0123abc", null)).isEmpty();
    assertThat(RecordedArms.notes("0123abc", "4567def"))
        .containsExactly("built from commit 0123abc, but the checkout with its fixtures and profiles is at 4567def;"
            + " build again with mvn verify -DskipTests");
    assertThat(RecordedArms.notes(null, "4567def")).singleElement()
        .asString()
        .startsWith("built from an unknown commit, ");
  }
}
