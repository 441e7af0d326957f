package dev.coldstart.launcher.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.coldstart.fixtures.Twin;
import dev.coldstart.launcher.UserError;
import dev.coldstart.launcher.catalog.Catalog;
import dev.coldstart.launcher.catalog.Configuration;
import dev.coldstart.launcher.catalog.SampleCatalog;
import dev.coldstart.record.text.Commands;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SelectionTest {

  private static final List<String> ALL = List.of();
  private static final List<String> NEWEST = List.of();
  private static final List<String> HELLO = List.of("hello");
  private static final String LIST = Commands.here().coldstart("list");

  @Test
  void shouldSelectAllOnTheNewestJdkInTheDefaultProfile() {
    assertThat(selected(new Selection(ALL, ALL, ALL, ALL, NEWEST, Controls.STANDARD))).containsExactly(
        "hello base.plain/default/jdk25", "hello fast.interpreter/default/jdk25", "hello fast.jit/default/jdk25",
        "hello slow.interpreter/default/jdk25", "markdown base.plain/default/jdk25",
        "markdown fast.interpreter/default/jdk25", "markdown fast.jit/default/jdk25",
        "markdown slow.interpreter/default/jdk25");
  }

  @Test
  void shouldAlwaysHoldTheBaseline() {
    assertThat(selected(new Selection(HELLO, List.of("slow"), ALL, ALL, NEWEST, Controls.STANDARD)))
        .containsExactly("hello base.plain/default/jdk25", "hello slow.interpreter/default/jdk25");
    assertThat(selected(new Selection(HELLO, ALL, List.of("fast.jit"), ALL, NEWEST, Controls.STANDARD)))
        .containsExactly("hello base.plain/default/jdk25", "hello fast.jit/default/jdk25");
  }

  @Test
  void shouldCrossProfilesAndJdks() {
    assertThat(selected(new Selection(HELLO, List.of("base"), ALL, List.of("lambda", "default"), List.of("21", "25"),
        Controls.STANDARD))).containsExactlyInAnyOrder("hello base.plain/default/jdk21",
            "hello base.plain/lambda/jdk21", "hello base.plain/default/jdk25", "hello base.plain/lambda/jdk25");
  }

  /** Its command line contains neither the profile nor the JDK. */
  @Test
  void shouldLaunchAChildThatIsNoJvmOnceForAllProfilesAndJdks(@TempDir Path stage) throws IOException {
    PlannedArm jvm = SampleArms.arm("fast.jit", "hello");
    Configuration staged = SampleArms.configuration("fast.jit", false, stage);
    Configuration program = SampleArms.requiring(SampleArms.withProgram(staged, "sh"), 21, null);
    Files.createFile(program.script());
    List<PlannedArm> arms = Stream.of("hello", "markdown")
        .flatMap(fixture -> Stream.of(17, 21, 25)
            .map(jdk -> new PlannedArm(program, jvm.profile(), SampleArms.jdk(Path.of("jdk"), jdk),
                SampleArms.fixture(fixture))))
        .toList();
    assertThat(PlannedArm.sharingLaunches(arms)).extracting(PlannedArm::launchedAs)
        .containsExactly(null, null, "fast.jit/default/jdk21", null, null, "fast.jit/default/jdk21");
    assertThat(PlannedArm.sharingLaunches(List.of(jvm, jvm))).containsExactly(jvm, jvm);
  }

  @Test
  void shouldSelectAWholeArmWithTheBaselineOfEachProfile() {
    assertThat(selected(new Selection(HELLO, ALL, List.of("fast.jit/lambda/jdk25"), List.of("default", "lambda"),
        NEWEST, Controls.STANDARD))).containsExactly("hello base.plain/default/jdk25", "hello base.plain/lambda/jdk25",
            "hello fast.jit/lambda/jdk25");
  }

  @Test
  void shouldSelectAProfileWithJvmOptions() {
    List<String> profiles = List.of("lambda+heap-16m+gc-serial", "lambda+gc-serial+heap-16m");
    assertThat(selected(new Selection(HELLO, List.of("base"), ALL, profiles, NEWEST, Controls.STANDARD)))
        .containsExactly("hello base.plain/lambda+gc-serial+heap-16m/jdk25");
  }

  @Test
  void shouldNameWhatThereIsInPlaceOfSomethingUnknown() {
    assertUnknown(new Selection(List.of("hello", "nope"), ALL, ALL, ALL, NEWEST, Controls.STANDARD),
        "no fixture is named \"nope\"; choose one of hello, markdown, or see: " + LIST);
    assertUnknown(new Selection(ALL, List.of("nope"), ALL, ALL, NEWEST, Controls.STANDARD),
        "no runtime is named \"nope\"; choose one of base, fast, slow, or see: " + LIST);
    assertUnknown(new Selection(ALL, ALL, List.of("fast"), ALL, NEWEST, Controls.STANDARD),
        "no arm is named \"fast\"; choose one of base.plain, fast.interpreter, fast.jit, slow.interpreter,"
            + " or see: " + LIST);
    assertUnknown(new Selection(ALL, ALL, ALL, List.of("nope"), NEWEST, Controls.STANDARD),
        "no profile is named \"nope\"; choose one of default, lambda, or see: " + LIST);
    assertUnknown(new Selection(ALL, ALL, ALL, List.of("default+nope"), NEWEST, Controls.STANDARD),
        "no JVM option is named \"nope\", as in the profile \"default+nope\"; choose one of gc-serial, heap-16m,"
            + " heap-64m, or see: " + LIST);
    assertUnknown(new Selection(ALL, ALL, ALL, ALL, List.of("99"), Controls.STANDARD),
        "no JDK 99 is installed; found 25.0.1+9, 21.0.1+9. Install it, or choose with --jdk; " + LIST
            + " shows which JDKs are not used and why");
  }

  @Test
  void shouldMeasureAFixtureOnRequestOnlyIfItIsNamed() {
    Catalog c = SampleCatalog.catalog();
    Catalog more = new Catalog(List.of(SampleArms.fixture("hello"), SampleArms.fixture("more", true, Twin.BUILT_IN)),
        c.configurations(), c.profiles(), c.jvmOptions(), c.jdks());
    Selection all = new Selection(ALL, ALL, List.of("fast.jit"), ALL, NEWEST, Controls.STANDARD);
    assertThat(selected(all, more)).containsExactly("hello base.plain/default/jdk25", "hello fast.jit/default/jdk25");
    Selection named = new Selection(List.of("more"), ALL, List.of("fast.jit"), ALL, NEWEST, Controls.STANDARD);
    assertThat(selected(named, more)).containsExactly("more base.plain/default/jdk25", "more fast.jit/default/jdk25");
  }

  @Test
  void shouldMeasureAProgramOnRequestUnaskedForAModuleOfOthers(@TempDir Path stage) {
    Configuration jvm = SampleArms.onRequest(SampleArms.configuration("fast.jit", false, stage));
    Configuration program =
        SampleArms.withProgram(SampleArms.onRequest(SampleArms.configuration("js.wasm", false, stage)), "sh");
    Catalog c = SampleCatalog.catalog();
    Catalog catalog = new Catalog(List.of(SampleArms.fixture("hello"), SampleArms.fixture("theirs", false, Twin.NONE)),
        List.of(jvm, program), c.profiles(), c.jvmOptions(), c.jdks());
    assertThat(selected(new Selection(ALL, ALL, ALL, ALL, NEWEST, Controls.STANDARD), catalog))
        .containsExactly("theirs js.wasm/default/jdk25");
    assertThat(selected(new Selection(HELLO, List.of("js"), ALL, ALL, NEWEST, Controls.STANDARD), catalog))
        .containsExactly("hello js.wasm/default/jdk25");
  }

  private static void assertUnknown(Selection selection, String message) {
    assertThatThrownBy(() -> selected(selection)).isInstanceOf(UserError.class).hasMessage(message);
  }

  private static List<String> selected(Selection selection) {
    return selected(selection, SampleCatalog.catalog());
  }

  private static List<String> selected(Selection selection, Catalog catalog) {
    Stream<PlannedArm> arms = selection.from(catalog).stream();
    return arms.filter(arm -> arm.control() == null).map(arm -> arm.fixture().id() + " " + arm.id()).toList();
  }
}
