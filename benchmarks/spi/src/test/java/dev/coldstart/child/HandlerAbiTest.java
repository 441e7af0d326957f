package dev.coldstart.child;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HandlerAbiTest {

  @ParameterizedTest
  @CsvSource({"0, 0, 0", "0, 65536, 65536", "65535, 1, 65536", "65536, 0, 65536", "4294967295, 1, 4294967296"})
  void shouldAcceptAResponseInsideItsMemory(long ptr, long len, long memoryBytes) {
    assertThatCode(() -> HandlerAbi.requireInMemory(ptr << 32 | len, memoryBytes)).doesNotThrowAnyException();
  }

  @ParameterizedTest
  @CsvSource({"0, 65537, 65536", "65536, 1, 65536", "4294967295, 4294967295, 65536", "4294967295, 2, 4294967296"})
  void shouldRejectAResponseThatEndsOutsideItsMemory(long ptr, long len, long memoryBytes) {
    assertThatThrownBy(() -> HandlerAbi.requireInMemory(ptr << 32 | len, memoryBytes))
        .isInstanceOf(IndexOutOfBoundsException.class);
  }

  @Test
  void shouldSayWhereTheResponseLies() {
    assertThatThrownBy(() -> HandlerAbi.requireInMemory(0xffff_fff0_0000_0008L, 65_536))
        .hasMessage("response of 8 bytes at 4294967280 lies outside the memory of 65536 bytes");
  }
}
