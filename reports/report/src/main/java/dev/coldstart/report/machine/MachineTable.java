package dev.coldstart.report.machine;

import dev.coldstart.record.Arm;
import dev.coldstart.record.Manifest.FixtureFacts;
import dev.coldstart.record.Shard;
import dev.coldstart.record.text.Format;
import dev.coldstart.record.text.SafeText;
import dev.coldstart.report.run.RunView;
import dev.coldstart.report.text.Quantity;
import dev.coldstart.report.text.RunFacts;
import dev.coldstart.report.text.VerdictWords;
import dev.coldstart.stats.estimate.Estimate;
import dev.coldstart.stats.estimate.Medians;
import dev.coldstart.stats.run.ArmSummary;
import dev.coldstart.stats.run.MachineResult;
import dev.coldstart.stats.run.MachineResult.OfArm;
import dev.coldstart.stats.run.MachineResult.Spread;
import dev.coldstart.stats.run.Warning;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** The machines of a run that was measured on several, and how the ratios differ between them. */
public record MachineTable(RunView view) {

  /** A page of 1,000 machines would be as long as their list. The others are in summary.json. */
  private static final int MOST_MACHINES = 20;

  /** So few are all named beside an arm. */
  private static final int FEW = Warning.ENOUGH_MACHINES;

  private MachineResult.All machines() {
    return view.summary().machines();
  }

  public boolean isEmpty() {
    return !machines().areSeveral();
  }

  /** What the ratios and times of the page are of, in words. */
  public static String scope(RunView view) {
    List<MachineResult> all = view.summary().machines().each();
    return all.isEmpty()
        ? ""
        : "Ratios and verdicts are of " + all.size()
            + " machines together; times, phases and everything drawn are of machine 1 ("
            + SafeText.brief(RunFacts.machine(all.get(0).machine())) + ").";
  }

  /** The main finding, in words. */
  public String found() {
    List<Double> parts = machines().spreads().stream().map(Spread::part).sorted().toList();
    if (parts.isEmpty()) {
      return "No ratio is of more than one machine.";
    }
    double median = Medians.median(parts.stream().mapToDouble(Double::doubleValue).toArray());
    return "Between machines, a ratio varies by about " + percent(median)
        + (parts.size() == 1
            ? "."
            : ", from " + percent(parts.get(0)) + " to " + percent(parts.get(parts.size() - 1)) + " over "
                + parts.size() + " arms.");
  }

  static String percent(double part) {
    return Format.upTo(1, 100 * part) + Format.NO_BREAK + "%";
  }

  /** The fixtures, each of which has a column for its baseline's time. */
  List<FixtureFacts> fixtures() {
    return view.fixtures();
  }

  List<MachineResult> shown() {
    List<MachineResult> all = machines().each();
    return all.subList(0, Math.min(MOST_MACHINES, all.size()));
  }

  /** In words, how many machines are left out; empty if none is. */
  String more() {
    int left = machines().each().size() - MOST_MACHINES;
    return left <= 0 ? "" : Format.count(left, "more machine", "more machines") + " in summary.json.";
  }

  static String shards(MachineResult machine) {
    List<Integer> shards = machine.shards();
    return shards.size() > FEW * FEW ? shards.size() + " shards" : Shard.words(shards);
  }

  /** The baseline's typical time with each of its profiles and JDKs; the machine's first one. */
  String baselineMs(MachineResult machine, FixtureFacts fixture) {
    return machine.arms()
        .stream()
        .filter(arm -> arm.arm().baseline() && arm.arm().fixture().equals(fixture.id()))
        .findFirst()
        .map(arm -> Format.number(arm.typicalMs(), "ms"))
        .orElse(Format.MISSING);
  }

  /** Compared arms of a fixture that more than one machine has, in the order of typical times. */
  List<Row> rows(FixtureFacts fixture) {
    return view.first(all(fixture));
  }

  String more(FixtureFacts fixture) {
    return view.more(all(fixture).size());
  }

  private List<Row> all(FixtureFacts fixture) {
    return view.armsOf(fixture).stream().flatMap(arm -> row(arm).stream()).toList();
  }

  private Optional<Row> row(ArmSummary summary) {
    return machines().spread(summary.arm().key())
        .map(spread -> new Row(summary.arm(), summary.ratio(), spread, each(summary.arm())));
  }

  /** The ratio on each of few machines; of many, the smallest and the largest. */
  private String each(Arm arm) {
    List<MachineResult> have = machines().each()
        .stream()
        .filter(machine -> ratio(machine, arm).isPresent())
        .sorted(Comparator.comparingDouble(machine -> ratio(machine, arm).orElseThrow().value()))
        .toList();
    return have.size() <= FEW
        ? have.stream().map(machine -> named(machine, arm)).collect(Collectors.joining("; "))
        : "from " + named(have.get(0), arm) + " to " + named(have.get(have.size() - 1), arm);
  }

  private static String named(MachineResult machine, Arm arm) {
    Estimate ratio = ratio(machine, arm).orElseThrow();
    return Quantity.withInterval(VerdictWords.times(ratio.value()), ratio) + " on machine " + machine.number();
  }

  private static Optional<Estimate> ratio(MachineResult machine, Arm arm) {
    return machine.arms()
        .stream()
        .filter(own -> own.arm().equals(arm))
        .map(OfArm::ratio)
        .filter(ratio -> Double.isFinite(ratio.value()))
        .findFirst();
  }

  /**
   * One arm.
   *
   * @param ratio over all machines
   * @param each the machines' own ratios, in words
   */
  record Row(Arm arm, Estimate ratio, Spread spread, String each) {}
}
