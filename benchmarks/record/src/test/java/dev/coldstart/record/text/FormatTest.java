package dev.coldstart.record.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FormatTest {

  private final Locale before = Locale.getDefault();

  @AfterEach
  void restoreLocale() {
    Locale.setDefault(before);
  }

  @ParameterizedTest
  @CsvSource({"51.23, 51.2", "3.9, 3.90", "0.0801, 0.0801", "1, 1.00", "99.96, 100", "999.5, 1000", "1234.5, 1230",
      "0, 0", "1e-7, 0.000000100", "12345678, 12300000", "-2.5, -2.50"})
  void shouldKeepThreeSignificantDigits(double value, String text) {
    assertThat(Format.number(value)).isEqualTo(text);
  }

  @ParameterizedTest
  @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY})
  void shouldSayThatAValueIsMissing(double value) {
    assertThat(Format.number(value)).isEqualTo("n/a");
    assertThat(Format.number(value, "ms")).isEqualTo("n/a");
    assertThat(Format.percent(value)).isEqualTo("n/a");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "en-US", "de-DE", "ar-EG", "hi-IN-u-nu-deva"})
  void shouldWriteTheSameInEveryLocale(String tag) {
    Locale.setDefault(Locale.forLanguageTag(tag));
    assertThat(Format.number(1234.5)).isEqualTo("1230");
    assertThat(Format.number(3.9, "ms")).isEqualTo("3.90\u00a0ms");
    assertThat(Format.interval(3.7, 4.1)).isEqualTo("3.70–4.10");
    assertThat(Format.percent(0.02)).isEqualTo("2\u00a0%");
    assertThat(Format.count(1234, "launch", "launches")).isEqualTo("1234 launches");
    assertThat(Format.fixed(1234.5, 2)).isEqualTo("1234.50");
    assertThat(Format.upTo(2, 12.345)).isEqualTo("12.35");
  }

  @ParameterizedTest
  @CsvSource({"0.125, 0.13", "0.135, 0.14", "2.675, 2.68", "-0.125, -0.13", "1.005, 1.01"})
  void shouldRoundHalfUpWhereverANumberIsPrinted(double value, String text) {
    assertThat(Format.fixed(value, 2)).isEqualTo(text).isEqualTo(String.format(Locale.ROOT, "%.2f", value));
    assertThat(Format.upTo(2, value)).isEqualTo(text);
    assertThat(Format.rounded(value, 2)).isEqualTo(new BigDecimal(text));
    assertThat(Format.number(Math.signum(value) + value)).isEqualTo(Format.fixed(Math.signum(value) + value, 2));
  }

  @ParameterizedTest
  @CsvSource({"2, 2", "0.5, 0.5", "1200, 1200", "0.0004, 0", "NaN, n/a"})
  void shouldPrintAsManyDecimalsAsANumberNeeds(double value, String text) {
    assertThat(Format.upTo(3, value)).isEqualTo(text);
  }

  @Test
  void shouldWriteNoExponentAndNoMissingNumberIntoAFile() {
    assertThat(Format.rounded(1.2e9, 6)).hasToString("1200000000");
    assertThat(Format.rounded(Double.NaN, 6)).isNull();
  }

  @ParameterizedTest
  @CsvSource({"PT41.6S, 42 s", "PT59.6S, 1 min 0 s", "PT3M20S, 3 min 20 s", "PT2H3M4S, 2 h 3 min"})
  void shouldWriteTimeLeftToTheSecond(Duration duration, String text) {
    assertThat(Format.seconds(duration)).isEqualTo(text);
  }

  @ParameterizedTest
  @CsvSource({"PT1.5S, 1.50 s", "PT21M40S, 21 min 40 s", "PT2H3M4S, 2 h 3 min", "PT26H, 26 h 0 min"})
  void shouldWriteDurationsInWords(Duration duration, String text) {
    assertThat(Format.duration(duration).replace('\u00a0', ' ')).isEqualTo(text);
  }

  @ParameterizedTest
  @CsvSource({"41.23, +41.2", "-0.4, −0.400", "0, 0", "NaN, n/a"})
  void shouldGiveADifferenceItsSign(double value, String text) {
    assertThat(Format.signed(value)).isEqualTo(text);
  }

  @ParameterizedTest
  @CsvSource({"0.0004, < 0.001", "0.001, 0.00100", "0.0312, 0.0312", "1, 1.00", "0, < 0.001", "NaN, n/a"})
  void shouldNotSayThatAChanceIsNone(double p, String text) {
    assertThat(Format.chance(p)).isEqualTo(text);
  }

  @Test
  void shouldKeepEveryDigitOfACount() {
    assertThat(Format.whole(1_597.6)).isEqualTo("1598");
    assertThat(Format.whole(Double.NaN)).isEqualTo("n/a");
  }

  @Test
  void shouldNotInventAnInterval() {
    assertThat(Format.interval(Double.NaN, Double.NaN)).isEmpty();
  }
}
