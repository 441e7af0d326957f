package dev.coldstart.report.jmh;

import dev.coldstart.record.Manifest.FixtureFacts;
import dev.coldstart.record.text.Format;
import dev.coldstart.report.chart.Quantiles;
import dev.coldstart.report.run.RunView;
import dev.coldstart.report.text.ArmName;
import dev.coldstart.report.text.PhaseWords;
import dev.coldstart.stats.run.JmhBias;
import java.util.Comparator;
import java.util.List;

/**
 * The same first touch in a launch and in a fork that JMH has prepared: what the harness makes of a number.
 *
 * @param found the middle of the ratios, in words; empty when there is none
 */
public record JmhBiasTable(FixtureFacts fixture, String found, List<Row> rows) {

  /**
   * @param gap JMH less the launch, in ms
   * @param ratio JMH as a multiple of the launch
   * @param launchClasses loaded in the whole launch
   * @param jmhClasses loaded before the phase began
   */
  record Row(ArmName name, String phase, String launchMs, String jmhMs, String gap, String ratio, String launchClasses,
      String jmhClasses) {}

  /** One for each fixture in which both were measured. */
  public static List<JmhBiasTable> of(RunView view) {
    return view.fixtures().stream().map(fixture -> of(view, fixture)).filter(tax -> !tax.rows().isEmpty()).toList();
  }

  private static JmhBiasTable of(RunView view, FixtureFacts fixture) {
    List<JmhBias> all = view.summary()
        .jmhBias()
        .stream()
        .filter(tax -> tax.fixture().equals(fixture.id()))
        .sorted(Comparator.comparingInt(tax -> view.names().ofConfiguration(tax.configuration()).mark().place()))
        .toList();
    return new JmhBiasTable(fixture, found(all), all.stream().map(tax -> row(view, tax)).toList());
  }

  private static String found(List<JmhBias> all) {
    double[] ratios = all.stream().mapToDouble(JmhBiasTable::ratio).filter(Double::isFinite).sorted().toArray();
    return ratios.length == 0
        ? ""
        : "Under JMH a phase takes " + Format.number(new Quantiles(ratios).at(0.5), "×")
            + " what it takes in a launch, in the middle of " + ratios.length + ".";
  }

  private static double ratio(JmhBias tax) {
    return tax.jmhMs() / tax.launchMs();
  }

  private static Row row(RunView view, JmhBias tax) {
    return new Row(view.names().ofConfiguration(tax.configuration()), PhaseWords.of(tax.phase()),
        Format.number(tax.launchMs()), Format.number(tax.jmhMs()), Format.signed(tax.jmhMs() - tax.launchMs()),
        Format.number(ratio(tax), "×"), Format.whole(tax.launchClasses()), Format.whole(tax.jmhClasses()));
  }
}
