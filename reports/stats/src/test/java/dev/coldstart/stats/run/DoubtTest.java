package dev.coldstart.stats.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coldstart.record.Arm;
import dev.coldstart.record.ArmKey;
import dev.coldstart.record.BlockEnd;
import dev.coldstart.record.Manifest;
import dev.coldstart.record.Records;
import dev.coldstart.record.SampleLaunch;
import dev.coldstart.record.SampleRun;
import dev.coldstart.record.SampleRuns;
import dev.coldstart.stats.estimate.Verdict;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DoubtTest {

  private static final String AA = SampleRuns.BASELINE + "+aa";

  @TempDir
  Path out;

  @Test
  void shouldCallARunSoundWhoseControlsHoldOverEnoughBlocks() {
    Summary summary = summary(SampleRuns.controlled());
    assertThat(summary.status()).isEqualTo(RunStatus.SOUND);
    assertThat(summary.statusReasons()).isEmpty();
    assertThat(verdicts(summary)).contains(Verdict.SLOWER);
  }

  @Test
  void shouldTrustNothingWhenAControlFails() {
    Summary sound = summary(SampleRuns.controlled());
    SampleRun failing = SampleRuns.controlled().slowed(l -> l.arm().equals(AA) && l.fixture().equals("noop"), 1.15);
    Summary summary = summary(failing);
    assertThat(summary.status()).isEqualTo(RunStatus.DO_NOT_TRUST);
    assertThat(summary.statusReasons()).singleElement().isInstanceOfSatisfying(Doubt.ControlFailed.class, doubt -> {
      assertThat(doubt.control().kind()).isEqualTo("aa");
      assertThat(doubt.control().outcome()).isEqualTo(ControlResult.Outcome.FAILS);
    });
    assertThat(verdicts(summary)).isNotEmpty().containsOnly(Verdict.INCONCLUSIVE);
    assertThat(summary.arms()).allMatch(arm -> arm.comparison().moreBlocks() == null);
    // The numbers stay, for finding the cause.
    assertThat(summary.arms()).filteredOn(arm -> arm.arm().fixture().equals("hello"))
        .extracting(ArmSummary::ratio)
        .containsExactlyElementsOf(
            sound.arms().stream().filter(arm -> arm.arm().fixture().equals("hello")).map(ArmSummary::ratio).toList());
  }

  @Test
  void shouldNotCallARunSoundWhoseBlocksStandBeyondALimit() {
    SampleRun run = SampleRuns.controlled();
    SampleRun none = run.withBlocks(run.blocks().stream().map(DoubtTest::standing).toList());
    Summary summary = summary(none);
    assertThat(summary.status()).isEqualTo(RunStatus.INDICATIVE);
    assertThat(summary.statusReasons())
        .anyMatch(reason -> reason instanceof Doubt.Disturbed disturbed && disturbed.blocks() == 1);
  }

  /** As when no more retries are allowed. */
  private static BlockEnd standing(BlockEnd b) {
    return new BlockEnd(b.fixture(), b.block(), b.warmup(), null, b.wallNs(), b.childrenNs(), b.guards());
  }

  @Test
  void shouldTrustNothingWhenAControlGaveNoLaunch() {
    Summary summary = summary(SampleRuns.controlled().onlyLaunches(l -> !l.arm().equals(AA)));
    assertThat(summary.status()).isEqualTo(RunStatus.DO_NOT_TRUST);
    assertThat(summary.statusReasons()).containsExactly(new Doubt.ControlWithoutLaunches(arm(summary, AA, "noop")),
        new Doubt.ControlWithoutLaunches(arm(summary, AA, "hello")));
  }

  @Test
  void shouldSayThatARunThatWasCutAtOnceMeasuredNothing() {
    SampleRun cut = SampleRuns.controlled().onlyLaunches(l -> l.warmup());
    Summary summary = summary(cut);
    assertThat(summary.status()).isEqualTo(RunStatus.NOTHING_MEASURED);
    assertThat(summary.statusReasons()).containsExactly(new Doubt.NothingMeasured(cut.launches().size(), 0, null));
  }

  @Test
  void shouldSayThatARunWhoseLaunchesAllFailedMeasuredNothing() {
    SampleRun failed = SampleRuns.controlled().withLaunches(l -> SampleLaunch.invalid(l, "exit code 1"));
    Summary dropped = summary(failed.withArms(arm -> notRun(arm, "failed twice in its first block: exit code 1")));
    int launches = failed.launches().size();
    assertThat(dropped.status()).isEqualTo(RunStatus.NOTHING_MEASURED);
    assertThat(dropped.statusReasons()).containsExactly(new Doubt.NothingMeasured(launches, launches, "exit code 1"));
    assertThat(summary(failed).statusReasons()).isEqualTo(dropped.statusReasons());
  }

  @Test
  void shouldSayThatARunWithoutAnyLaunchMeasuredNothing() {
    SampleRun none = SampleRuns.controlled().onlyLaunches(l -> false).withArms(arm -> notRun(arm, "no cache was made"));
    assertThat(summary(none).statusReasons()).containsExactly(new Doubt.NothingMeasured(0, 0, "no cache was made"));
  }

  /** Its controls hold, but it answers no question: the arms to be compared failed in each profile. */
  @Test
  void shouldNotCallARunSoundInWhichTheBaselineAloneRan() {
    SampleRun alone = SampleRuns.controlled()
        .withArms(arm -> isOfBaseline(arm) ? arm : notRun(arm, "failed twice in its first block: exit code 1"))
        .onlyLaunches(l -> l.arm().startsWith("plain-java."));
    Summary summary = summary(alone);
    assertThat(summary.status()).isEqualTo(RunStatus.INDICATIVE);
    assertThat(summary.statusReasons()).containsExactly(new Doubt.NothingCompared());
  }

  private static boolean isOfBaseline(Arm arm) {
    return arm.runtime().equals("plain-java");
  }

  @Test
  void shouldCallARunOfBaselinesAloneSoundWhereTheirProfilesAreCompared() {
    SampleRun profiles = SampleRuns.controlled()
        .withManifest(m -> withArms(m, m.arms().stream().filter(DoubtTest::isOfBaseline).toList()))
        .onlyLaunches(l -> l.arm().startsWith("plain-java."));
    assertThat(summary(profiles).status()).isEqualTo(RunStatus.SOUND);
    Summary one = summary(profiles
        .withManifest(m -> withArms(m, m.arms().stream().filter(arm -> arm.profile().equals("default")).toList()))
        .onlyLaunches(l -> l.arm().contains("/default/")));
    assertThat(one.statusReasons()).containsExactly(new Doubt.NothingCompared());
  }

  @Test
  void shouldNotCallARunSoundWhoseControlsDidNotRun() {
    SampleRun without = SampleRuns.controlled()
        .withArms(arm -> arm.isControl() ? notRun(arm, "failed twice in its first block: exit code 1") : arm)
        .onlyLaunches(l -> !l.arm().contains("+"));
    Summary summary = summary(without);
    assertThat(summary.status()).isNotEqualTo(RunStatus.SOUND);
    assertThat(summary.statusReasons()).isNotEmpty();
  }

  /** The A/A arms run, but the arm that they repeat did not: no control is judged. */
  @Test
  void shouldNotCallARunSoundWhoseBaselinesDidNotRun() {
    SampleRun without = SampleRuns.controlled()
        .withArms(arm -> arm.baseline() ? notRun(arm, "failed twice in its first block: exit code 1") : arm)
        .onlyLaunches(l -> !l.arm().startsWith("plain-java.twin/") || l.arm().contains("+"));
    Summary summary = summary(without);
    assertThat(summary.controls()).isEmpty();
    assertThat(summary.status()).isEqualTo(RunStatus.INDICATIVE);
    assertThat(summary.statusReasons()).contains(new Doubt.NoControl());
  }

  private static Arm notRun(Arm arm, String reason) {
    return Records.with(arm, "notRun", reason, "command", List.of());
  }

  @Test
  void shouldNotCallARunSoundWhoseJmhPartLeftNothing() {
    SampleRun planned = SampleRuns.controlled().withManifest(m -> m.with(new Manifest.Jmh(24, 0)));
    assertThat(summary(planned).status()).as("with results").isEqualTo(RunStatus.SOUND);
    Summary summary = summary(planned.withoutJmh());
    assertThat(summary.status()).isEqualTo(RunStatus.INDICATIVE);
    assertThat(summary.statusReasons()).containsExactly(new Doubt.NothingOfJmh(24));
    assertThat(summary(planned.withoutJmh().withManifest(m -> m.with(new Manifest.Jmh(0, 0)))).status())
        .as("nothing to observe")
        .isEqualTo(RunStatus.SOUND);
  }

  @Test
  void shouldCallFewBlocksIndicative() {
    Summary summary = summary(SampleRuns.controlled(19));
    assertThat(summary.status()).isEqualTo(RunStatus.INDICATIVE);
    assertThat(summary.statusReasons())
        .containsExactly(new Doubt.FewLaunches(18, 19, arm(summary, SampleRuns.BASELINE, "noop"), 20));
    assertThat(verdicts(summary)).contains(Verdict.SLOWER);
  }

  @Test
  void shouldAskForFewerLaunchesOfSparseArms() {
    SampleRun sparse = sparse("wasmtime.jni/default/jdk25", 8);
    assertThat(summary(sparse).status()).isEqualTo(RunStatus.SOUND);
    assertThat(summary(sparse.withManifest(m -> Records.with(m, "plan", m.plan().with((Manifest.Sparse) null))))
        .statusReasons()).singleElement()
        .isInstanceOfSatisfying(Doubt.FewLaunches.class, few -> assertThat(few.enough()).isEqualTo(20));
  }

  @Test
  void shouldCallARunWithFewLaunchesOfASparseArmIndicative() {
    String arm = "wasmtime.jni/default/jdk25";
    Summary summary = summary(sparse(arm, 7));
    assertThat(summary.status()).isEqualTo(RunStatus.INDICATIVE);
    assertThat(summary.statusReasons()).containsExactly(new Doubt.FewLaunches(1, 7, arm(summary, arm, "hello"), 8));
  }

  /** The arm has exactly this many counted launches in hello. */
  private static SampleRun sparse(String arm, int launches) {
    ArmKey key = new ArmKey(arm, "hello");
    int[] left = {launches};
    return SampleRuns.controlled()
        .withManifest(m -> Records.with(m, "plan", m.plan().with(new Manifest.Sparse(6, 1, 3, List.of(key)))))
        .onlyLaunches(launch -> !launch.key().equals(key) || launch.warmup()
            || launch.valid() && launch.block() > 3 && left[0]-- > 0);
  }

  @Test
  void shouldCallARunWithoutControlsIndicative() {
    Summary summary = summary(SampleRuns.standard());
    assertThat(summary.status()).isEqualTo(RunStatus.INDICATIVE);
    assertThat(summary.statusReasons()).containsExactly(new Doubt.NoControl());
  }

  @Test
  void shouldSayWhereNothingIsKnownOfTheNoise() {
    SampleRun run = SampleRuns.controlled();
    SampleRun without = run.withManifest(m -> withArms(m, m.arms().stream().filter(a -> !isAaOfHello(a)).toList()))
        .onlyLaunches(l -> !(l.arm().endsWith("+aa") && l.fixture().equals("hello")));
    Summary summary = summary(without);
    assertThat(summary.status()).isEqualTo(RunStatus.INDICATIVE);
    assertThat(summary.statusReasons())
        .containsExactly(new Doubt.NoAa(2, new References.Group("hello", "", "default", "jdk25")));
  }

  private Summary summary(SampleRun run) {
    return Summary.of(run.readFrom(out.resolve(Integer.toString(out.toFile().list().length))));
  }

  private static Arm arm(Summary summary, String id, String fixture) {
    return summary.arms()
        .stream()
        .map(ArmSummary::arm)
        .filter(arm -> arm.key().equals(new ArmKey(id, fixture)))
        .findFirst()
        .orElseThrow();
  }

  private static List<Verdict> verdicts(Summary summary) {
    return summary.arms().stream().map(ArmSummary::verdict).filter(verdict -> verdict != null).toList();
  }

  private static boolean isAaOfHello(Arm arm) {
    return arm.isControl() && arm.fixture().equals("hello");
  }

  private static Manifest withArms(Manifest m, List<Arm> arms) {
    return Records.with(m, "arms", arms);
  }
}
