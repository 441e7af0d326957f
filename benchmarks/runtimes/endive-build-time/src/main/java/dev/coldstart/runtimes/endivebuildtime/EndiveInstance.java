package dev.coldstart.runtimes.endivebuildtime;

import dev.coldstart.spi.HandlerInstance;
import run.endive.runtime.ExportFunction;
import run.endive.runtime.Instance;
import run.endive.runtime.Memory;

/** Needs no close: the collector frees an instance and its memory. */
final class EndiveInstance implements HandlerInstance {

  private final Memory memory;
  private final ExportFunction alloc;
  private final ExportFunction handle;

  EndiveInstance(Instance instance) {
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
