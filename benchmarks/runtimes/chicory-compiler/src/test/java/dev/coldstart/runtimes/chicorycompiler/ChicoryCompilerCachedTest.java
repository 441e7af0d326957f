package dev.coldstart.runtimes.chicorycompiler;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.dylibso.chicory.wasm.WasmModule;
import dev.coldstart.child.ColdStart;
import dev.coldstart.fixtures.Fixture;
import dev.coldstart.spi.DescribedConfiguration;
import dev.coldstart.spi.ParsedModule;
import dev.coldstart.spi.WasmContract;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChicoryCompilerCachedTest extends WasmContract {

  /** The contract's modules that can be parsed. Like fixtures, they must be compiled ahead of time. */
  private static final String[] MODULES = {"event-outside-memory", "grow-in-handler", "importing", "numbers",
      "response-of-4-gib", "response-outside-memory", "trap", "trap-at-start"};

  @TempDir
  static Path prepared;

  @TempDir
  static Path modules;

  @BeforeAll
  static void prepare() throws Exception {
    DescribedConfiguration cached = DescribedConfiguration.named("compiler-cached").setProperties(prepared);
    for (Fixture fixture : fixtures()) {
      cached.prepare(prepared, fixture.module(), fixture.id());
    }
    for (String module : MODULES) {
      cached.prepare(prepared, Files.write(modules.resolve(module), bytesOf(module)), module);
    }
  }

  @Override
  protected ColdStart child() {
    return new ChicoryCompilerCachedChild();
  }

  @Test
  void shouldRefuseToCompileWhatIsNotInTheCache(@TempDir Path empty) throws Exception {
    System.setProperty(ChicoryCompilerCachedChild.CACHE, empty.toString());
    try (ParsedModule parsed = open().parse("trap", bytesOf("trap"), null)) {
      assertThatThrownBy(parsed::compile).hasMessageContaining("not compiled ahead of time: no " + empty);
    } finally {
      System.setProperty(ChicoryCompilerCachedChild.CACHE, prepared.toString());
    }
    assertThat(empty).isEmptyDirectory();
  }

  @Test
  void shouldRefuseAModuleThatChicoryWouldCompileBecauseItHasNoDigest() {
    ParsedModule parsed =
        new ParsedChicoryModule(WasmModule.builder().build(), new FilledCache(prepared.toString()), null);
    assertThatThrownBy(parsed::compile).hasMessageContaining("a module without a digest is not cached");
  }
}
