package dev.coldstart.child;

import dev.coldstart.spi.CompiledModule;
import dev.coldstart.spi.FixedSources;
import dev.coldstart.spi.Wasi;
import dev.coldstart.spi.WasmInstance;
import java.io.DataInputStream;
import java.io.FileInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/**
 * What the measured module is given: WASI, and modules that provide everything else that it imports. A file holds it,
 * as {@link java.io.DataOutputStream} writes it: {@link #NO_WASI}, {@link #OWN_WASI} or {@link #FIXED_WASI} in one
 * byte, and with WASI its arguments, environment and directories, each with the number of texts before them; whether
 * the module must be initialized; the number of providers, and for each the name under which it is imported, the number
 * and the names of its functions, and the length and the bytes of the module. A text is the number of its bytes in
 * UTF-8, and these.
 */
public final class ProvidedImports {

  /** The end of the reason if a module calls an import that has only a stand-in. */
  public static final String NOT_PROVIDED = "an import that is not provided";

  /** The module imports no WASI. */
  public static final int NO_WASI = 0;

  /** It gets the runtime's own. */
  public static final int OWN_WASI = 1;

  /** It gets the runtime's own, but for {@link FixedSources}. */
  public static final int FIXED_WASI = 2;

  /** Exported by each provider: the number of its function that trapped last, or -1. */
  private static final String CALLED = "coldstart:called";

  /** Null if the module does not import it. */
  private final Wasi wasi;

  /** Whether the module exports a function that must be called before any other. */
  private final boolean initializes;

  private final String[] names;
  private final String[][] functions;
  private final byte[][] modules;
  private final WasmInstance<?>[] instances;

  private ProvidedImports(Wasi wasi, boolean initializes, int count) {
    this.wasi = wasi;
    this.initializes = initializes;
    names = new String[count];
    functions = new String[count][];
    modules = new byte[count][];
    instances = new WasmInstance<?>[count];
  }

  /** Reads the file. */
  public static ProvidedImports read(String path) throws IOException {
    try (FileInputStream file = new FileInputStream(path); DataInputStream in = new DataInputStream(file)) {
      int kind = in.readByte();
      Wasi wasi = kind == NO_WASI ? null : new Wasi(texts(in), texts(in), texts(in), fixed(kind));
      ProvidedImports imports = new ProvidedImports(wasi, in.readBoolean(), in.readInt());
      for (int i = 0; i < imports.names.length; i++) {
        imports.names[i] = text(in);
        imports.functions[i] = texts(in);
        imports.modules[i] = in.readNBytes(in.readInt());
      }
      return imports;
    }
  }

  private static FixedSources fixed(int kind) {
    return kind == FIXED_WASI ? new FixedSources() : null;
  }

  private static String text(DataInputStream in) throws IOException {
    return new String(in.readNBytes(in.readInt()), StandardCharsets.UTF_8);
  }

  private static String[] texts(DataInputStream in) throws IOException {
    String[] texts = new String[in.readInt()];
    for (int i = 0; i < texts.length; i++) {
      texts[i] = text(in);
    }
    return texts;
  }

  /** Null if the module does not import it. */
  public Wasi wasi() {
    return wasi;
  }

  /** Does what WASI asks for before an instance is used. */
  public <F> void initialize(WasmInstance<F> instance) throws Exception {
    if (initializes) {
      instance.call(instance.function("_initialize"), "()");
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
        return new IllegalStateException("it called " + names[i] + "." + functions[i][called] + ", " + NOT_PROVIDED,
            failure);
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
