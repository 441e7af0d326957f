package dev.coldstart.report.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coldstart.record.Manifest;
import dev.coldstart.record.Records;
import dev.coldstart.record.SampleRuns;
import dev.coldstart.report.run.CommandLines.Repetition;
import java.util.List;
import org.junit.jupiter.api.Test;

class RepetitionTest {

  private static final Manifest SAMPLE = SampleRuns.blocks(1).manifest();

  @Test
  void shouldGiveTheCommitTheBuildAndTheRunWithItsSeed() {
    Repetition repetition = Repetition.of(SAMPLE);
    assertThat(repetition.commands()).containsExactly("git checkout 0123456789abcdef0123456789abcdef01234567",
        "mvn verify -DskipTests", "scripts/coldstart run --preset default --seed 42");
    assertThat(repetition.needs()).isEqualTo("It needs Synthetic 25.0.3+9. The checkout had no uncommitted changes.");
  }

  @Test
  void shouldLeaveASeedThatWasChosen() {
    assertThat(Repetition.of(with(List.of("run", "--seed", "7"), "abc", true)).commands().get(2))
        .isEqualTo("scripts/coldstart run --seed 7");
    assertThat(Repetition.of(with(List.of("run", "--seed=7"), "abc", true)).commands().get(2))
        .isEqualTo("scripts/coldstart run --seed=7");
  }

  @Test
  void shouldSayWhatTheCommitDoesNotHold() {
    assertThat(Repetition.of(with(List.of("run"), "abc", false)).needs()).contains("had uncommitted changes");
    Repetition unknown = Repetition.of(with(null, null, null));
    assertThat(unknown.needs()).contains("The commit is unknown");
    assertThat(unknown.commands()).containsExactly("mvn verify -DskipTests", "n/a");
  }

  @Test
  void shouldGiveAShellNothingToRunOfItsOwn() {
    Repetition hostile = Repetition.of(with(List.of("run", "$(reboot)", "a'b"), "; reboot", true));
    assertThat(hostile.commands().get(0)).isEqualTo("git checkout '; reboot'");
    assertThat(hostile.commands().get(2)).isEqualTo("scripts/coldstart run '$(reboot)' 'a'\\''b' --seed 42");
  }

  private static Manifest with(List<String> commandLine, String commit, Boolean clean) {
    Manifest m = SAMPLE;
    return Records.with(m, "commandLine", commandLine, "commit", commit, "clean", clean);
  }
}
