package dev.coldstart.record.text;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A command line as a shell takes it, and whatever else cuts a line into words as one does. */
public final class ShellWords {

  /** What a shell takes as it stands, and the names in angle brackets, which are to be replaced before. */
  private static final Pattern PLAIN_OR_NAMED = Pattern.compile("[A-Za-z0-9_@%+=:,./<>-]+");

  /** What it takes so at any place: a first word with an equals sign would set a variable. */
  private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9_@%+:,./-]+");

  private ShellWords() {}

  /** The words in one line, each quoted where that is needed. */
  public static String line(List<String> words) {
    return quoted(words, PLAIN_OR_NAMED);
  }

  /** The same of words without names to be replaced: the line does as it stands what it says. */
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
