package dev.coldstart.stats.run;

import dev.coldstart.record.Arm;
import dev.coldstart.stats.estimate.Estimate;
import dev.coldstart.stats.scenario.BreakEven;
import dev.coldstart.stats.scenario.BurstCurve;
import dev.coldstart.stats.scenario.CallCurve;
import dev.coldstart.stats.scenario.Excluded;
import dev.coldstart.stats.scenario.MemoryUse;
import dev.coldstart.stats.scenario.ScenarioSummary;
import java.math.BigDecimal;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** What {@code summary.json} says of the scenarios; one that was not run is absent. */
final class ScenarioJson {

  private ScenarioJson() {}

  static void of(ObjectNode node, ScenarioSummary summary) {
    if (!summary.coldToWarm().isEmpty()) {
      ArrayNode curves = node.putArray("coldToWarm");
      summary.coldToWarm().forEach(curve -> coldToWarm(curves.addObject(), curve));
      ArrayNode breakEvens = node.putArray("breakEven");
      summary.breakEvens().forEach(breakEven -> breakEven(breakEvens.addObject(), breakEven));
    }
    if (!summary.memory().isEmpty()) {
      ArrayNode arms = node.putArray("memory");
      summary.memory().forEach(arm -> memory(arms.addObject(), arm));
    }
    if (!summary.burst().isEmpty()) {
      ArrayNode arms = node.putArray("burst");
      summary.burst().forEach(arm -> burst(arms.addObject(), arm));
    }
  }

  private static void coldToWarm(ObjectNode node, CallCurve curve) {
    arm(node, curve.arm()).put("n", curve.n());
    setAside(node, curve.setAside()).put("calls", curve.calls());
    ArrayNode at = node.putArray("at");
    for (CallCurve.At call : curve.at()) {
      ObjectNode point = at.addObject().put("call", call.call());
      median(point, "latency", "Ns", call.latencyNs());
      median(point, "total", "Ns", call.totalNs());
      point.put("totalMeanNs", ArmColumns.rounded(call.meanTotalNs()));
    }
  }

  private static void breakEven(ObjectNode node, BreakEven breakEven) {
    arm(node, breakEven.arm()).put("against", breakEven.against().arm());
    node.put("blocks", breakEven.blocks()).put("calls", breakEven.calls());
    estimate(node, "atCall", breakEven.atCall());
    node.put("everAhead", breakEven.everAhead());
  }

  private static void memory(ObjectNode node, MemoryUse use) {
    arm(node, use.arm()).put("n", use.n());
    setAside(node, use.setAside());
    median(node, "peakRss", "Bytes", use.peakBytes());
    median(node, "oneInstanceRss", "Bytes", use.firstBytes());
    median(node, "instance", "Bytes", use.instanceBytes());
    estimate(node, "instancesPerGib", use.instancesPerGib());
    ArrayNode at = node.putArray("at");
    for (MemoryUse.At live : use.at()) {
      median(at.addObject().put("instances", live.instances()), "rss", "Bytes", live.rssBytes());
    }
  }

  private static void burst(ObjectNode node, BurstCurve curve) {
    setAside(arm(node, curve.arm()), curve.setAside());
    ArrayNode at = node.putArray("at");
    for (BurstCurve.At starts : curve.at()) {
      ObjectNode point = at.addObject().put("starts", starts.starts());
      point.put("blocks", starts.blocks()).put("invalid", starts.invalid());
      median(point, "slowest", "Ns", starts.slowestNs());
      median(point, "middle", "Ns", starts.middleNs());
      estimate(point, "ratioToOne", starts.ratio());
      point.put("lateMedianNs", ArmColumns.rounded(starts.lateNs()));
    }
  }

  private static ObjectNode arm(ObjectNode node, Arm arm) {
    return node.put("fixture", arm.fixture()).put("arm", arm.arm());
  }

  private static ObjectNode setAside(ObjectNode node, Excluded setAside) {
    return node.put("invalid", setAside.launches()).put("invalidReason", setAside.reason());
  }

  private static void median(ObjectNode node, String name, String unit, Estimate median) {
    node.put(name + "Median" + unit, rounded(median.value()))
        .put(name + "CiLow" + unit, rounded(median.low()))
        .put(name + "CiHigh" + unit, rounded(median.high()));
  }

  private static void estimate(ObjectNode node, String name, Estimate estimate) {
    node.put(name, rounded(estimate.value()))
        .put(name + "CiLow", rounded(estimate.low()))
        .put(name + "CiHigh", rounded(estimate.high()));
  }

  /** What is not reached is null, as what is not known. */
  private static BigDecimal rounded(double value) {
    return Double.isInfinite(value) ? null : ArmColumns.rounded(value);
  }
}
