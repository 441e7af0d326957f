package dev.coldstart.runtimes.plainjava;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.coldstart.child.ColdStart;
import dev.coldstart.spi.CompiledModule;
import dev.coldstart.spi.ParsedModule;
import dev.coldstart.spi.RuntimeContract;
import dev.coldstart.spi.WasmRuntime;
import org.junit.jupiter.api.Test;

class PlainJavaTest extends RuntimeContract {
  @Override
  protected ColdStart child() {
    return new PlainJavaChild();
  }

  @Test
  void shouldSayWhatAFixtureWithoutTwinNeeds() throws Exception {
    try (WasmRuntime runtime = open();
      ParsedModule parsed = runtime.parse("not-yet-there", new byte[0], null);
      CompiledModule compiled = parsed.compile()) {
      assertThatThrownBy(compiled::handler).hasMessageStartingWith("no Java twin of fixture not-yet-there: ");
    }
  }
}
