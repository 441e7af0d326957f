package dev.coldstart.runtimes.wasmtime;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coldstart.child.ColdStart;
import dev.coldstart.fixtures.Fixture;
import dev.coldstart.spi.DescribedConfiguration;
import dev.coldstart.spi.WasmContract;
import dev.coldstart.spi.WasmRuntime;
import java.io.File;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

class WasmtimeCachedTest extends WasmContract {

  private static final Fixture PREPARED = fixtures().get(0);

  /** Not deleted, because a Wasmtime thread may still be writing use counters when the tests have ended. */
  @TempDir(cleanup = CleanupMode.NEVER)
  static Path prepared;

  @BeforeAll
  static void prepare() throws Exception {
    DescribedConfiguration.named("jni-cached")
        .setProperties(prepared)
        .prepare(prepared, PREPARED.module(), PREPARED.id());
  }

  @Override
  protected ColdStart child() {
    return new WasmtimeCachedChild();
  }

  @Test
  void shouldFindTheModuleInTheCache() throws Exception {
    Map<File, Long> before = compiledModules();
    assertThat(before).isNotEmpty();
    compile(PREPARED.wasm());
    assertThat(compiledModules()).isEqualTo(before);
  }

  /** Proves that the test above would fail if the module were not in the cache. */
  @Test
  void shouldAddAModuleThatIsNotInTheCache() throws Exception {
    Map<File, Long> before = compiledModules();
    byte[] wasm = PREPARED.wasm();
    byte[] withEmptyCustomSection = Arrays.copyOf(wasm, wasm.length + 3);
    withEmptyCustomSection[wasm.length + 1] = 1;
    compile(withEmptyCustomSection);
    assertThat(compiledModules()).hasSize(before.size() + 1);
  }

  private void compile(byte[] wasm) throws Exception {
    try (WasmRuntime runtime = open()) {
      runtime.parse("any", wasm, null).compile().close();
    }
  }

  /** Modification time of each module, in ms. Compiling a module again writes it again. */
  private static Map<File, Long> compiledModules() {
    return FillCache.compiledModules(prepared.resolve("modules").toFile())
        .stream()
        .collect(Collectors.toMap(file -> file, File::lastModified));
  }
}
