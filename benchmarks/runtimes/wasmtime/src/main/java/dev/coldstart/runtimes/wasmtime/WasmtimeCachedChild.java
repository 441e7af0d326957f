package dev.coldstart.runtimes.wasmtime;

import dev.coldstart.child.ColdStart;
import dev.coldstart.spi.WasmRuntime;
import io.github.kawamuray.wasmtime.Config;
import java.io.IOException;
import java.nio.file.Path;

/** The child that answers with {@link WasmtimeJni} and takes modules from the cache that {@link FillCache} filled. */
public final class WasmtimeCachedChild extends ColdStart {

  static final String CACHE = "coldstart.wasmtime.cache";

  public static void main(String[] args) throws IOException {
    new WasmtimeCachedChild().answer(args);
  }

  @Override
  public WasmRuntime open() {
    return new WasmtimeJni(new Config().cacheConfigLoad(Path.of(System.getProperty(CACHE))));
  }
}
