package dev.coldstart.command.tune;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coldstart.launcher.catalog.Catalog;
import dev.coldstart.launcher.catalog.ClassPathOrder;
import dev.coldstart.launcher.catalog.Configuration;
import dev.coldstart.launcher.catalog.JvmArgs;
import dev.coldstart.launcher.catalog.Lever;
import dev.coldstart.launcher.catalog.SampleCatalog;
import dev.coldstart.launcher.plan.PlannedArm;
import dev.coldstart.launcher.plan.SampleArms;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FieldChildrenTest {

  private static final Lever LARGEST = order("jars-largest-first", ClassPathOrder.LARGEST_FIRST);
  private static final Lever SMALLEST = order("jars-smallest-first", ClassPathOrder.SMALLEST_FIRST);

  @TempDir
  private Path stage;
  private PlannedArm arm;
  private Field field;

  @BeforeEach
  void makeField() throws IOException {
    Files.writeString(stage.resolve("own.jar"), "1");
    Files.writeString(Files.createDirectory(stage.resolve("lib")).resolve("engine.jar"), "22");
    Files.writeString(stage.resolve("classpath"), "lib/engine.jar");
    arm = with(SampleArms.configuration("fast.jit", false, stage));
    Catalog sample = SampleCatalog.catalog();
    Catalog catalog =
        new Catalog(sample.fixtures(), List.of(), sample.profiles(), List.of(LARGEST, SMALLEST), sample.jdks());
    field = new Field(catalog, arm, List.of());
  }

  /** What would be launched by the same command line is the same candidate. */
  @Test
  void shouldTryNoOrderInWhichTheJarsStandAnyway() {
    List<Candidate> children = field.children(List.of(new Candidate(arm, null)));
    assertThat(children).extracting(Candidate::id).containsExactly("fast.jit/default+jars-largest-first/jdk25");
  }

  @Test
  void shouldOrderNoJarsOfWhatIsNoJvm() {
    PlannedArm script = with(SampleArms.withProgram(arm.configuration(), "run"));
    assertThat(field.children(List.of(new Candidate(script, null)))).isEmpty();
  }

  private static PlannedArm with(Configuration configuration) {
    return new PlannedArm(configuration, SampleArms.profile("default"), SampleArms.jdk(Path.of("jdk"), 25),
        SampleArms.fixture("hello"));
  }

  private static Lever order(String id, ClassPathOrder order) {
    return new Lever(id, id, "jars", JvmArgs.NONE, Optional.empty(), order, SampleArms.profile("default").requires());
  }
}
