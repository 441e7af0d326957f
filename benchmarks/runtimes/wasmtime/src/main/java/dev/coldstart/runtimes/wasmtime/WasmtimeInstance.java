package dev.coldstart.runtimes.wasmtime;

import dev.coldstart.spi.HandlerInstance;
import io.github.kawamuray.wasmtime.Engine;
import io.github.kawamuray.wasmtime.Func;
import io.github.kawamuray.wasmtime.Instance;
import io.github.kawamuray.wasmtime.Memory;
import io.github.kawamuray.wasmtime.Module;
import io.github.kawamuray.wasmtime.Store;
import io.github.kawamuray.wasmtime.Val;
import java.nio.ByteBuffer;
import java.util.Collections;

/** Owns its store. Only {@code close} releases the native memory, which holds everything except the engine. */
final class WasmtimeInstance implements HandlerInstance {

  private final Store<Void> store;
  private final Instance instance;
  private final Memory memory;
  private final Func alloc;
  private final Func handle;

  private WasmtimeInstance(Store<Void> store, Instance instance) {
    this.store = store;
    this.instance = instance;
    memory = instance.getMemory(store, "memory").get();
    alloc = instance.getFunc(store, "alloc").get();
    handle = instance.getFunc(store, "handle").get();
  }

  static WasmtimeInstance of(Engine engine, Module module) {
    Store<Void> store = new Store<>(null, engine);
    try {
      return new WasmtimeInstance(store, new Instance(store, module, Collections.emptyList()));
    } catch (RuntimeException refused) {
      // Otherwise every attempt to start a faulty module would leak its store.
      store.dispose();
      throw refused;
    }
  }

  @Override
  public byte[] handle(byte[] event) {
    Val ptr = alloc.call(store, Val.fromI32(event.length))[0];
    // Gets the buffer again after each call, because a call may grow the memory and so move it.
    memory.buffer(store).position(ptr.i32()).put(event);
    long response = handle.call(store, ptr, Val.fromI32(event.length))[0].i64();
    ByteBuffer buffer = memory.buffer(store);
    HandlerInstance.requireInMemory(response, buffer.capacity());
    byte[] copy = new byte[(int) response];
    buffer.position((int) (response >>> Integer.SIZE)).get(copy);
    return copy;
  }

  @Override
  public void close() {
    handle.dispose();
    alloc.dispose();
    memory.dispose();
    instance.dispose();
    store.dispose();
  }
}
