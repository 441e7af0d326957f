package dev.coldstart.wasm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.coldstart.fixtures.Fixture;
import dev.coldstart.wasm.WasmModule.Export;
import dev.coldstart.wasm.WasmModule.Import;
import dev.coldstart.wasm.WasmModule.Kind;
import dev.coldstart.wasm.WasmModule.Limits;
import dev.coldstart.wasm.WasmModule.Section;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class WasmModuleTest {

  static List<Fixture> fixtures() {
    return Fixture.allIn(Path.of(System.getProperty("basedir", "")).toAbsolutePath());
  }

  @ParameterizedTest
  @MethodSource("fixtures")
  void shouldReadEveryFixture(Fixture fixture) throws Exception {
    WasmModule module = WasmModule.of(fixture.wasm());
    assertThat(module.imports()).isEmpty();
    assertThat(module.function("alloc").orElseThrow().type()).isEqualTo("(I)I");
    assertThat(module.function("handle").orElseThrow().type()).isEqualTo("(II)J");
    assertThat(module.export("memory").orElseThrow().kind()).isEqualTo(Kind.MEMORY);
    assertThat(module.function("memory")).isEmpty();
    assertThat(module.memories()).hasSize(1);
    assertThat(module.functions()).isPositive();
    // AssemblyScript initializes its runtime there.
    assertThat(module.start()).isEqualTo(fixture.id().endsWith("assemblyscript"));
    assertThat(module.sections().stream().mapToInt(Section::bytes).sum()).isLessThan(fixture.wasm().length)
        .isGreaterThan(fixture.wasm().length - 8 - module.sections().size() * 8);
  }

  @Test
  void shouldReadImportsWithTheirTypes() throws Exception {
    byte[] wasm = new SampleModule().with(1, 1, 0x60, 2, 0x7f, 0x7e, 1, 0x7d)
        .with(2,
            SampleModule.joined(SampleModule.bytes(4), SampleModule.name("env"), SampleModule.name("f"),
                SampleModule.bytes(0, 0), SampleModule.name("env"), SampleModule.name("t"),
                SampleModule.bytes(1, 0x70, 1, 2, 9), SampleModule.name("env"), SampleModule.name("m"),
                SampleModule.bytes(2, 0, 3), SampleModule.name("env"), SampleModule.name("g"),
                SampleModule.bytes(3, 0x7c, 1)))
        .bytes();
    WasmModule module = WasmModule.of(wasm);
    assertThat(module.imports()).containsExactly(new Import("env", "f", Kind.FUNCTION, "(IJ)F", null),
        new Import("env", "t", Kind.TABLE, "P", new Limits(2, 9, false, false)),
        new Import("env", "m", Kind.MEMORY, "", new Limits(3, -1, false, false)),
        new Import("env", "g", Kind.GLOBAL, "D mut", null));
    assertThat(module.memories()).containsExactly(new Limits(3, -1, false, false));
    assertThat(module.features()).contains(Feature.MUTABLE_GLOBALS);
  }

  @Test
  void shouldReadAnExportOfAnImportedFunctionAndTheStart() throws Exception {
    byte[] wasm = new SampleModule().with(1, 1, 0x60, 0, 0)
        .with(2,
            SampleModule.joined(SampleModule.bytes(1), SampleModule.name("a"), SampleModule.name("b"),
                SampleModule.bytes(0, 0)))
        .with(7, SampleModule.joined(SampleModule.bytes(1), SampleModule.name("again"), SampleModule.bytes(0, 0)))
        .with(8, 0)
        .bytes();
    WasmModule module = WasmModule.of(wasm);
    assertThat(module.exports()).containsExactly(new Export("again", Kind.FUNCTION, "()"));
    assertThat(module.start()).isTrue();
  }

  @Test
  void shouldReadProducersAndPassOverFaultyOnes() throws Exception {
    int[] producers =
        SampleModule.joined(SampleModule.name("producers"), SampleModule.bytes(1), SampleModule.name("processed-by"),
            SampleModule.bytes(1), SampleModule.name("rustc"), SampleModule.name("1.63"));
    assertThat(WasmModule.of(new SampleModule().with(0, producers).bytes()).producers())
        .containsExactly("processed-by: rustc 1.63");
    byte[] cut = new SampleModule().with(0, Arrays.copyOf(producers, producers.length - 3)).bytes();
    assertThat(WasmModule.of(cut).producers()).singleElement().asString().startsWith("unreadable: ");
  }

  static Stream<Arguments> bodies() {
    return Stream.of(
        Arguments.of(Feature.SIMD, new int[] {0xfd, 0x0c, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 0x1a}),
        Arguments.of(Feature.RELAXED_SIMD, new int[] {0xfd, 0x80, 0x02}),
        Arguments.of(Feature.SIGN_EXTENSION, new int[] {0x41, 0, 0xc0, 0x1a}),
        Arguments.of(Feature.SATURATING_FLOAT, new int[] {0xfc, 0}),
        Arguments.of(Feature.BULK_MEMORY, new int[] {0xfc, 10, 0, 0}),
        Arguments.of(Feature.TAIL_CALLS, new int[] {0x12, 0}),
        Arguments.of(Feature.EXCEPTIONS, new int[] {0x1f, 0x40, 1, 2, 0, 0x0b}),
        Arguments.of(Feature.LEGACY_EXCEPTIONS, new int[] {0x06, 0x40, 0x19, 0x0b}),
        Arguments.of(Feature.TYPED_REFERENCES, new int[] {0x14, 0}), Arguments.of(Feature.GC, new int[] {0xfb, 1, 0}),
        Arguments.of(Feature.THREADS, new int[] {0xfe, 0x10, 2, 0}),
        Arguments.of(Feature.WIDE_ARITHMETIC, new int[] {0xfc, 0x13}),
        Arguments.of(Feature.REFERENCE_TYPES, new int[] {0xd0, 0x70, 0x1a}),
        Arguments.of(Feature.MULTI_VALUE, new int[] {0x02, 0, 0x0b}),
        Arguments.of(Feature.MULTI_MEMORY, new int[] {0x28, 0x42, 1, 0}));
  }

  @ParameterizedTest
  @MethodSource("bodies")
  void shouldFindTheFeatureOfAnInstruction(Feature feature, int[] instructions) throws Exception {
    assertThat(WasmModule.of(SampleModule.withBody(instructions).bytes()).features()).contains(feature);
  }

  @Test
  void shouldFindNoFeatureInPlainInstructions() throws Exception {
    byte[] wasm = SampleModule
        .withBody(0x02, 0x40, 0x41, 0x7f, 0x0e, 1, 0, 0, 0x0b, 0x03, 0x7f, 0x43, 0, 0, 0, 0, 0x44, 0, 0, 0, 0, 0, 0, 0,
            0, 0x1a, 0x2d, 0, 4, 0x0b, 0x11, 0, 0, 0x3f, 0, 0x0b)
        .bytes();
    assertThat(WasmModule.of(wasm).features()).isEmpty();
  }

  @Test
  void shouldFindFeaturesOfMemoriesAndConstants() throws Exception {
    assertThat(WasmModule.of(new SampleModule().with(5, 1, 4, 1).bytes()).features()).containsOnly(Feature.MEMORY64);
    assertThat(WasmModule.of(new SampleModule().with(5, 1, 3, 1, 2).bytes()).features()).containsOnly(Feature.THREADS);
    assertThat(WasmModule.of(new SampleModule().with(5, 2, 0, 1, 0, 1).bytes()).features())
        .containsOnly(Feature.MULTI_MEMORY);
    assertThat(WasmModule.of(new SampleModule().with(6, 1, 0x7f, 0, 0x41, 1, 0x41, 2, 0x6a, 0x0b).bytes()).features())
        .containsOnly(Feature.EXTENDED_CONST);
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {"''|the file is empty", "(module)|it is Wasm in the text format",
      "hello|it is not a Wasm module: it does not begin with the bytes 00 61 73 6d"})
  void shouldSayWhyAFileIsNoModule(String text, String reason) {
    assertThatThrownBy(() -> WasmModule.of(text.getBytes(StandardCharsets.UTF_8)))
        .isInstanceOf(WasmFormatException.class)
        .hasMessageStartingWith(reason);
  }

  @Test
  void shouldRefuseAComponentAndAnotherVersion() {
    assertThatThrownBy(() -> WasmModule.of(new byte[] {0, 'a', 's', 'm', 0x0d, 0, 1, 0}))
        .hasMessageContaining("component");
    assertThatThrownBy(() -> WasmModule.of(new byte[] {0, 'a', 's', 'm', 2, 0, 0, 0}))
        .hasMessageContaining("version 1");
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 5, 6, 7, 10, 11})
  void shouldNotBelieveALargeCount(int section) {
    byte[] wasm = new SampleModule().with(section, 0xff, 0xff, 0xff, 0xff, 0x07).bytes();
    assertThatThrownBy(() -> WasmModule.of(wasm)).isInstanceOf(WasmFormatException.class)
        .hasMessageContaining("announces");
  }

  /** Whatever the bytes are, reading ends, with a module or with the exception for it. */
  @ParameterizedTest
  @MethodSource("fixtures")
  void shouldSurviveDamage(Fixture fixture) {
    byte[] wasm = fixture.wasm();
    Random random = new Random(7);
    for (int i = 0; i < 300; i++) {
      byte[] damaged = Arrays.copyOf(wasm, random.nextInt(4) == 0 ? random.nextInt(wasm.length) : wasm.length);
      for (int k = random.nextInt(4); k >= 0 && damaged.length > 0; k--) {
        damaged[random.nextInt(damaged.length)] = (byte) random.nextInt();
      }
      try {
        assertThat(WasmModule.of(damaged)).isNotNull();
      } catch (WasmFormatException expected) {
        assertThat(expected.getMessage()).isNotBlank();
      }
    }
  }
}
