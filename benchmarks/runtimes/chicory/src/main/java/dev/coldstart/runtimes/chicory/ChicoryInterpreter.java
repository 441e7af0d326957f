package dev.coldstart.runtimes.chicory;

import com.dylibso.chicory.wasm.Parser;
import com.dylibso.chicory.wasm.Version;
import dev.coldstart.spi.ParsedModule;
import dev.coldstart.spi.WasmRuntime;

public final class ChicoryInterpreter implements WasmRuntime {

  @Override
  public String engine() {
    return "Chicory " + Version.version();
  }

  @Override
  public ParsedModule parse(String fixture, byte[] wasm) {
    return new ChicoryModule(Parser.parse(wasm));
  }
}
