package dev.coldstart.runtimes.graalwasm;

import dev.coldstart.spi.Wasi;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import org.graalvm.polyglot.Context;
import org.graalvm.polyglot.io.IOAccess;

/** GraalWasm's own WASI, which is a setting of a context. */
final class GraalWasi {

  private GraalWasi() {}

  /** @throws UnsupportedOperationException if its clock and random numbers are to be fixed */
  static Context.Builder addTo(Context.Builder context, Wasi wasi) {
    if (wasi.fixed() != null) {
      throw new UnsupportedOperationException(
          "the answer depends on WASI's clock or random numbers, and GraalWasm's cannot be fixed");
    }
    context.option("wasm.Builtins", Wasi.NAME)
        .in(new FileInputStream(FileDescriptor.in))
        .out(new FileOutputStream(FileDescriptor.out))
        .err(new FileOutputStream(FileDescriptor.err))
        .arguments(GraalWasm.LANGUAGE, wasi.arguments());
    String[] environment = wasi.environment();
    for (int i = 0; i < environment.length; i += 2) {
      context.environment(environment[i], environment[i + 1]);
    }
    String[] directories = wasi.directories();
    StringBuilder mapped = new StringBuilder();
    for (int i = 0; i < directories.length; i += 2) {
      mapped.append(i == 0 ? "" : ",").append(directories[i]).append("::").append(directories[i + 1]);
    }
    return directories.length == 0
        ? context
        : context.allowIO(IOAccess.ALL).option("wasm.WasiMapDirs", mapped.toString());
  }
}
