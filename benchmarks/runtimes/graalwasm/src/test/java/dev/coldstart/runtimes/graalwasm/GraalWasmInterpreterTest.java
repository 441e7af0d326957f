package dev.coldstart.runtimes.graalwasm;

import dev.coldstart.spi.ColdStart;
import dev.coldstart.spi.WasmContract;
import org.junit.jupiter.api.condition.EnabledForJreRange;
import org.junit.jupiter.api.condition.JRE;

@EnabledForJreRange(min = JRE.JAVA_21, disabledReason = "GraalWasm 25 needs JDK 21")
class GraalWasmInterpreterTest extends WasmContract {
  @Override
  protected ColdStart child() {
    return new GraalWasmInterpreterChild();
  }
}
