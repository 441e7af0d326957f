package dev.coldstart.record.text;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Writes a command line for a shell, or for other programs that split a line into words as a shell does. */
public final class ShellWords {

  /** Words that a shell does not change, including names in angle brackets, which must be replaced first. */
  private static final Pattern PLAIN_OR_NAMED = Pattern.compile("[A-Za-z0-9_@%+=:,./<>-]+");

  /** Words that a shell does not change at any position: a first word with an equals sign would set a variable. */
  private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9_@%+:,./-]+");

  private ShellWords() {}

  /** The words in one line, quoted where necessary. */
  public static String line(List<String> words) {
    return quoted(words, PLAIN_OR_NAMED);
  }

  /** The same for words without names to be replaced. The line can be pasted as it is. */
  public static String toPaste(List<String> words) {
    return quoted(words, PLAIN);
  }

  private static String quoted(List<String> words, Pattern plain) {
    return words.stream().map(word -> quoted(word, plain)).collect(Collectors.joining(" "));
  }

  private static String quoted(String word, Pattern plain) {
    return plain.matcher(word).matches() ? word : "'" + word.replace("'", "'\\''") + "'";
  }
}
