package dev.coldstart.runtimes.chicory;

import static org.assertj.core.api.Assertions.assertThat;

import com.dylibso.chicory.runtime.ByteBufferMemory;
import com.dylibso.chicory.wasm.Parser;
import dev.coldstart.child.ColdStart;
import dev.coldstart.spi.WasmInstance;
import dev.coldstart.spi.WasmContract;
import org.junit.jupiter.api.Test;

class ChicoryInterpreterTest extends WasmContract {
  @Override
  protected ColdStart child() {
    return new ChicoryInterpreterChild();
  }

  @Test
  void shouldUseTheDefaultsThatOtherConfigurationsDifferFrom() throws Exception {
    WasmInstance<?> instance = open().parse("trap", bytesOf("trap"), null).compile().instantiate();
    assertThat(instance).extracting("memory").isInstanceOf(ByteBufferMemory.class);
    assertThat(Parser.parse(bytesOf("trap")).digest()).startsWith("sha-256:");
  }
}
