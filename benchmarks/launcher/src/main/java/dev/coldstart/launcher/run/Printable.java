package dev.coldstart.launcher.run;

import java.util.regex.Pattern;

/** Text for the console. A child or a file may have chosen part of it, which must not get at the terminal's control. */
public final class Printable {

  /** All control characters but the ends of lines and tabs, those of 8 bits too. */
  private static final Pattern CONTROL = Pattern.compile("[\\p{Cntrl}\\x{80}-\\x{9f}&&[^\\n\\t]]");

  private Printable() {}

  public static String of(String text) {
    return CONTROL.matcher(text).replaceAll("?");
  }
}
