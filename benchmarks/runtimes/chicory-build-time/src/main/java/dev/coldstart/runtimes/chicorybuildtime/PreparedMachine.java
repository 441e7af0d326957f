package dev.coldstart.runtimes.chicorybuildtime;

import com.dylibso.chicory.runtime.Instance;
import com.dylibso.chicory.runtime.Machine;

/**
 * Stands for the class that {@link BuildTimeCompiler} generates from a module under this name. The adapter is compiled
 * against it, and the build keeps it out of the jar: in a launch, the generated class is on the class path.
 */
final class PreparedMachine implements Machine {

  PreparedMachine(Instance instance) {
    throw new IllegalStateException("no module was compiled for " + instance);
  }

  @Override
  public long[] call(int function, long[] arguments) {
    throw new IllegalStateException("no module was compiled");
  }
}
