package dev.coldstart.ladder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.coldstart.fixtures.Entry;
import dev.coldstart.fixtures.Fixture;
import dev.coldstart.wasm.WasmModule;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class LadderTest {

  /** Other bytes would make stored results incomparable: say so in CHANGELOG.md. */
  @ParameterizedTest
  @CsvSource({"FUNCTIONS, 1, 32990b5f5f23d5ad8715269ef6dd342a4efbf505cfa0ee784b71616ae38f5e32",
      "FUNCTIONS, 1000, 94508c14599c43cec34fb89f4acbf3c497162475482b0b2e1a20eb2b769bf676",
      "HUGE, 1, aaa455df1b14c9dd17a080d3e8abdd44915f32815ee1dcb5d5b04194e87829cd",
      "HUGE, 1000, 8a451a8c95397dcfac80794823fadb16f3fea53c7c8f037321402b7908c003b5",
      "DATA, 1, b29dd7b461e4a920a5016baffeabc6761f5befcb6c28a84a2475259b0979fa0d",
      "DATA, 1000, 50ba88eb5834d8d6dea99fcc09d3ead2b881e3f6a095dfd60b3f63f0c9fb157e",
      "NAMES, 1, 2d73602bf788aa99db2b0d5ceed0a20a0ae0d42f0b1a8837d10ad833825e9569",
      "NAMES, 1000, 0b132bd191ef59aea253cb27f2f5e84f0bd723721b53a19aabfd22959bac1db3"})
  void shouldMakeTheSameBytesInEveryRun(Shape shape, int kb, String sha256) {
    assertThat(Fixture.sha256(Ladder.module(shape, kb))).isEqualTo(sha256);
  }

  @ParameterizedTest
  @EnumSource
  void shouldBeOfTheSizeAskedForAndReadable(Shape shape) throws Exception {
    // Larger ones take seconds to make.
    for (int kb : Ladder.SIZES_KB.subList(0, 6)) {
      int bytes = 1_000 * kb;
      byte[] module = Ladder.module(shape, kb);
      assertThat(module.length).as("%s of %d", shape, bytes).isCloseTo(bytes, within(bytes / 20));
      WasmModule read = WasmModule.of(module);
      assertThat(read.features()).isEmpty();
      assertThat(read.imports()).allSatisfy(one -> assertThat(one.kind()).isEqualTo(WasmModule.Kind.FUNCTION));
    }
  }

  @Test
  void shouldConsistMostlyOfItsShape() throws Exception {
    int kb = 1_000;
    assertThat(read(Shape.FUNCTIONS, kb).functions()).isBetween(5_000, 12_000);
    assertThat(read(Shape.HUGE, kb).functions()).isEqualTo(15);
    assertThat(sectionBytes(read(Shape.HUGE, kb), "code")).isGreaterThan(990_000);
    assertThat(sectionBytes(read(Shape.DATA, kb), "data")).isGreaterThan(990_000);
    WasmModule names = read(Shape.NAMES, kb);
    assertThat(names.imports()).hasSizeGreaterThan(1_400);
    assertThat(names.exports()).hasSize(names.imports().size() + 2);
    assertThat(sectionBytes(names, "import") + sectionBytes(names, "export")).isGreaterThan(400_000);
  }

  @Test
  void shouldWriteAFixtureForEachShapeAndSize(@TempDir Path folder) throws Exception {
    assertThat(Ladder.writeTo(folder, List.of(1, 3))).hasSize(8);
    assertThat(Ladder.writeTo(folder, List.of(1, 3))).as("again").hasSize(8);
    List<Fixture> fixtures = Fixture.allIn(folder);
    assertThat(fixtures).extracting(Fixture::id)
        .startsWith("data-00001kb", "data-00003kb", "functions-00001kb")
        .hasSize(8);
    assertThat(fixtures).extracting(Fixture::entry).containsOnly(Entry.READY);
    assertThat(fixtures.stream().collect(Collectors.groupingBy(Fixture::series, Collectors.counting())))
        .containsOnlyKeys("many small functions", "few huge functions", "large data segments",
            "many imports and exports")
        .containsValue(2L);
  }

  @Test
  void shouldRefuseASizeThatNoRuntimeWasTriedWith() {
    assertThatThrownBy(() -> Ladder.module(Shape.DATA, 0)).hasMessageContaining("kb=0");
    assertThatThrownBy(() -> Ladder.module(Shape.DATA, 10_001)).hasMessageContaining("1 to 10000 kB");
  }

  private static WasmModule read(Shape shape, int kb) throws Exception {
    return WasmModule.of(Ladder.module(shape, kb));
  }

  private static int sectionBytes(WasmModule module, String name) {
    return module.sections()
        .stream()
        .filter(section -> section.name().equals(name))
        .mapToInt(WasmModule.Section::bytes)
        .sum();
  }
}
