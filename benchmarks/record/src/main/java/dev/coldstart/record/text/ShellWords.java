package dev.coldstart.record.text;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A command line as a shell takes it, and whatever else cuts a line into words as one does. */
public final class ShellWords {

  /** What a shell takes as it stands, and the names in angle brackets, which are to be replaced before. */
  private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9_@%+=:,./<>-]+");

  private ShellWords() {}

  /** The words in one line, each quoted where that is needed. */
  public static String line(List<String> words) {
    return words.stream().map(ShellWords::quoted).collect(Collectors.joining(" "));
  }

  private static String quoted(String word) {
    return PLAIN.matcher(word).matches() ? word : "'" + word.replace("'", "'\\''") + "'";
  }
}
