package dev.coldstart.runtimes.chicory;

import static org.assertj.core.api.Assertions.assertThat;

import com.dylibso.chicory.runtime.ByteArrayMemory;
import dev.coldstart.child.ColdStart;
import dev.coldstart.spi.WasmInstance;
import dev.coldstart.spi.WasmContract;
import org.junit.jupiter.api.Test;

class ChicoryByteArrayTest extends WasmContract {
  @Override
  protected ColdStart child() {
    return new ChicoryByteArrayChild();
  }

  @Test
  void shouldKeepMemoryInByteArrays() throws Exception {
    WasmInstance<?> instance = open().parse("trap", bytesOf("trap"), null).compile().instantiate();
    assertThat(instance).extracting("memory").isInstanceOf(ByteArrayMemory.class);
  }
}
