package dev.coldstart.runtimes.graalwasm;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coldstart.child.ColdStart;
import dev.coldstart.spi.WasmInstance;
import dev.coldstart.spi.WasmContract;
import dev.coldstart.spi.WasmRuntime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledForJreRange;
import org.junit.jupiter.api.condition.JRE;

@EnabledForJreRange(min = JRE.JAVA_21, disabledReason = "GraalWasm 25 needs JDK 21")
class GraalWasmUnsafeMemoryTest extends WasmContract {
  @Override
  protected ColdStart child() {
    return new GraalWasmUnsafeMemoryChild();
  }

  @Test
  void shouldKeepMemoryOutsideTheHeap() throws Exception {
    try (WasmRuntime runtime = open()) {
      WasmInstance<?> instance = runtime.parse("trap", bytesOf("trap"), null).compile().instantiate();
      assertThat(instance).extracting("memory.receiver.class.simpleName").isEqualTo("NativeWasmMemory");
    }
  }
}
