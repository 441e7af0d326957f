package dev.coldstart.command;

import dev.coldstart.record.Shard;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Parses values of options as users write them. */
final class Converters {

  private Converters() {}

  /** {@code 90s}, {@code 10m} or {@code 2h}. */
  static final class DurationConverter implements ITypeConverter<Duration> {

    private static final Pattern FORM = Pattern.compile("[1-9][0-9]{0,5}[smh]");

    @Override
    public Duration convert(String text) {
      if (!FORM.matcher(text).matches()) {
        throw new TypeConversionException("\"" + text + "\" is not a duration; write for example 90s, 10m or 2h");
      }
      return Duration.parse("PT" + text);
    }
  }

  /** {@code 2%} or {@code 0.5%}, more than 0 and less than 100. The result is a fraction of 1. */
  static final class PercentConverter implements ITypeConverter<Double> {

    private static final Pattern FORM = Pattern.compile("([0-9]{1,2}(\\.[0-9]{1,3})?)%");

    @Override
    public Double convert(String text) {
      Matcher matcher = FORM.matcher(text);
      if (!matcher.matches() || new BigDecimal(matcher.group(1)).signum() == 0) {
        throw new TypeConversionException(
            "\"" + text + "\" is not a percentage between 0% and 100%; write for example 2% or 0.5%");
      }
      return new BigDecimal(matcher.group(1)).movePointLeft(2).doubleValue();
    }
  }

  /** {@code 2/4}, the second of four. */
  static final class ShardConverter implements ITypeConverter<Shard> {

    private static final Pattern FORM = Pattern.compile("([0-9]{1,5})/([0-9]{1,5})");

    @Override
    public Shard convert(String text) {
      Matcher matcher = FORM.matcher(text);
      try {
        if (matcher.matches()) {
          return new Shard(Integer.parseInt(matcher.group(1)), Integer.parseInt(matcher.group(2)));
        }
      } catch (IllegalArgumentException e) {
        throw new TypeConversionException("\"" + text + "\": " + e.getMessage() + "; write for example 1/4");
      }
      throw new TypeConversionException(
          "\"" + text + "\" is not a shard; write its number, from 1, and how many there are, for example 1/4");
    }
  }

  /** {@code 512m} or {@code 4g}. The result is in bytes. */
  static final class SizeConverter implements ITypeConverter<Long> {

    private static final Pattern FORM = Pattern.compile("[1-9][0-9]{0,5}[mg]");

    @Override
    public Long convert(String text) {
      if (!FORM.matcher(text).matches()) {
        throw new TypeConversionException("\"" + text + "\" is not a size; write for example 512m or 4g");
      }
      long number = Long.parseLong(text.substring(0, text.length() - 1));
      return number << (text.endsWith("g") ? 30 : 20);
    }
  }
}
