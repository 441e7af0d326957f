package dev.coldstart.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine.TypeConversionException;

class DurationConverterTest {

  private final DurationConverter converter = new DurationConverter();

  @Test
  void shouldReadSecondsMinutesAndHours() {
    assertThat(converter.convert("90s")).isEqualTo(Duration.ofSeconds(90));
    assertThat(converter.convert("10m")).isEqualTo(Duration.ofMinutes(10));
    assertThat(converter.convert("2h")).isEqualTo(Duration.ofHours(2));
    assertThat(converter.convert("999999h")).isEqualTo(Duration.ofHours(999_999));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "10", "0s", "-1s", "s", "1.5h", "10 m", "1d", "1000000s", "1h30m", "10M"})
  void shouldSayHowToWriteOne(String text) {
    assertThatThrownBy(() -> converter.convert(text)).isInstanceOf(TypeConversionException.class)
        .hasMessage("\"" + text + "\" is no duration; write for example 90s, 10m or 2h");
  }
}
