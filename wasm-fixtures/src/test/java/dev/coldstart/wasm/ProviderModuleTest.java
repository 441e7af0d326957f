package dev.coldstart.wasm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.coldstart.wasm.WasmModule.Export;
import dev.coldstart.wasm.WasmModule.Import;
import dev.coldstart.wasm.WasmModule.Kind;
import dev.coldstart.wasm.WasmModule.Limits;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProviderModuleTest {

  private static final List<Import> IMPORTS = List.of(new Import("env", "f", Kind.FUNCTION, "(IJFD)IJ", null),
      new Import("env", "m", Kind.MEMORY, "", new Limits(300, 70_000, false, false)),
      new Import("env", "g", Kind.GLOBAL, "J mut", null), new Import("env", "h", Kind.FUNCTION, "()", null),
      new Import("env", "t", Kind.TABLE, "P", new Limits(2, -1, false, false)),
      new Import("env", "c", Kind.GLOBAL, "D", null));

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void shouldExportWhatIsImported(boolean trap) throws Exception {
    WasmModule provider = WasmModule.of(ProviderModule.of(IMPORTS, trap));
    assertThat(provider.imports()).isEmpty();
    assertThat(provider.exports()).containsExactlyInAnyOrder(new Export("f", Kind.FUNCTION, "(IJFD)IJ"),
        new Export("h", Kind.FUNCTION, "()"), new Export("t", Kind.TABLE, ""), new Export("m", Kind.MEMORY, ""),
        new Export("g", Kind.GLOBAL, "J mut"), new Export("c", Kind.GLOBAL, "D"),
        new Export(ProviderModule.CALLED, Kind.FUNCTION, "()I"));
    assertThat(provider.memories()).containsExactly(new Limits(300, 70_000, false, false));
  }

  @Test
  void shouldNumberManyFunctions() throws Exception {
    List<Import> many =
        IntStream.range(0, 300).mapToObj(i -> new Import("env", "f" + i, Kind.FUNCTION, "(I)", null)).toList();
    assertThat(WasmModule.of(ProviderModule.of(many, true)).functions()).isEqualTo(301);
  }

  @Test
  void shouldSayWhatItCannotProvide() {
    List<Import> tag = List.of(new Import("env", "e", Kind.TAG, "(I)", null));
    assertThatThrownBy(() -> ProviderModule.of(tag, true)).hasMessageContaining("the import env.e is a tag");
    List<Import> typed = List.of(new Import("env", "r", Kind.FUNCTION, "(R)", null));
    assertThatThrownBy(() -> ProviderModule.of(typed, true)).hasMessageContaining("cannot be provided");
  }
}
