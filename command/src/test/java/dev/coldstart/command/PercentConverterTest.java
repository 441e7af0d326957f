package dev.coldstart.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine.TypeConversionException;

class PercentConverterTest {

  private final PercentConverter converter = new PercentConverter();

  @Test
  void shouldReadParts() {
    assertThat(converter.convert("2%")).isEqualTo(0.02);
    assertThat(converter.convert("0.5%")).isEqualTo(0.005);
    assertThat(converter.convert("99.999%")).isEqualTo(0.99999);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "2", "%", "-2%", "0%", "0.0%", "100%", "2 %", "2,5%", "1e1%", "NaN%", "2%%"})
  void shouldRefuseWhatIsNone(String text) {
    assertThatThrownBy(() -> converter.convert(text)).isInstanceOf(TypeConversionException.class)
        .hasMessage("\"" + text + "\" is no part between 0% and 100%; write for example 2% or 0.5%");
  }
}
