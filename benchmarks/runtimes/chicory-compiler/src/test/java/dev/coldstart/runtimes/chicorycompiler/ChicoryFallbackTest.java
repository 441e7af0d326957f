package dev.coldstart.runtimes.chicorycompiler;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coldstart.ladder.Ladder;
import dev.coldstart.ladder.Shape;
import dev.coldstart.spi.CompiledModule;
import org.junit.jupiter.api.Test;

/** Fails if a version of Chicory keeps its fall-backs elsewhere: then they would be reported as unknown. */
class ChicoryFallbackTest {

  /** Four functions of 62 kB each, whose bytecode is longer than a Java method may be. */
  @Test
  void shouldCountTheFunctionsThatStayInterpreted() throws Exception {
    CompiledModule module = compiled(Shape.HUGE, 250);
    assertThat(module.counts()).as("before there is an instance").isNull();
    module.instantiate();
    assertThat(module.counts()).isEqualTo("interpretedFunctions 4");
  }

  @Test
  void shouldCountNoneInAModuleThatIsCompiledWhole() throws Exception {
    CompiledModule module = compiled(Shape.HUGE, 10);
    module.instantiate();
    assertThat(module.counts()).isEqualTo("interpretedFunctions 0");
  }

  private static CompiledModule compiled(Shape shape, int kb) throws Exception {
    return new ChicoryCompiler(null).parse("ladder", Ladder.module(shape, kb), null).compile();
  }
}
