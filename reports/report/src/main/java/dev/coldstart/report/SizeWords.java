package dev.coldstart.report;

import dev.coldstart.record.text.Format;
import dev.coldstart.stats.estimate.Estimate;
import dev.coldstart.stats.scenario.SizeFit;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** What a larger module costs, as sentences. */
final class SizeWords {

  private SizeWords() {}

  /** @param lines those of {@code all} that have a line */
  static String found(RunView view, List<SizeFit> lines, List<SizeFit> all) {
    if (lines.isEmpty()) {
      return none(all);
    }
    if (!view.isTrusted()) {
      return "What a larger module costs is " + VerdictWords.NOT_TRUSTED + ".";
    }
    Comparator<SizeFit> bySlope = Comparator.comparingDouble(fit -> fit.msPer100kB().value());
    SizeFit steepest = lines.stream().max(bySlope).orElseThrow();
    SizeFit flattest = lines.stream().min(bySlope).orElseThrow();
    String both = steepest == flattest ? "" : "; " + takes(view, flattest);
    return "For each 100 kB of module more, " + takes(view, steepest) + both + "." + furthest(view, lines);
  }

  private static String none(List<SizeFit> all) {
    return all.stream()
        .filter(SizeFit::apart)
        .max(Comparator.comparingInt(SizeFit::sizes))
        .map(fit -> "No line is fitted: it takes modules of " + SizeFit.FEWEST_SIZES + " sizes, and launches count of "
            + (fit.sizes() == 0 ? "none" : fit.sizes()) + ".")
        .orElse("No line is fitted: no arm tells parse and compile from its other phases.");
  }

  private static String takes(RunView view, SizeFit fit) {
    Estimate slope = fit.msPer100kB();
    String name = ScenarioGroup.name(view, fit.arm()).text();
    if (slope.hasInterval() && slope.low() <= 0 && slope.high() >= 0) {
      return "what " + name + " takes is not told apart from the same (" + BeyondWords.interval(slope) + " ms)";
    }
    boolean less = slope.value() < 0;
    Estimate size = less ? new Estimate(-slope.value(), -slope.high(), -slope.low()) : slope;
    String interval = size.hasInterval() ? " (" + Quantity.interval(size) + ")" : "";
    return name + " takes " + Format.number(size.value(), "ms") + (less ? " less" : " more") + interval;
  }

  private static String furthest(RunView view, List<SizeFit> lines) {
    SizeFit fit = lines.stream().max(Comparator.comparingDouble(SizeWords::furthestMs)).orElseThrow();
    SizeFit.At at = furthest(fit).orElseThrow();
    double off = offMs(fit, at);
    return " Furthest off its line is " + view.title(at.fixture()) + " in " + ScenarioGroup.name(view, fit.arm()).text()
        + ", which takes " + Format.number(Math.abs(off), "ms") + (off < 0 ? " less" : " more")
        + " than the line says.";
  }

  private static double furthestMs(SizeFit fit) {
    return furthest(fit).map(at -> Math.abs(offMs(fit, at))).orElse(0.0);
  }

  /** The fixture that lies furthest off the line; empty without one. */
  static Optional<SizeFit.At> furthest(SizeFit fit) {
    return fit.hasLine()
        ? fit.at().stream().max(Comparator.comparingDouble(at -> Math.abs(offMs(fit, at))))
        : Optional.empty();
  }

  private static double offMs(SizeFit fit, SizeFit.At at) {
    return at.ms().value() - fit.lineMs(at.wasmBytes());
  }

  static String off(RunView view, SizeFit fit, SizeFit.At at) {
    return view.title(at.fixture()) + ": " + Format.signed(offMs(fit, at));
  }
}
