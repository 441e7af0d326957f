package dev.coldstart.runtimes.chicorycompiler;

import com.dylibso.chicory.compiler.Cache;
import com.dylibso.chicory.compiler.MachineFactoryCompiler;
import com.dylibso.chicory.wasm.Parser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Compiles a module ahead of time into a folder that {@link FilledCache} reads. */
public final class FillCache {

  private FillCache() {}

  /** Arguments: the folder, the module's path, the fixture's id. */
  public static void main(String[] args) throws IOException {
    byte[] wasm = Files.readAllBytes(Path.of(args[1]));
    MachineFactoryCompiler.builder(Parser.parse(wasm)).withCache(new EmptyCache(args[0])).compile();
  }

  private record EmptyCache(String folder) implements Cache {

    @Override
    public byte[] get(String digest) {
      return null;
    }

    @Override
    public void putIfAbsent(String digest, byte[] compiled) throws IOException {
      Files.write(FilledCache.file(folder, digest).toPath(), compiled);
    }
  }
}
