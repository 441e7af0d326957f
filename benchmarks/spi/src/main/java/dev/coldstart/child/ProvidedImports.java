package dev.coldstart.child;

import dev.coldstart.spi.CompiledModule;
import dev.coldstart.spi.WasmInstance;
import java.io.DataInputStream;
import java.io.FileInputStream;
import java.io.IOException;

/**
 * The modules that provide what the measured one imports. A file holds them: their number, and for each the name under
 * which it is imported, the number and the names of its functions, and the length and the bytes of the module; as
 * {@link java.io.DataOutputStream} writes them.
 */
public final class ProvidedImports {

  /** Exported by each provider: the number of its function that trapped last, or -1. */
  private static final String CALLED = "coldstart:called";

  private final String[] names;
  private final String[][] functions;
  private final byte[][] modules;
  private final WasmInstance<?>[] instances;

  private ProvidedImports(int count) {
    names = new String[count];
    functions = new String[count][];
    modules = new byte[count][];
    instances = new WasmInstance<?>[count];
  }

  /** Reads the file. */
  public static ProvidedImports read(String path) throws IOException {
    try (FileInputStream file = new FileInputStream(path); DataInputStream in = new DataInputStream(file)) {
      ProvidedImports imports = new ProvidedImports(in.readInt());
      for (int i = 0; i < imports.names.length; i++) {
        imports.names[i] = in.readUTF();
        imports.functions[i] = new String[in.readInt()];
        for (int k = 0; k < imports.functions[i].length; k++) {
          imports.functions[i][k] = in.readUTF();
        }
        imports.modules[i] = in.readNBytes(in.readInt());
      }
      return imports;
    }
  }

  /** Instantiates the providers, and links them to a module that is not instantiated yet. */
  public void provideTo(CompiledModule module) throws Exception {
    for (int i = 0; i < names.length; i++) {
      instances[i] = module.provide(names[i], modules[i]);
    }
  }

  /** The reason for a failure: the import that the module called, or else the failure itself. */
  Throwable explained(Throwable failure) {
    for (int i = 0; i < names.length; i++) {
      int called = instances[i] == null ? -1 : called(instances[i]);
      if (called >= 0) {
        return new IllegalStateException(
            "it called " + names[i] + "." + functions[i][called] + ", an import that is not provided", failure);
      }
    }
    return failure;
  }

  private static <F> int called(WasmInstance<F> provider) {
    try {
      return (int) provider.call(provider.function(CALLED), "()I")[0];
    } catch (Exception unusable) {
      return -1;
    }
  }
}
