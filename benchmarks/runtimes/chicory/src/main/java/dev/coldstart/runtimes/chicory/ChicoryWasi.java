package dev.coldstart.runtimes.chicory;

import com.dylibso.chicory.runtime.HostFunction;
import com.dylibso.chicory.runtime.ImportFunction;
import com.dylibso.chicory.runtime.WasmFunctionHandle;
import com.dylibso.chicory.wasi.WasiExitException;
import com.dylibso.chicory.wasi.WasiOptions;
import com.dylibso.chicory.wasi.WasiPreview1;
import dev.coldstart.spi.FixedSources;
import dev.coldstart.spi.Wasi;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.nio.file.Path;
import java.util.Arrays;

/** Chicory's own WASI. Its jar is on the class path only if a module needs it, so only this class refers to it. */
final class ChicoryWasi {

  private ChicoryWasi() {}

  static ImportFunction[] functions(Wasi wasi) {
    WasiOptions.Builder options = WasiOptions.builder()
        .withStdin(new FileInputStream(FileDescriptor.in))
        .withStdout(new FileOutputStream(FileDescriptor.out))
        .withStderr(new FileOutputStream(FileDescriptor.err))
        .withArguments(Arrays.asList(wasi.arguments()));
    String[] environment = wasi.environment();
    for (int i = 0; i < environment.length; i += 2) {
      options.withEnvironment(environment[i], environment[i + 1]);
    }
    String[] directories = wasi.directories();
    for (int i = 0; i < directories.length; i += 2) {
      options.withDirectory(directories[i], Path.of(directories[i + 1]));
    }
    ImportFunction[] functions = WasiPreview1.builder().withOptions(options.build()).build().toHostFunctions();
    for (int i = 0; wasi.fixed() != null && i < functions.length; i++) {
      functions[i] = fixed(functions[i], wasi.fixed());
    }
    return functions;
  }

  /** Chicory's own options would fix only one of its clocks. */
  private static ImportFunction fixed(ImportFunction own, FixedSources fixed) {
    WasmFunctionHandle handle;
    switch (own.name()) {
      case FixedSources.CLOCK :
        handle = (instance, arguments) -> {
          instance.memory().writeLong((int) arguments[2], fixed.timeNs());
          return new long[1];
        };
        break;
      case FixedSources.RANDOM :
        handle = (instance, arguments) -> {
          instance.memory().write((int) arguments[0], fixed.random((int) arguments[1]));
          return new long[1];
        };
        break;
      default :
        return own;
    }
    return new HostFunction(own.module(), own.name(), own.functionType(), handle);
  }

  static int exitCode(Exception thrown) {
    return thrown instanceof WasiExitException ? ((WasiExitException) thrown).exitCode() : -1;
  }
}
