package dev.coldstart.command;

import java.math.BigDecimal;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/**
 * Reads parts as people write them, {@code 2%} or {@code 0.5%}, more than none and less than all; the result is of one
 * of 1.
 */
final class PercentConverter implements ITypeConverter<Double> {

  private static final Pattern FORM = Pattern.compile("([0-9]{1,2}(\\.[0-9]{1,3})?)%");

  @Override
  public Double convert(String text) {
    Matcher matcher = FORM.matcher(text);
    if (!matcher.matches() || new BigDecimal(matcher.group(1)).signum() == 0) {
      throw new TypeConversionException(
          "\"" + text + "\" is no part between 0% and 100%; write for example 2% or 0.5%");
    }
    return new BigDecimal(matcher.group(1)).movePointLeft(2).doubleValue();
  }
}
