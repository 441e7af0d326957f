package dev.coldstart.report.size;

import dev.coldstart.record.Arm;
import dev.coldstart.record.text.Format;
import dev.coldstart.report.text.Quantity;
import dev.coldstart.stats.size.SizePrediction;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What the series predict for the modules of no series, beside what was measured. */
record SizePredictions(SizeSection section, List<SizePrediction> all) {

  /** The modules in one arm, the smallest first. */
  record OfArm(String name, String found, List<SizePrediction> modules) {}

  static SizePredictions of(SizeSection section) {
    return new SizePredictions(section, SizePrediction.of(section.costs()));
  }

  List<String> series() {
    return section.series();
  }

  List<OfArm> arms() {
    return section.arms()
        .stream()
        .map(arm -> new OfArm(section.name(arm).text(), found(of(arm)), of(arm)))
        .filter(arm -> !arm.modules().isEmpty())
        .toList();
  }

  private List<SizePrediction> of(Arm arm) {
    return all.stream().filter(one -> one.cost().arm().arm().equals(arm.arm())).toList();
  }

  private String found(List<SizePrediction> modules) {
    String each = section.series()
        .stream()
        .map(series -> SizeWords.series(series) + " " + near(modules, series))
        .collect(Collectors.joining(", "));
    return "Within a factor of " + Format.whole(SizePrediction.FACTOR) + ", of " + modules.size() + " modules: " + each
        + ".";
  }

  private static long near(List<SizePrediction> modules, String series) {
    return modules.stream().filter(one -> one.isNear(series)).count();
  }

  /** Measured as a multiple of what the series predicts. */
  static String ratio(SizePrediction module, String series) {
    Double ratio = module.ratios().get(series);
    return ratio == null || ratio <= 0 ? Format.MISSING : Format.number(ratio, "×");
  }

  /** The best series, and whether it is near enough to be called followed. */
  static String follows(SizePrediction module) {
    String best = module.follows();
    return module.isNear(best) ? SizeWords.series(best) : "none";
  }

  Quantity measured(SizePrediction module) {
    return SizeWords.ms(module.measuredMs());
  }

  String title(SizePrediction module) {
    return section.view().title(module.module().fixture());
  }

  /** Begins with a space; empty if nothing is predicted. */
  String found() {
    if (all.isEmpty()) {
      return "";
    }
    long followed = all.stream().filter(one -> one.isNear(one.follows())).count();
    Map<String, Long> byBest =
        all.stream().collect(Collectors.groupingBy(SizePrediction::follows, Collectors.counting()));
    String most = byBest.entrySet()
        .stream()
        .max(Map.Entry.<String, Long>comparingByValue()
            .thenComparing(Map.Entry.comparingByKey(Comparator.reverseOrder())))
        .orElseThrow()
        .getKey();
    return " Of the " + all.size() + " times of modules in no series, the best series for each predicts " + followed
        + " within a factor of " + Format.whole(SizePrediction.FACTOR) + "; most often it is " + SizeWords.series(most)
        + ".";
  }
}
