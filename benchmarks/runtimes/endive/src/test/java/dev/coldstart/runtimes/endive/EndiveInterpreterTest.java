package dev.coldstart.runtimes.endive;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coldstart.child.ColdStart;
import dev.coldstart.spi.HandlerInstance;
import dev.coldstart.spi.WasmContract;
import org.junit.jupiter.api.Test;
import run.endive.runtime.ByteBufferMemory;
import run.endive.wasm.Parser;

class EndiveInterpreterTest extends WasmContract {
  @Override
  protected ColdStart child() {
    return new EndiveInterpreterChild();
  }

  @Test
  void shouldUseTheDefaultsThatOtherConfigurationsDifferFrom() throws Exception {
    HandlerInstance instance = open().parse("trap", bytesOf("trap")).compile().instantiate();
    assertThat(instance).extracting("memory").isInstanceOf(ByteBufferMemory.class);
    assertThat(Parser.parse(bytesOf("trap")).digest()).startsWith("sha-256:");
  }
}
