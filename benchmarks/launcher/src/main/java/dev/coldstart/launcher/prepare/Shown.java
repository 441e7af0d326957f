package dev.coldstart.launcher.prepare;

/** What a child printed or a file holds, as it may be shown: bounded, on one line, and of no effect on a terminal. */
public final class Shown {

  private static final String CUT = "...";

  private Shown() {}

  /** The start of a text. */
  public static String of(String text, int mostCharacters) {
    String line = line(text);
    return line.length() > mostCharacters ? line.substring(0, mostCharacters) + CUT : line;
  }

  /** The end of a text. */
  public static String endOf(String text, int mostCharacters) {
    String line = line(text);
    return line.length() > mostCharacters ? CUT + line.substring(line.length() - mostCharacters) : line;
  }

  private static String line(String text) {
    return text.strip().replaceAll("\\s*\\R\\s*", " | ").replaceAll("[\\p{Cntrl}\\p{Cf}]", "?");
  }
}
