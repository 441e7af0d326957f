package dev.coldstart.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coldstart.record.Arm;
import dev.coldstart.record.Launch;
import dev.coldstart.record.Manifest;
import dev.coldstart.record.Records;
import dev.coldstart.record.RunData;
import dev.coldstart.record.SampleRun;
import dev.coldstart.record.SampleRuns;
import dev.coldstart.record.io.RunReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** The gate on runs whose ratios are known, with a real second run where it takes one. */
@ExtendWith(OwnLock.class)
class GateIT {

  private static final int CANNOT_TELL = 3;
  private static final String OTHER_JDK = "jdk26";

  @TempDir
  private Path folder;
  private final StringWriter errors = new StringWriter();
  private String said;

  private int gate(SampleRun run, String... options) {
    String[] words =
        Stream.concat(Stream.of("gate", run.writeTo(folder.resolve("out")).path().toString()), Arrays.stream(options))
            .toArray(String[]::new);
    Execution execution = Execution.of(errors, words);
    said = execution.said();
    return execution.code();
  }

  @Test
  void shouldPassWhatIsWithinTheLimit() {
    SampleRun slow = SampleRuns.standard().slowedInFirstCall(launch -> launch.arm().startsWith("plain-java.twin"), 4);
    // It cannot tell anything about an arm that did not run.
    assertThat(gate(slow)).isEqualTo(CANNOT_TELL);
    int whole = gate(
        slow.withManifest(m -> Records.with(m, "runId", "whole", "arms", m.arms().stream().filter(Arm::ran).toList())));
    assertThat(whole).as(said).isZero();
    assertThat(said).contains("not slower: ").doesNotContain("suspected");
  }

  @Test
  void shouldFailWhatIsSlowerAndWriteIt() throws IOException {
    Path markdown = folder.resolve("gate.md");
    Path ratios = folder.resolve("gate.json");
    assertThat(
        gate(SampleRuns.standard(), "--no-confirm", "--markdown", markdown.toString(), "--ratios", ratios.toString()))
        .isOne();
    assertThat(said).contains("slower: ");
    List<String> table = Files.readAllLines(markdown);
    assertThat(table.get(0)).contains("more than 5", "slower?");
    assertThat(table).anyMatch(line -> line.endsWith("| slower |"));
    assertThat(Files.readString(ratios)).contains("\"unit\" : \"ratio\"").doesNotContain("NaN");
  }

  @Test
  void shouldNotBeAbleToTellFromTooFewBlocks() {
    assertThat(gate(SampleRuns.blocks(3))).isEqualTo(CANNOT_TELL);
    assertThat(said).contains("cannot tell: ");
  }

  /** Nothing but the ratios of the first calls has changed. */
  @Test
  void shouldCompareWithAnEarlierRun() {
    Path earlier = SampleRuns.standard().withManifest(m -> Records.with(m, "runId", "before")).writeTo(folder).path();
    SampleRun later = SampleRuns.standard()
        .withManifest(m -> Records.with(m, "runId", "later", "startedAt", m.startedAt().plusSeconds(3_600)));
    assertThat(gate(later, "--against", earlier.toString(), "--max-regression", "50%")).isZero();
    assertThat(said).contains("the time that it took in before, each in relation to its baseline");
    assertThat(Main.commandLine().execute("report", earlier.toString())).isZero();
    SampleRun slower = later.withManifest(m -> Records.with(m, "runId", "slower"))
        .slowedInFirstCall(launch -> launch.arm().startsWith("chicory"), 3);
    int found = gate(slower, "--against", folder.toString(), "--no-confirm", "--json");
    assertThat(found).as(said + errors).isOne();
    assertThat(said).startsWith("{")
        .contains("\"against\" : \"before\"", "\"outcome\" : \"slower\"", "\"ratioCiLow\" : ");
    SampleRun lost = later.withManifest(m -> Records.with(m, "runId", "lost"))
        .withArms(arm -> arm.arm().startsWith("chicory") ? Records.with(arm, "notRun", "it trapped") : arm)
        .onlyLaunches(launch -> !launch.arm().startsWith("chicory"));
    assertThat(gate(lost, "--against", earlier.toString(), "--max-regression", "50%")).isEqualTo(CANNOT_TELL);
    assertThat(said).contains("was not run: it trapped");
    Path itself = folder.resolve("out/lost");
    assertThat(Main.commandLine()
        .setErr(new PrintWriter(errors, true))
        .execute("gate", itself.toString(), "--against", itself.toString())).isEqualTo(ExitCodes.OF_USER_ERROR);
    assertThat(errors.toString()).contains("is the run itself, and would always pass");
    SampleRun other = later.withManifest(m -> Records.with(m, "runId", "other"));
    assertThat(gate(other, "--against", folder.resolve("nothing").toString())).isEqualTo(ExitCodes.OF_USER_ERROR);
    assertThat(errors.toString()).contains("it is no run, and no earlier run in it can be compared");
  }

