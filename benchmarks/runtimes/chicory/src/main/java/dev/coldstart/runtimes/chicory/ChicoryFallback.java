package dev.coldstart.runtimes.chicory;

import com.dylibso.chicory.runtime.Machine;
import com.dylibso.chicory.runtime.internal.CompilerInterpreterMachine;
import java.lang.reflect.Field;
import java.util.Set;

/**
 * How many functions of a compiled module stay interpreted, because their bytecode is longer than a Java method may be.
 *
 * <p>Chicory has no interface that tells. A compiled machine has a field for the interpreter of those functions, if
 * there are any, and that interpreter has the set of them.
 */
final class ChicoryFallback {

  private ChicoryFallback() {}

  /** Null if this version keeps the functions elsewhere. */
  static String counts(Machine compiled) {
    try {
      Field set = CompilerInterpreterMachine.class.getDeclaredField("interpretedFuncIds");
      set.setAccessible(true);
      int functions = 0;
      for (Field field : compiled.getClass().getDeclaredFields()) {
        if (field.getType() == CompilerInterpreterMachine.class) {
          field.setAccessible(true);
          // Endive has the field even if there are none.
          Object interpreter = field.get(compiled);
          functions += interpreter == null ? 0 : ((Set<?>) set.get(interpreter)).size();
        }
      }
      return "interpretedFunctions " + functions;
    } catch (ReflectiveOperationException | LinkageError | RuntimeException unknown) {
      return null;
    }
  }
}
