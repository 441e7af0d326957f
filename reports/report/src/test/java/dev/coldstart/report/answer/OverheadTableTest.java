package dev.coldstart.report.answer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coldstart.report.page.Nothing;
import dev.coldstart.stats.estimate.Estimate;
import dev.coldstart.stats.run.CounterMedians;
import dev.coldstart.stats.run.Overhead;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class OverheadTableTest {

  private static final double NONE = Double.NaN;

  @Test
  void shouldSayHowMuchOfItLiesInThePhaseThatCostsMost() {
    assertThat(words(38.4, Map.of("boot", 2.0, "load", 31.2, "firstInvoke", 5.2), 412, 380)).isEqualTo(
        "31.2 of the 38.4 ms above Base are in load. It loads 412 classes more, and 380 classes more from outside an archive.");
  }

  /** Medians of phases need not add up. */
  @Test
  void shouldNotCallMoreThanTheWholeAPartOfIt() {
    assertThat(words(38.4, Map.of("load", 40.1, "boot", -1.0), 0, 0))
        .isEqualTo("It answers 38.4 ms after Base; load alone takes 40.1 ms longer."
            + " It loads as many classes, and no more from outside an archive.");
  }

  @Test
  void shouldSayThatItIsFaster() {
    assertThat(words(-12.5, Map.of("boot", -13.0, "compile", 0.5), NONE, NONE))
        .isEqualTo("It answers 12.5 ms before Base; compile alone takes 0.500 ms longer.");
    assertThat(words(-12.5, Map.of("boot", -13.0), -1, NONE))
        .isEqualTo("It answers 12.5 ms before Base. It loads 1 class fewer.");
  }

  @Test
  void shouldNotDivideWhatMayBeNothing() {
    Map<String, Double> phases = Map.of("load", 30.0);
    assertThat(words(new Estimate(38.4, -1, 90), phases, 1, NONE))
        .isEqualTo("No clear difference from Base. It loads 1 class more.");
    assertThat(words(new Estimate(38.4, 1, 90), phases, NONE, NONE))
        .isEqualTo("30.0 of the 38.4 ms above Base are in load.");
  }

  @Test
  void shouldSayNothingOfWhatIsNotTold() {
    assertThat(words(3, Map.of("load", NONE), NONE, NONE)).isEqualTo("It answers 3.00 ms after Base.");
    assertThat(words(0, Map.of(), NONE, NONE)).isEqualTo("It answers at the same time as Base.");
  }

  private static String words(double ms, Map<String, Double> phases, double classes, double notArchived) {
    return words(new Estimate(ms, NONE, NONE), phases, classes, notArchived);
  }

  private static Map<String, Estimate> each(Map<String, Double> values) {
    return values.entrySet()
        .stream()
        .collect(Collectors.toMap(Map.Entry::getKey, value -> Estimate.withoutInterval(value.getValue())));
  }

  private static String words(Estimate ms, Map<String, Double> phases, double classes, double notArchived) {
    CounterMedians counters = Nothing.COUNTERS;
    Overhead excess = new Overhead(null, null, 9, ms, ms, each(phases), classes, notArchived, counters);
    return OverheadTable.sentence(excess, "Base").replace('\u00a0', ' ');
  }
}
