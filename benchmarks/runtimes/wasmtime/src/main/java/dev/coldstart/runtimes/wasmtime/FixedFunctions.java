package dev.coldstart.runtimes.wasmtime;

import dev.coldstart.spi.FixedSources;
import io.github.kawamuray.wasmtime.Caller;
import io.github.kawamuray.wasmtime.Extern;
import io.github.kawamuray.wasmtime.Func;
import io.github.kawamuray.wasmtime.FuncType;
import io.github.kawamuray.wasmtime.Store;
import io.github.kawamuray.wasmtime.Val;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** Functions of WASI that take the place of Wasmtime's own. Loaded only for a module that needs them. */
final class FixedFunctions {

  private final Store<Void> store;
  private final FixedSources sources;

  FixedFunctions(Store<Void> store, FixedSources sources) {
    this.store = store;
    this.sources = sources;
  }

  /** Null if Wasmtime's own is to be used. */
  Extern named(String name) {
    switch (name) {
      case FixedSources.CLOCK :
        return function((caller, arguments, results) -> {
          memory(caller, arguments[2].i32()).putLong(sources.timeNs());
          results[0] = Val.fromI32(0);
        }, Val.Type.I32, Val.Type.I64, Val.Type.I32);
      case FixedSources.RANDOM :
        return function((caller, arguments, results) -> {
          memory(caller, arguments[0].i32()).put(sources.random(arguments[1].i32()));
          results[0] = Val.fromI32(0);
        }, Val.Type.I32, Val.Type.I32);
      default :
        return null;
    }
  }

  private Extern function(Func.Handler<Void> handler, Val.Type... parameters) {
    return Extern.fromFunc(new Func(store, new FuncType(parameters, new Val.Type[] {Val.Type.I32}), handler));
  }

  private ByteBuffer memory(Caller<Void> caller, int address) {
    ByteBuffer memory = caller.getExport("memory").get().memory().buffer(store);
    return memory.order(ByteOrder.LITTLE_ENDIAN).position(address);
  }
}
