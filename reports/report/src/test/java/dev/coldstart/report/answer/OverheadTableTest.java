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
  void shouldSayInWhichPhasesTheTimeIsSpent() {
    assertThat(words(38.4, Map.of("load", 31.2, "boot", -1.0, "firstInvoke", 4.0), 412, 380))
        .isEqualTo("It takes 38.4 ms longer than Base; of all phases, load adds most (31.2 ms)."
            + " It loads 412 more classes than the baseline: 380 more from outside the CDS archive, and 32 more from it.");
  }

  @Test
  void shouldSayWhatAnotherPhaseSaves() {
    assertThat(words(257, Map.of("load", 231.0, "parse", 164.0, "firstInvoke", -184.0), 0, 0)).isEqualTo(
        "It takes 257 ms longer than Base; of all phases, load adds most (231 ms), and first invoke saves most (184 ms)."
            + " It loads as many classes as the baseline: as many from outside the CDS archive, and as many from it.");
  }

  @Test
  void shouldSayThatItIsFaster() {
    assertThat(words(-12.5, Map.of("boot", -13.0, "compile", 0.5), NONE, NONE))
        .isEqualTo("It takes 12.5 ms less than Base; of all phases, boot saves most (13.0 ms).");
    assertThat(words(-12.5, Map.of("compile", 0.5), -1, NONE))
        .isEqualTo("It takes 12.5 ms less than Base. It loads 1 fewer class than the baseline.");
  }

  @Test
  void shouldSayHowSureTheDifferenceIs() {
    Map<String, Double> phases = Map.of("load", 30.0);
    assertThat(words(new Estimate(38.4, -1, 90), phases, 1, NONE))
        .isEqualTo("No clear difference from Base. It loads 1 more class than the baseline.");
    assertThat(words(new Estimate(38.4, 1, 90), phases, NONE, NONE))
        .isEqualTo("It takes 38.4 ms longer (+1.00 to +90.0 ms) than Base; of all phases, load adds most (30.0 ms).");
  }

  @Test
  void shouldSayNothingOfWhatIsNotTold() {
    assertThat(words(3, Map.of("load", NONE), NONE, NONE)).isEqualTo("It takes 3.00 ms longer than Base.");
    assertThat(words(0, Map.of(), NONE, NONE)).isEqualTo("It takes as long as Base.");
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
