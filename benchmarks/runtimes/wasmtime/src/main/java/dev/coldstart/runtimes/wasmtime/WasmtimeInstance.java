package dev.coldstart.runtimes.wasmtime;

import dev.coldstart.spi.WasmInstance;
import io.github.kawamuray.wasmtime.Engine;
import io.github.kawamuray.wasmtime.Extern;
import io.github.kawamuray.wasmtime.Func;
import io.github.kawamuray.wasmtime.ImportType;
import io.github.kawamuray.wasmtime.Instance;
import io.github.kawamuray.wasmtime.Memory;
import io.github.kawamuray.wasmtime.Module;
import io.github.kawamuray.wasmtime.Store;
import io.github.kawamuray.wasmtime.Val;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;

/** Only {@code close} releases its native memory. */
final class WasmtimeInstance implements WasmInstance<Func> {

  private final Store<Void> store;
  private final Instance instance;
  private final Memory memory;
  private final List<Func> functions = new ArrayList<>();

  /** Whether the store is closed with the instance. Else others share it. */
  private final boolean ownsStore;

  private WasmtimeInstance(Store<Void> store, Instance instance, boolean ownsStore) {
    this.store = store;
    this.instance = instance;
    this.ownsStore = ownsStore;
    memory = instance.getMemory(store, "memory").orElse(null);
  }

  static WasmtimeInstance of(Engine engine, Module module) {
    Store<Void> store = new Store<>(null, engine);
    try {
      return new WasmtimeInstance(store, new Instance(store, module, Collections.emptyList()), true);
    } catch (RuntimeException refused) {
      // Otherwise every attempt to start a faulty module would leak its store.
      store.dispose();
      throw refused;
    }
  }

  /** @param imports in the order of the module's imports, from the same store */
  static WasmtimeInstance of(Store<Void> store, Module module, Collection<Extern> imports) {
    return new WasmtimeInstance(store, new Instance(store, module, imports), false);
  }

  /**
   * What another instance in the same store imports.
   *
   * @throws IllegalArgumentException if it is a table or a global
   */
  Extern export(ImportType wanted) {
    switch (wanted.type()) {
      case FUNC :
        return Extern.fromFunc(function(wanted.name()));
      case MEMORY :
        return Extern.fromMemory(instance.getMemory(store, wanted.name()).get());
      default :
        throw new IllegalArgumentException("wasmtime-java cannot give a module an imported table or global, as "
            + wanted.module() + "." + wanted.name() + " is");
    }
  }

  @Override
  public Func function(String name) {
    Func function = instance.getFunc(store, name).get();
    functions.add(function);
    return function;
  }

  @Override
  public long[] call(Func function, String type, long... arguments) {
    Val[] values = new Val[arguments.length];
    for (int i = 0; i < values.length; i++) {
      values[i] = value(type.charAt(i + 1), arguments[i]);
    }
    Val[] results = function.call(store, values);
    long[] bits = new long[results.length];
    int at = values.length + 2;
    for (int i = 0; i < bits.length; i++) {
      bits[i] = bits(type.charAt(at + i), results[i]);
    }
    return bits;
  }

  private static Val value(char type, long bits) {
    switch (type) {
      case 'I' :
        return Val.fromI32((int) bits);
      case 'J' :
        return Val.fromI64(bits);
      case 'F' :
        return Val.fromF32(Float.intBitsToFloat((int) bits));
      default :
        return Val.fromF64(Double.longBitsToDouble(bits));
    }
  }

  private static long bits(char type, Val value) {
    switch (type) {
      case 'I' :
        return value.i32();
      case 'J' :
        return value.i64();
      case 'F' :
        return Float.floatToRawIntBits(value.f32());
      default :
        return Double.doubleToRawLongBits(value.f64());
    }
  }

  @Override
  public long memoryBytes() {
    return memory == null ? -1 : memory.dataSize(store);
  }

  /** Gets the buffer again in each access, because a call may grow the memory and so move it. */
  private ByteBuffer at(long address) {
    return memory.buffer(store).position(Math.toIntExact(address));
  }

  @Override
  public byte[] read(long address, int length) {
    byte[] copy = new byte[length];
    at(address).get(copy);
    return copy;
  }

  @Override
  public void write(long address, byte[] bytes) {
    at(address).put(bytes);
  }

  @Override
  public void close() {
    functions.forEach(Func::dispose);
    if (memory != null) {
      memory.dispose();
    }
    instance.dispose();
    if (ownsStore) {
      store.dispose();
    }
  }
}
