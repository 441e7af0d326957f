package dev.coldstart.jmh;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coldstart.jmh.JmhFork.Measure;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class JmhForkTest {

  private static final String ALLOW_UNSAFE = "--sun-misc-unsafe-memory-access=allow";

  @Test
  void shouldAllowUnsafeOnlyWhereTheJvmKnowsTheOption() {
    assertThat(fork(22).allJvmArgs()).doesNotContain(ALLOW_UNSAFE);
    assertThat(fork(23).allJvmArgs()).contains(ALLOW_UNSAFE);
  }

  @Test
  void shouldPutTheCallersArgumentsFirst() {
    assertThat(fork(17).allJvmArgs()).containsExactly("-Xint", "-Dcoldstart.child=some.Child",
        "-Dcoldstart.module=m.wasm", "-Dcoldstart.event=event.json", "-Dcoldstart.expected=expected.json",
        "-Dcoldstart.entry=handler", "-Dcoldstart.imports=-");
  }

  private static JmhFork fork(int feature) {
    JmhFork.Subject subject = new JmhFork.Subject("c", "f", "some.Child", List.of(), Path.of("m.wasm"),
        Path.of("event.json"), Path.of("expected.json"), "handler", "-");
    Duration second = Duration.ofSeconds(1);
    return new JmhFork(subject, Measure.FIRST_TOUCH, "parse", Path.of("java"), feature, List.of("-Xint"), second,
        second, second);
  }
}
