package dev.coldstart.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.coldstart.command.Converters.DurationConverter;
import dev.coldstart.command.Converters.PercentConverter;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine.TypeConversionException;

class ConvertersTest {

  private final DurationConverter duration = new DurationConverter();
  private final PercentConverter percent = new PercentConverter();

  @Test
  void shouldReadSecondsMinutesAndHours() {
    assertThat(duration.convert("90s")).isEqualTo(Duration.ofSeconds(90));
    assertThat(duration.convert("10m")).isEqualTo(Duration.ofMinutes(10));
    assertThat(duration.convert("2h")).isEqualTo(Duration.ofHours(2));
    assertThat(duration.convert("999999h")).isEqualTo(Duration.ofHours(999_999));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "10", "0s", "-1s", "s", "1.5h", "10 m", "1d", "1000000s", "1h30m", "10M"})
  void shouldSayHowToWriteADuration(String text) {
    assertThatThrownBy(() -> duration.convert(text)).isInstanceOf(TypeConversionException.class)
        .hasMessage("\"" + text + "\" is not a duration; write for example 90s, 10m or 2h");
  }

  @Test
  void shouldReadParts() {
    assertThat(percent.convert("2%")).isEqualTo(0.02);
    assertThat(percent.convert("0.5%")).isEqualTo(0.005);
    assertThat(percent.convert("99.999%")).isEqualTo(0.99999);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "2", "%", "-2%", "0%", "0.0%", "100%", "2 %", "2,5%", "1e1%", "NaN%", "2%%"})
  void shouldSayHowToWriteAPart(String text) {
    assertThatThrownBy(() -> percent.convert(text)).isInstanceOf(TypeConversionException.class)
        .hasMessage("\"" + text + "\" is not a percentage between 0% and 100%; write for example 2% or 0.5%");
  }
}
