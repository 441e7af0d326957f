package dev.coldstart.report.jmh;

import dev.coldstart.record.Manifest.FixtureFacts;
import dev.coldstart.record.PhasesNs;
import dev.coldstart.record.text.Format;
import dev.coldstart.report.chart.Quantiles;
import dev.coldstart.report.run.RunView;
import dev.coldstart.stats.run.JmhBias;
import java.util.Comparator;
import java.util.List;

/** The same first execution in a launch and in a fork that JMH has prepared: the effect of the harness on a number. */
public record JmhBiasTable(FixtureFacts fixture, List<JmhBias> taxes) {

  /** One per fixture in which both were measured. */
  public static List<JmhBiasTable> of(RunView view) {
    return view.fixtures()
        .stream()
        .map(fixture -> new JmhBiasTable(fixture, taxes(view, fixture)))
        .filter(table -> !table.taxes().isEmpty())
        .toList();
  }

  private static List<JmhBias> taxes(RunView view, FixtureFacts fixture) {
    return view.summary()
        .jmhBias()
        .stream()
        .filter(tax -> tax.fixture().equals(fixture.id()))
        .sorted(
            Comparator.<JmhBias>comparingInt(tax -> view.names().ofConfiguration(tax.configuration()).mark().place())
                .thenComparing(JmhBias::configuration)
                .thenComparingInt(tax -> PhasesNs.NAMES.indexOf(tax.phase())))
        .toList();
  }

  /** The median of the ratios, in words; empty if there is none. */
  String found() {
    double[] ratios = taxes.stream().mapToDouble(JmhBiasTable::ratio).filter(Double::isFinite).sorted().toArray();
    return ratios.length == 0
        ? ""
        : "Under JMH a phase takes " + Format.number(new Quantiles(ratios).at(0.5), "×")
            + " its time in a launch (the median over " + ratios.length + " pairs of an arm and a phase).";
  }

  /** JMH's time divided by the launch's. */
  static double ratio(JmhBias tax) {
    return tax.jmhMs() / tax.launchMs();
  }
}
