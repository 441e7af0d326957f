package dev.coldstart.stats.run;

import dev.coldstart.record.Guards;
import java.math.BigDecimal;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** What {@code summary.json} says of how a run checked itself and how it went. */
final class CheckJson {

  private CheckJson() {}

  static void control(ObjectNode node, ControlResult control) {
    node.put("kind", control.kind())
        .put("fixture", control.fixture())
        .put("arm", control.arm())
        .put("against", control.against())
        .put("unit", control.unit())
        .put("expected", ArmColumns.rounded(control.expected()))
        .put("measured", ArmColumns.rounded(control.measured().value()))
        .put("measuredCiLow", ArmColumns.rounded(control.measured().low()))
        .put("measuredCiHigh", ArmColumns.rounded(control.measured().high()))
        .put("held", control.held())
        .put("text", control.text());
  }

  static void tax(ObjectNode node, JmhBias tax) {
    node.put("fixture", tax.fixture())
        .put("configuration", tax.configuration())
        .put("phase", tax.phase())
        .put("launchMs", ArmColumns.rounded(tax.launchMs()))
        .put("jmhMs", ArmColumns.rounded(tax.jmhMs()))
        .put("launchClasses", ArmColumns.rounded(tax.launchClasses()))
        .put("jmhClasses", ArmColumns.rounded(tax.jmhClasses()));
  }

  static void conduct(ObjectNode node, RunEffort conduct) {
    node.put("blocks", conduct.blocks()).put("againBlocks", conduct.againBlocks());
    ArrayNode reasons = node.putArray("again");
    conduct.again().forEach(why -> reasons.addObject().put("reason", why.reason()).put("blocks", why.blocks()));
    node.put("outsidePart", ArmColumns.rounded(conduct.outsidePart()));
    if (conduct.worst() == null) {
      node.putNull("worst");
    } else {
      worst(node.putObject("worst"), conduct.worst());
    }
  }

  private static void worst(ObjectNode node, Guards guards) {
    node.put("load", rounded(guards.load()))
        .put("stealPart", rounded(guards.stealPart()))
        .put("throttledPart", rounded(guards.throttledPart()))
        .put("othersPart", rounded(guards.othersPart()))
        .put("cpuPressurePart", rounded(guards.cpuPressurePart()))
        .put("ioPressurePart", rounded(guards.ioPressurePart()))
        .put("memoryPressurePart", rounded(guards.memoryPressurePart()))
        .put("governor", guards.governor())
        .put("otherJvms", guards.otherJvms())
        .put("freeBytes", guards.freeBytes());
  }

  private static BigDecimal rounded(Double value) {
    return value == null ? null : ArmColumns.rounded(value);
  }
}
