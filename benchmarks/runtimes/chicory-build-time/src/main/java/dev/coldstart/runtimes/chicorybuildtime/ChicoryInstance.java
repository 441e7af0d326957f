package dev.coldstart.runtimes.chicorybuildtime;

import com.dylibso.chicory.runtime.ExportFunction;
import com.dylibso.chicory.runtime.Instance;
import com.dylibso.chicory.runtime.Memory;
import dev.coldstart.spi.HandlerInstance;

/** Needs no close: the collector frees an instance and its memory. */
final class ChicoryInstance implements HandlerInstance {

  private final Memory memory;
  private final ExportFunction alloc;
  private final ExportFunction handle;

  ChicoryInstance(Instance instance) {
    memory = instance.memory();
    alloc = instance.export("alloc");
    handle = instance.export("handle");
  }

  @Override
  public byte[] handle(byte[] event) {
    long ptr = alloc.apply(event.length)[0];
    memory.write((int) ptr, event);
    long response = handle.apply(ptr, event.length)[0];
    HandlerInstance.requireInMemory(response, (long) memory.pages() * Memory.PAGE_SIZE);
    return memory.readBytes((int) (response >>> Integer.SIZE), (int) response);
  }
}
