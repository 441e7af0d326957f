package dev.coldstart.report.answer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coldstart.record.Manifest.FixtureFacts;
import dev.coldstart.record.RunData;
import dev.coldstart.record.SampleRun;
import dev.coldstart.record.SampleRuns;
import dev.coldstart.report.answer.LaunchCurves.Sample;
import dev.coldstart.report.chart.Axis;
import dev.coldstart.report.chart.CurvePlot.Axes;
import dev.coldstart.report.chart.CurvePlot.Place;
import dev.coldstart.report.chart.Curves;
import dev.coldstart.report.chart.LogAxis;
import dev.coldstart.report.chart.Quantiles;
import dev.coldstart.report.run.RunView;
import dev.coldstart.report.text.ArmName;
import dev.coldstart.stats.run.Summary;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LaunchCurvesTest {

  private static final LogAxis AXIS = new LogAxis(1, 10_000);

  @TempDir
  Path out;
  private int runs;

  /** 4 launches on an axis of 4 powers of ten: each step but the last is a quarter of the width. */
  @Test
  void shouldStepAtEachLaunch() {
    assertThat(LaunchCurves.jumps(ms(1, 10, 100, 10_000), AXIS)).containsExactly(new Place(0, 25), new Place(25, 50),
        new Place(50, 75), new Place(100, 100));
  }

  /** The smallest value that this fraction does not exceed: of 1 to 250, the third for 1 % and the 125th for 50 %. */
  @Test
  void shouldStepAtEachPercentOfManyLaunches() {
    List<Place> jumps = LaunchCurves.jumps(ms(IntStream.rangeClosed(1, 250).toArray()), AXIS);
    assertThat(jumps).hasSize(100);
    assertThat(jumps.get(0)).isEqualTo(new Place(AXIS.at(3), 1));
    assertThat(jumps.get(49)).isEqualTo(new Place(AXIS.at(125), 50));
    assertThat(jumps.get(99)).isEqualTo(new Place(AXIS.at(250), 100));
  }

  @Test
  void shouldDrawStepsAndNoSlopes() {
    Curves drawing = new Curves("curves", 200, new Axes(AXIS, List.of(), Axis.linear(1), List.of()));
    List<Place> jumps = List.of(new Place(10, 25), new Place(10.01, 50), new Place(40, 75), new Place(90, 100));
    drawing.stairs(List.of(new Curves.Stairs(name("A"), jumps)));
    assertThat(drawing.plot().curves().toString()).contains("d=\"M100 200v-100h300v-50h500v-50\"");
  }

  @Test
  void shouldTellArmsOfARuntimeApartByDashesAndNumbers() {
    LaunchCurves curves = curves(SampleRuns.blocks(30));
    assertThat(curves.plot().keys()).hasSize(6);
    assertThat(curves.plot().curves().toString()).contains(">1</text>", ">6</text>", "stroke-dasharray=\"7 4\"");
    assertThat(curves.left()).isEmpty();
    assertThat(curves.many()).isFalse();
  }

  @Test
  void shouldTakeNoMoreThan900BytesAnArm() {
    for (int blocks : new int[] {30, 100, 400}) {
      LaunchCurves curves = curves(SampleRuns.blocks(blocks));
      int keys = curves.plot().keys().stream().mapToInt(key -> (key.line() + key.name().text()).length()).sum();
      int drawn = curves.plot().curves().toString().replaceFirst("<g class=\"grid\">.*?</g>", "").length();
      assertThat((drawn + keys) / curves.plot().keys().size()).as("" + blocks).isLessThan(900);
    }
  }

  @Test
  void shouldLeaveFewLaunchesToDotsAndTable() {
    LaunchCurves none = curves(SampleRuns.blocks(9));
    assertThat(none.plot()).isNull();
    assertThat(none.left()).isEqualTo("No curves: no arm has 10 launches that count. Dots and table only.");
    LaunchCurves some =
        curves(SampleRuns.blocks(10).onlyLaunches(l -> l.block() < 10 || !l.arm().startsWith("chicory")));
    assertThat(some.plot().keys()).extracting(key -> key.name().text())
        .hasSize(3)
        .noneMatch(name -> name.contains("Chicory"));
    assertThat(some.left()).contains("Chicory (interpreter, appcds)",
        "have fewer than 10 launches that count: dots and table only.");
    assertThat(curves(SampleRuns.blocks(0)).left()).isEmpty();
  }

  @Test
  void shouldPutNoTwoNumbersOnEachOther() {
    List<Place> one = LaunchCurves.jumps(ms(IntStream.rangeClosed(100, 160).toArray()), AXIS);
    List<Place> places = LaunchCurves.CurveNumbers.places(IntStream.range(0, 12).mapToObj(i -> one).toList(), 240);
    List<Place> found = places.stream().filter(place -> place != null).toList();
    assertThat(found).hasSizeBetween(6, 12).allMatch(place -> place.up() > 5 && place.up() < 95);
    for (int i = 0; i < found.size(); i++) {
      for (int j = 0; j < i; j++) {
        double downPx = 2.4 * Math.abs(found.get(i).up() - found.get(j).up());
        double acrossPx = 2 * Math.abs(found.get(i).across() - found.get(j).across());
        assertThat(downPx >= 14 || acrossPx >= 16).isTrue();
      }
    }
  }

  @Test
  void shouldSayWhichCurvesHaveNoNumber() {
    assertThat(LaunchCurves.unnumbered(List.of())).isEmpty();
    assertThat(LaunchCurves.unnumbered(List.of("4", "7")))
        .isEqualTo("No free place on the curve for its number: 4, 7.");
    assertThat(curves(SampleRuns.blocks(30)).unnumbered()).isEmpty();
  }

  @Test
  void shouldSayHowManyWereBeforeTheFastestOfTheNext() {
    Sample ten = sample("A", 1, 2, 3, 4, 5, 6, 7, 8, 9, 10);
    assertThat(between(List.of(ten, sample("B", 9, 12))))
        .isEqualTo("8 of the 10 launches of A took less time than the fastest of B.");
    assertThat(between(List.of(ten, sample("B", 11, 12)))).startsWith("All 10 launches of A");
    assertThat(between(List.of(ten, sample("B", 1, 12)))).startsWith("None of the 10 launches of A");
    assertThat(between(List.of(ten))).isEmpty();
  }

  @Test
  void shouldSayHowWideALaunchCanBeOff() {
    SampleRun run = SampleRuns.blocks(10).slowed(l -> l.arm().equals(SampleRuns.BASELINE) && l.block() == 4, 10);
    assertThat(LaunchStrips.of(view(run), fixture(run)).found().replace('\u00a0', ' ')).matches(
        "Longest tail: Plain Java \\(twin, default\\); the middle half of its launches took [0-9.]+ to [0-9.]+ ms, "
            + "its slowest [0-9.]+ × its median\\.");
  }

  @Test
  void shouldSayNoMoreOfFewLaunches() {
    SampleRun nine = SampleRuns.blocks(9);
    assertThat(LaunchStrips.of(view(nine), fixture(nine)).found())
        .matches("Widest range: .*; its [89] launches took [0-9.]+ to [0-9.]+ ms\\.");
    assertThat(LaunchStrips.of(view(SampleRuns.blocks(1)), fixture(nine)).found())
        .isEqualTo("No arm has a second launch that counts: how much launches vary is not known.");
    assertThat(LaunchStrips.of(view(SampleRuns.blocks(0)), fixture(nine)).found()).isEmpty();
  }

  @Test
  void shouldNameThreeArmsAtMost() {
    assertThat(LaunchCurves.tooFew(List.of("A"), false))
        .isEqualTo("A has fewer than 10 launches that count: dots and table only.");
    assertThat(LaunchCurves.tooFew(List.of("A", "B", "C", "D"), false)).startsWith("4 arms have fewer");
  }

  private static String between(List<Sample> samples) {
    return new LaunchCurves(samples, "", null, "").found();
  }

  private LaunchCurves curves(SampleRun run) {
    return LaunchCurves.of(LaunchStrips.of(view(run), fixture(run)));
  }

  private RunView view(SampleRun run) {
    RunData data = run.readFrom(out.resolve("run" + runs++));
    return new RunView(data, Summary.of(data));
  }

  private static FixtureFacts fixture(SampleRun run) {
    return run.manifest().fixtures().get(1);
  }

  private static Sample sample(String name, int... ms) {
    return new Sample(name(name), ms(ms));
  }

  private static ArmName name(String label) {
    return new ArmName(new ArmName.Mark(label.charAt(0)), label, "", 0);
  }

  private static Quantiles ms(int... ms) {
    return new Quantiles(IntStream.of(ms).asDoubleStream().sorted().toArray());
  }
}
