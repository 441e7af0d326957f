package dev.coldstart.stats.run;

import dev.coldstart.stats.scenario.SizeFit;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** What {@code summary.json} says of an arm by the size of the module. */
final class SizeJson {

  private SizeJson() {}

  static void of(ObjectNode node, SizeFit fit) {
    node.put("arm", fit.arm().arm())
        .put("apart", fit.apart())
        .put("msPer100kB", ArmColumns.rounded(fit.msPer100kB().value()))
        .put("msPer100kBCiLow", ArmColumns.rounded(fit.msPer100kB().low()))
        .put("msPer100kBCiHigh", ArmColumns.rounded(fit.msPer100kB().high()))
        .put("interceptMs", ArmColumns.rounded(fit.interceptMs()));
    ArrayNode at = node.putArray("at");
    for (SizeFit.At fixture : fit.at()) {
      at.addObject()
          .put("fixture", fixture.fixture())
          .put("wasmBytes", fixture.wasmBytes())
          .put("n", fixture.n())
          .put("parseAndCompileMedianMs", ArmColumns.rounded(fixture.ms().value()))
          .put("parseAndCompileCiLowMs", ArmColumns.rounded(fixture.ms().low()))
          .put("parseAndCompileCiHighMs", ArmColumns.rounded(fixture.ms().high()))
          .put("lineMs", ArmColumns.rounded(fit.lineMs(fixture.wasmBytes())));
    }
  }
}
