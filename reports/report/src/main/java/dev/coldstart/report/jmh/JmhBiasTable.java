package dev.coldstart.report.jmh;

import dev.coldstart.record.Manifest.FixtureFacts;
import dev.coldstart.record.text.Format;
import dev.coldstart.report.chart.Quantiles;
import dev.coldstart.report.run.RunView;
import dev.coldstart.stats.run.JmhBias;
import java.util.Comparator;
import java.util.List;

/** The same first touch in a launch and in a fork that JMH has prepared: what the harness makes of a number. */
public record JmhBiasTable(FixtureFacts fixture, List<JmhBias> taxes) {

  /** One for each fixture in which both were measured. */
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
        .sorted(Comparator.comparingInt(tax -> view.names().ofConfiguration(tax.configuration()).mark().place()))
        .toList();
  }

  /** The median of the ratios, in words; empty when there is none. */
  String found() {
    double[] ratios = taxes.stream().mapToDouble(JmhBiasTable::ratio).filter(Double::isFinite).sorted().toArray();
    return ratios.length == 0
        ? ""
        : "Under JMH a phase takes " + Format.number(new Quantiles(ratios).at(0.5), "×")
            + " what it takes in a launch, in the middle of " + ratios.length + ".";
  }

  /** JMH as a multiple of the launch. */
  static double ratio(JmhBias tax) {
    return tax.jmhMs() / tax.launchMs();
  }
}
