package dev.coldstart.record.text;

import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Text from outside, such as the words of a child or of a file, made safe to print: it cannot control a terminal,
 * reorder a line or make an SVG ill-formed. A question mark stands for each control or format character, half of a
 * surrogate pair and code point that is no character. Where text is cut, three dots say so.
 */
public final class SafeText {

  private static final int BRIEF = 240;
  private static final String CUT = "...";
  private static final Pattern UNSAFE = Pattern.compile("\\p{C}");
  private static final Pattern UNSAFE_BUT_LINES_AND_TABS = Pattern.compile("[\\p{C}&&[^\\n\\t]]");
  private static final Pattern SPACE = Pattern.compile("\\s+");
  private static final Pattern LINE_BREAK = Pattern.compile("\\s*\\R\\s*");
  private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}]");

  /** A line of a stack trace, of a JVM or of JavaScript, that says where and not what. */
  private static final Pattern FRAME =
      Pattern.compile("\\s+(at (.*\\)|(async )?[a-z]+:\\S+)|\\.\\.\\. \\d+ (more|common frames omitted))\\s*");

  private static final Pattern WARNING = Pattern.compile("(\\[[\\w.]+\\] )?WARNING: .*");

  private SafeText() {}

  /** Keeps lines and tabs, at any length. */
  public static String lines(String text) {
    return UNSAFE_BUT_LINES_AND_TABS.matcher(text).replaceAll("?");
  }

  /** On one line, at any length: a bar stands for the end of a line, a space for a tab. */
  public static String line(String text) {
    String line = LINE_BREAK.matcher(text.strip()).replaceAll(" | ").replace('\t', ' ');
    return UNSAFE.matcher(line).replaceAll("?");
  }

  /** The start of a text, on one line. */
  public static String start(String text, int mostCharacters) {
    String line = line(text);
    if (line.length() <= mostCharacters) {
      return line;
    }
    int end = Character.isHighSurrogate(line.charAt(mostCharacters - 1)) ? mostCharacters - 1 : mostCharacters;
    return line.substring(0, end) + CUT;
  }

  /**
   * The first words of what a program said of its failure, on one line: of a stack trace what was thrown and its
   * causes, without the places in the code; what only warns behind the rest. Empty where it holds no word.
   */
  public static String firstWords(String text, int mostCharacters) {
    List<String> lines = text.lines().filter(line -> WORD.matcher(line).find()).toList();
    List<String> told = lines.stream().filter(line -> !FRAME.matcher(line).matches()).toList();
    return start((told.isEmpty() ? lines : told).stream()
        .sorted(Comparator.comparing(line -> WARNING.matcher(line).matches()))
        .collect(Collectors.joining("\n")), mostCharacters);
  }

  /**
   * As much of a text as a table or sentence has room for: one space stands for any white space, since a bar would end
   * a cell of a Markdown table. "n/a" for null or a blank one.
   */
  public static String brief(String text) {
    return brief(text, BRIEF);
  }

  public static String brief(String text, int mostCharacters) {
    return text == null || text.isBlank() ? Format.MISSING : start(SPACE.matcher(text).replaceAll(" "), mostCharacters);
  }
}
