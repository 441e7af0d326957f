package dev.coldstart.validation.hostile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.sun.management.ThreadMXBean;
import dev.coldstart.fixtures.Fixture;
import dev.coldstart.fixtures.FixtureException;
import dev.coldstart.fixtures.GivenImports;
import dev.coldstart.fixtures.NewFixture;
import dev.coldstart.fixtures.Twin;
import dev.coldstart.launcher.catalog.Checkout;
import dev.coldstart.validation.hostile.HostileModules.HostileModule;
import dev.coldstart.wasm.WasmFormatException;
import dev.coldstart.wasm.WasmModule;
import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Our own reader meets the same modules as the engines. */
class HostileModulesTest {

  private static final int COUNT = 3_000;

  /** The reader keeps names, types and limits, which are some times larger than in the file. */
  private static final long MOST_PER_BYTE = 150;
  private static final long FIXED_BYTES = 1 << 20;

  private static final HostileModules MODULES =
      new HostileModules(HostileCampaign.sources(Fixture.allIn(Checkout.find().ownFixtures())), 7);

  @Test
  void shouldBeTheSameForTheSameSeed() {
    HostileModules again = new HostileModules(MODULES.sources(), 7);
    assertThat(IntStream.range(HostileModules.EXTREMES, 100).mapToObj(again::module))
        .allSatisfy(module -> assertThat(module.words()).contains(": "))
        .extracting(HostileModule::wasm)
        .containsExactlyElementsOf(
            IntStream.range(HostileModules.EXTREMES, 100).mapToObj(number -> MODULES.module(number).wasm()).toList());
    assertThat(new HostileModules(MODULES.sources(), 8).module(50).wasm()).isNotEqualTo(MODULES.module(50).wasm());
  }

  @Test
  void shouldBeReadOrRejectedInBoundedMemory() {
    int read = 0;
    for (int number = 0; number < COUNT; number++) {
      HostileModule module = MODULES.module(number);
      long before = allocatedBytes();
      Throwable failure = catchThrowable(() -> WasmModule.of(module.wasm()));
      assertThat(allocatedBytes() - before).as("bytes for module " + number + ", " + module.words())
          .isLessThan(FIXED_BYTES + MOST_PER_BYTE * module.wasm().length);
      if (failure == null) {
        read++;
      } else {
        assertThat(failure).as("module " + number + ", " + module.words()).isInstanceOf(WasmFormatException.class);
        assertThat(failure.getMessage()).isNotBlank();
      }
    }
    // Damage to data and to instructions is not the reader's matter.
    assertThat(read).isBetween(COUNT / 20, COUNT / 2);
  }

  @Test
  void shouldBecomeAFixtureOrBeRefused() {
    for (int number = 0; number < COUNT; number++) {
      HostileModule module = MODULES.module(number);
      Throwable failure = catchThrowable(() -> new NewFixture("hostile.wasm", module.wasm(), "ready", new byte[0],
          new byte[0], GivenImports.PLAIN, Twin.NONE).uniqueId());
      if (failure != null) {
        assertThat(failure).as("module " + number + ", " + module.words()).isInstanceOf(FixtureException.class);
      }
    }
  }

  @Test
  void shouldReadTheExtremesThatAreValid() throws Exception {
    for (ExtremeModule extreme : List.of(ExtremeModule.BLOCKS_10_000_DEEP, ExtremeModule.FUNCTIONS_1_000_000,
        ExtremeModule.TABLE_OF_10_000_000, ExtremeModule.LOCALS_1_000_000, ExtremeModule.TARGETS_1_000_000)) {
      WasmModule.of(extreme.bytes());
    }
    assertThat(WasmModule.of(ExtremeModule.FUNCTIONS_1_000_000.bytes()).functions()).isEqualTo(1_000_000);
    assertThat(WasmModule.of(ExtremeModule.MEMORY_OF_4_GIB.bytes()).memories().get(0).least()).isEqualTo(65_536);
    assertThat(ExtremeModule.TABLE_OF_10_000_000.words()).isEqualTo("table of 10 000 000");
  }

  private static long allocatedBytes() {
    return ((ThreadMXBean) ManagementFactory.getThreadMXBean()).getCurrentThreadAllocatedBytes();
  }
}
