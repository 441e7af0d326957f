package dev.coldstart.runtimes.chicory;

import com.dylibso.chicory.runtime.ExportFunction;
import com.dylibso.chicory.runtime.Instance;
import com.dylibso.chicory.runtime.Memory;
import dev.coldstart.spi.WasmInstance;

/** Needs no close: the collector frees an instance and its memory. */
final class ChicoryInstance implements WasmInstance<ExportFunction> {

  private final Instance instance;
  private final Memory memory;

  ChicoryInstance(Instance instance) {
    this.instance = instance;
    memory = instance.memory();
  }

  @Override
  public ExportFunction function(String name) {
    return instance.export(name);
  }

  /** Chicory's numbers are those of the interface. */
  @Override
  public long[] call(ExportFunction function, String type, long... arguments) {
    return function.apply(arguments);
  }

  @Override
  public long memoryBytes() {
    return memory == null ? -1 : (long) memory.pages() * Memory.PAGE_SIZE;
  }

  @Override
  public byte[] read(long address, int length) {
    return memory.readBytes((int) address, length);
  }

  @Override
  public void write(long address, byte[] bytes) {
    memory.write((int) address, bytes);
  }
}
