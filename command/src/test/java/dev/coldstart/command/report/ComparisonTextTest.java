package dev.coldstart.command.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coldstart.record.Arm;
import dev.coldstart.record.Difference.Subject;
import dev.coldstart.record.Difference;
import dev.coldstart.record.RunData;
import dev.coldstart.record.SampleRuns;
import dev.coldstart.stats.run.RunsCompared;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ComparisonTextTest {

  private static final String CHICORY = "chicory.interpreter/default/jdk25";

  @TempDir
  Path one;
  @TempDir
  Path other;

  @Test
  void shouldSayTheSameInEachLocale() {
    RunData first = SampleRuns.standard().readFrom(one);
    RunData second = SampleRuns.standard().slowedInFirstCall(l -> l.arm().equals(CHICORY), 1.3).readFrom(other);
    RunsCompared runs = RunsCompared.of(first, second, 0.02);
    List<String> lines = ConsoleText.lines(runs);
    assertThat(lines).filteredOn(line -> line.contains(CHICORY))
        .hasSize(2)
        .allMatch(line -> line.replace('\u00a0', ' ').endsWith("slower, 30 % more"))
        .allMatch(line -> line.contains("1.300 (1.2"));
    Locale before = Locale.getDefault();
    try {
      Locale.setDefault(Locale.GERMANY);
      assertThat(ConsoleText.lines(runs)).isEqualTo(lines);
    } finally {
      Locale.setDefault(before);
    }
  }

  @Test
  void shouldSayWhatIsNoDifferenceAndWhatCouldHaveBeenShown() {
    RunData run = SampleRuns.standard().readFrom(one);
    assertThat(plain(RunsCompared.of(run, run, 0.2))).contains("margin: a difference of less than 20 % counts as none")
        .anyMatch(line -> line.contains(CHICORY) && line.endsWith("equivalent, within 20 %"));
    assertThat(plain(RunsCompared.of(run, run, 0.001)))
        .contains("margin: a difference of less than 0.1 % counts as none")
        .anyMatch(line -> line.contains(CHICORY)
            && line.matches(".*inconclusive; only a change of [0-9.]+ % or more would be clear in these runs"));
  }

  @Test
  void shouldSayThatNothingIsCompared() {
    RunData first = SampleRuns.standard().readFrom(one);
    RunsCompared none = RunsCompared.of(first, SampleRuns.blocks(0).readFrom(other), 0.02);
    assertThat(none.isEmpty()).isTrue();
    assertThat(plain(none))
        .contains("*** NOTHING IS COMPARED: no arm has a ratio to the same baseline in both runs ***",
            "second run synthetic: nothing measured")
        .noneMatch(line -> line.startsWith("margin"));
    assertThat(RunsCompared.of(first, first, 0.02).isEmpty()).isFalse();
  }

  @Test
  void shouldNameAFewOfTheArmsThatOneRunAloneCompared() {
    RunData run = SampleRuns.standard().readFrom(one);
    RunsCompared none = RunsCompared.of(run, SampleRuns.blocks(0).readFrom(other), 0.02);
    List<Arm> many = Stream.generate(() -> none.onlyFirst().get(0)).limit(30).toList();
    RunsCompared wide = new RunsCompared(run, run, none.firstSummary(), none.secondSummary(), 0.02, List.of(),
        List.of(), many, List.of());
    assertThat(plain(wide)).filteredOn(line -> line.startsWith("only in the first run"))
        .singleElement()
        .asString()
        .endsWith(" and 25 more; the page names them")
        .hasSizeLessThan(300);
  }

  private static List<String> plain(RunsCompared runs) {
    return ConsoleText.lines(runs).stream().map(line -> line.replace('\u00a0', ' ')).toList();
  }

  @Test
  void shouldSayThatARunIsNotToBeTrusted() {
    RunData first = SampleRuns.controlled().readFrom(one);
    RunData second = SampleRuns.controlled().slowed(l -> l.arm().endsWith("+aa"), 1.5).readFrom(other);
    assertThat(ConsoleText.lines(RunsCompared.of(first, second, 0.02)))
        .anyMatch(line -> line.startsWith("second run ") && line.endsWith("DO NOT TRUST"))
        .anyMatch(line -> line.endsWith("inconclusive, do not trust one of the runs"))
        .noneMatch(line -> line.contains("slower"));
  }

  @Test
  void shouldShowNoControlCharacterOfAFile() {
    RunData first = SampleRuns.standard().readFrom(one);
    RunData second = SampleRuns.standard().readFrom(other);
    RunsCompared runs = RunsCompared.of(first, second, 0.02);
    RunsCompared evil = new RunsCompared(first, second, runs.firstSummary(), runs.secondSummary(), 0.02,
        List.of(new Difference(Subject.KERNEL, null, "\u001b[31m", null)), runs.arms(), List.of(), List.of());
    assertThat(ConsoleText.lines(evil)).contains("note: the kernel differs: ?[31m in the first run, n/a in the second");
  }
}
