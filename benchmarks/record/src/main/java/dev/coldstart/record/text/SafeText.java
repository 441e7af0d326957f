package dev.coldstart.record.text;

import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Makes text from outside, such as a child's output or a file's content, safe to print: it cannot control a terminal,
 * reorder a line or make an SVG ill-formed. A question mark replaces each control or format character, each half of a
 * surrogate pair and each code point that is not a character. Three dots mark a cut.
 */
public final class SafeText {

  private static final int BRIEF = 240;
  private static final String CUT = "...";
  private static final Pattern UNSAFE = Pattern.compile("\\p{C}");
  private static final Pattern UNSAFE_BUT_LINES_AND_TABS = Pattern.compile("[\\p{C}&&[^\\n\\t]]");
  private static final Pattern SPACE = Pattern.compile("\\s+");
  private static final Pattern LINE_BREAK = Pattern.compile("\\s*\\R\\s*");
  private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}]");

  /** A line of a JVM's or a JavaScript stack trace that only gives a place in the code. */
  private static final Pattern FRAME =
      Pattern.compile("\\s+(at (.*\\)|(async )?[a-z]+:\\S+)|\\.\\.\\. \\d+ (more|common frames omitted))\\s*");

  /** Of a JVM, of an engine, or of a logging library that has nowhere to log to. */
  private static final Pattern WARNING =
      Pattern.compile("(\\[[\\w.]+\\] )?WARNING: .*|.* VM warning: .*|SLF4J(\\([A-Z]\\))?: .*");

  private SafeText() {}

  /** Keeps line breaks, tabs and the full length. */
  public static String lines(String text) {
    return UNSAFE_BUT_LINES_AND_TABS.matcher(text).replaceAll("?");
  }

  /** On one line, at full length. A bar replaces a line break, a space replaces a tab. */
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
   * The first words of a program's error output, on one line. Of a stack trace it keeps the exception and its causes,
   * without the places in the code. Warnings come last. Empty if there are no words.
   */
  public static String firstWords(String text, int mostCharacters) {
    List<String> lines = text.lines().filter(line -> WORD.matcher(line).find()).toList();
    List<String> told = lines.stream().filter(line -> !FRAME.matcher(line).matches()).toList();
    return start((told.isEmpty() ? lines : told).stream()
        .sorted(Comparator.comparing(line -> WARNING.matcher(line).matches()))
        .collect(Collectors.joining("\n")), mostCharacters);
  }

  /** A program's error output without the lines that are warnings. */
  public static String withoutWarnings(String text) {
    return text.lines().filter(line -> !WARNING.matcher(line).matches()).collect(Collectors.joining("\n"));
  }

  /**
   * Shortens a text for a table or a sentence. One space replaces any white space, because a bar would end a cell of a
   * Markdown table. "n/a" for null or a blank text.
   */
  public static String brief(String text) {
    return brief(text, BRIEF);
  }

  public static String brief(String text, int mostCharacters) {
    return text == null || text.isBlank() ? Format.MISSING : start(SPACE.matcher(text).replaceAll(" "), mostCharacters);
  }
}
