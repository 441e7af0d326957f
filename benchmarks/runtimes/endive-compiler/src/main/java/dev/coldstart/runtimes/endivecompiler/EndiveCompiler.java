package dev.coldstart.runtimes.endivecompiler;

import dev.coldstart.spi.ParsedModule;
import dev.coldstart.spi.WasmRuntime;
import run.endive.wasm.Parser;
import run.endive.wasm.Version;

public final class EndiveCompiler implements WasmRuntime {

  @Override
  public String engine() {
    return "Endive " + Version.version();
  }

  @Override
  public ParsedModule parse(String fixture, byte[] wasm) {
    return new ParsedEndiveModule(Parser.parse(wasm));
  }
}
