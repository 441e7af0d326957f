package dev.coldstart.runtimes.chicory;

import static org.assertj.core.api.Assertions.assertThat;

import com.dylibso.chicory.wasm.Parser;
import dev.coldstart.child.ColdStart;
import dev.coldstart.spi.DescribedConfiguration;
import dev.coldstart.spi.WasmContract;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class ChicoryNoDigestTest extends WasmContract {
  @BeforeAll
  static void configure() throws IOException {
    DescribedConfiguration.named("interpreter-no-digest").setProperties(Path.of("nothing-prepared"));
  }

  @Override
  protected ColdStart child() {
    return new ChicoryInterpreterChild();
  }

  @Test
  void shouldNotDigestTheModule() throws IOException {
    assertThat(Parser.parse(bytesOf("trap")).digest()).isNull();
  }
}
