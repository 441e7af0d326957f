package dev.coldstart.report.size;

import dev.coldstart.record.Arm;
import dev.coldstart.record.text.Format;
import dev.coldstart.report.run.RunView;
import dev.coldstart.report.scenario.ScenarioGroup;
import dev.coldstart.report.text.ArmName;
import dev.coldstart.report.text.Quantity;
import dev.coldstart.report.text.VerdictWords;
import dev.coldstart.stats.size.CostLine;
import dev.coldstart.stats.size.SizeCost;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The cost of a module's size in the arms of one profile and JDK. */
public record SizeSection(RunView view, String variant, List<SizeCost> costs) {

  /** A module, and its median in each arm. */
  record Row(String title, long wasmBytes, List<Quantity> cells) {}

  /** One per profile and JDK, in the manifest's order. */
  public static List<SizeSection> of(RunView view) {
    Map<String, List<SizeCost>> byVariant = view.summary()
        .sizes()
        .stream()
        .collect(
            Collectors.groupingBy(cost -> view.name(cost.arm()).variant(), LinkedHashMap::new, Collectors.toList()));
    return byVariant.entrySet().stream().map(of -> new SizeSection(view, of.getKey(), of.getValue())).toList();
  }

  String title() {
    return variant.isEmpty() ? "Parse, compile and instantiate" : "Parse, compile and instantiate: " + variant;
  }

  boolean hasSeries() {
    return costs.stream().anyMatch(cost -> cost.series() != null);
  }

  /** Of the curves; one element, null, if the run has no series. */
  List<String> series() {
    List<String> all = new ArrayList<>();
    totals().map(SizeCost::series).distinct().filter(series -> series != null || !hasSeries()).forEach(all::add);
    return all;
  }

  /** One chart for each arm. */
  List<SizeChart> charts() {
    List<List<SizeCost>> all = arms().stream().map(arm -> of(arm, SizeCost.TOTAL)).toList();
    return SizeChart.of(series(), all, arms().stream().map(arm -> name(arm).text()).toList());
  }

  /** One chart for each arm and phase; empty for a run without series. */
  List<SizeChart> phaseCharts() {
    List<List<SizeCost>> all = new ArrayList<>();
    List<String> titles = new ArrayList<>();
    for (Arm arm : arms()) {
      for (String phase : phases(arm)) {
        all.add(of(arm, phase));
        titles.add(name(arm).text() + ": " + SizeWords.phase(of(arm, phase).get(0)));
      }
    }
    return SizeChart.of(series(), all, titles);
  }

  private List<String> phases(Arm arm) {
    return costs.stream().filter(cost -> isOf(cost, arm) && !cost.isTotal()).map(SizeCost::phase).distinct().toList();
  }

  private List<SizeCost> of(Arm arm, String phase) {
    return costs.stream()
        .filter(cost -> isOf(cost, arm) && cost.phase().equals(phase) && series().contains(cost.series()))
        .toList();
  }

  private static boolean isOf(SizeCost cost, Arm arm) {
    return cost.arm().arm().equals(arm.arm());
  }

  /** Each arm once, as in its smallest module. */
  List<Arm> arms() {
    Map<String, Arm> arms = new LinkedHashMap<>();
    costs.forEach(cost -> arms.putIfAbsent(cost.arm().arm(), cost.arm()));
    return List.copyOf(arms.values());
  }

  ArmName name(Arm arm) {
    return ScenarioGroup.name(view, arm);
  }

  private Stream<SizeCost> totals() {
    return costs.stream().filter(SizeCost::isTotal);
  }

  List<SizeCost> lines() {
    return costs.stream().filter(SizeCost::hasLine).toList();
  }

  /** All modules with their medians, series by series and the smallest first. */
  List<Row> rows() {
    Map<String, SizeCost.At> modules = new LinkedHashMap<>();
    totals().sorted(Comparator.comparing((SizeCost cost) -> SizeWords.series(cost.series())))
        .forEach(cost -> cost.at().forEach(at -> modules.putIfAbsent(at.fixture(), at)));
    return modules.values()
        .stream()
        .map(module -> new Row(view.title(module.fixture()), module.wasmBytes(),
            arms().stream().map(arm -> cell(arm, module)).toList()))
        .toList();
  }

  private Quantity cell(Arm arm, SizeCost.At module) {
    return SizeWords
        .ms(ScenarioGroup.find(pointsOf(arm), at -> at.fixture().equals(module.fixture()), SizeCost.At::ms));
  }

  private List<SizeCost.At> pointsOf(Arm arm) {
    return totals().filter(cost -> isOf(cost, arm)).flatMap(cost -> cost.at().stream()).toList();
  }

  /** In words, the modules some of whose functions an arm could not compile; one text per arm that has any. */
  List<String> interpreted() {
    return arms().stream().map(this::interpreted).filter(text -> !text.isEmpty()).toList();
  }

  private String interpreted(Arm arm) {
    List<SizeCost.At> told = pointsOf(arm).stream().filter(at -> !Double.isNaN(at.interpreted())).toList();
    String some = told.stream()
        .filter(at -> at.interpreted() > 0)
        .map(at -> Format.whole(at.interpreted()) + " of " + view.title(at.fixture()))
        .collect(Collectors.joining(", "));
    if (some.isEmpty()) {
      return told.isEmpty() || !hasSeries() ? "" : name(arm).inSentence() + " compiled all functions of all modules.";
    }
    return name(arm).inSentence() + " could not compile these functions, and interprets them: " + some + ".";
  }

  /** In words, the arms whose time cannot be separated into phases; empty if there are none. */
  String leftOut() {
    return view.arms()
        .filter(arm -> arm.ran() && view.name(arm).variant().equals(variant)
            && costs.stream().noneMatch(cost -> isOf(cost, arm)))
        .map(arm -> name(arm).inSentence())
        .distinct()
        .collect(Collectors.joining(", "));
  }

  SizePredictions predictions() {
    return SizePredictions.of(this);
  }

  /** In words, the cost of a larger module. */
  public String found() {
    List<SizeCost> lines = lines().stream().filter(SizeCost::isTotal).toList();
    if (lines.isEmpty()) {
      return "No line is fitted: it needs valid launches for " + CostLine.FEWEST_SIZES + " module sizes.";
    }
    if (!view.isTrusted()) {
      return "The cost of a larger module is " + VerdictWords.NOT_TRUSTED + ".";
    }
    Comparator<SizeCost> steepest = Comparator.<SizeCost>comparingDouble(cost -> cost.msPerMb().value()).reversed();
    return "For each further MB of module, " + ScenarioGroup.ends(lines, steepest, "; least of all, ", this::takes)
        + "." + ends(lines) + predictions().found();
  }

  private String takes(SizeCost cost) {
    String of = cost.series() == null ? "" : " with " + SizeWords.series(cost.series());
    return name(cost.arm()).inSentence() + of + " " + SizeWords.takes(cost.msPerMb());
  }

  private static String ends(List<SizeCost> lines) {
    long ending = lines.stream().map(SizeCost::beyond).filter(Objects::nonNull).count();
    return ending == 0
        ? " All " + lines.size() + " lines hold up to the largest module."
        : " Lines that end before the largest module: " + ending + " of " + lines.size() + ".";
  }
}