  @Test
  void shouldCompareTheJdksOfARun() {
    SampleRun one = SampleRuns.standard();
    assertThat(gate(one, "--jdks", "--no-confirm")).isEqualTo(ExitCodes.OF_USER_ERROR);
    assertThat(errors.toString()).contains("has arms on one JDK only; measure two with run --jdk");
    SampleRun two = onTwoJdks(one.withManifest(m -> Records.with(m, "runId", "two")));
    assertThat(gate(two, "--jdks", "--no-confirm", "--json")).isOne();
    assertThat(said).contains("\"against\" : \"jdk25\"", "\"outcome\" : \"slower\"");
    assertThat(gate(two.withManifest(m -> Records.with(m, "runId", "again")), "--jdks", "--no-confirm")).isOne();
    assertThat(said).contains("the time that it takes on jdk25");
    assertThat(gate(two.withManifest(m -> Records.with(m, "runId", "third")), "--jdks", "--against", folder.toString()))
        .isEqualTo(ExitCodes.OF_USER_ERROR);
    assertThat(errors.toString()).contains("--jdks compares within the run");
  }

  /** Each arm also on a second JDK, where Chicory's first call takes longer. */
  private static SampleRun onTwoJdks(SampleRun run) {
    Manifest m = run.manifest();
    List<Arm> more = m.arms()
        .stream()
        .filter(arm -> arm.ran() && !arm.isControl())
        .map(arm -> Records.with(arm, "arm", onOther(arm.arm()), "jdk", OTHER_JDK, "command",
            List.of("other-java", "-cp", arm.configuration())))
        .toList();
    List<Launch> launches = run.launches()
        .stream()
        .filter(launch -> more.stream().anyMatch(arm -> arm.arm().equals(onOther(launch.arm()))))
        .map(launch -> Records.with(launch, "arm", onOther(launch.arm()), "position", launch.position() + 100))
        .toList();
    return new SampleRun(
        Records.with(m, "arms", Stream.concat(m.arms().stream(), more.stream()).toList(), "jdks",
            List.of(m.jdks().get(0), new Manifest.Jdk(OTHER_JDK, "26", "another"))),
        Stream.concat(run.launches().stream(), launches.stream()).toList(), run.blocks(), run.jmh())
        .slowedInFirstCall(launch -> launch.arm().startsWith("chicory") && launch.arm().endsWith(OTHER_JDK), 3);
  }

  private static String onOther(String arm) {
    return arm.substring(0, arm.lastIndexOf('/') + 1) + OTHER_JDK;
  }

  @Test
  void shouldRefuseARunThatComparesNothing() {
    SampleRun alone = SampleRuns.standard()
        .withManifest(m -> Records.with(m, "arms", m.arms().stream().filter(arm -> arm.baseline()).toList()))
        .onlyLaunches(launch -> launch.arm().startsWith("plain-java.twin"));
    assertThat(gate(alone)).isEqualTo(ExitCodes.OF_USER_ERROR);
    assertThat(errors.toString()).contains("compares nothing");
  }

  @Test
  void shouldRefuseToRepeatARunThatDoesNotTellHow() {
    assertThat(gate(SampleRuns.standard().withManifest(m -> Records.with(m, "commandLine", null))))
        .isEqualTo(ExitCodes.OF_USER_ERROR);
    assertThat(errors.toString()).contains("does not tell how it was made", "give gate --no-confirm");
  }

  /** The synthetic run cannot be repeated: a second run is of other commands. */
  @Test
  void shouldNotConfirmByARunOfAnotherBuild() {
    List<String> again = List.of("run", "--arm", "chicory.interpreter", "--preset", "smoke", "--seed=1", "--out",
        folder.resolve("elsewhere").toString());
    assertThat(gate(SampleRuns.standard().withManifest(m -> Records.with(m, "commandLine", again))))
        .isEqualTo(ExitCodes.OF_USER_ERROR);
    assertThat(said).contains("suspected: ").doesNotContain("slower: ");
    assertThat(errors.toString()).contains("did not measure the same as the first, synthetic: the build of ");
    RunData second = RunReader.read(folder.resolve("out/latest"));
    assertThat(second.manifest().commandLine()).contains("--fixture").doesNotContain("--seed=1");
    assertThat(folder.resolve("elsewhere")).doesNotExist();
  }
}
