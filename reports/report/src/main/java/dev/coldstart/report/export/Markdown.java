package dev.coldstart.report.export;

import dev.coldstart.record.text.SafeText;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * Text from outside in Markdown. What reads the same with and without Markdown stands as it is; anything else stands in
 * a code span, where no mark-up, no link, no mention and no picture is made of it. A backslash would not do: GitHub
 * looks for mentions and addresses after it has taken the backslashes away.
 */
final class Markdown {

  private static final Pattern PLAIN = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{M}\\p{N} \u00a0.,:;()/'\"=+%×·–−…-]*");

  /** What is made of plain letters all the same: an address, an issue's number, a picture's name, an item of a list. */
  private static final Pattern MADE_OF_LETTERS =
      Pattern.compile("//|www\\.|\\bgh-\\d|:\\w+:|^\\d+[.)](?: |$)", Pattern.CASE_INSENSITIVE);

  private static final int LONGEST_SENTENCES = 2_000;

  private static final Pattern BACKTICKS = Pattern.compile("`+");

  private Markdown() {}

  /** In one line and bounded; also in a cell of a table. */
  static String text(String raw) {
    return plainOrCode(SafeText.brief(raw));
  }

  /** The same of a text that is of this program's making but for names in it. */
  static String sentences(String text) {
    return plainOrCode(SafeText.brief(text, LONGEST_SENTENCES));
  }

  private static String plainOrCode(String line) {
    return PLAIN.matcher(line).matches() && !MADE_OF_LETTERS.matcher(line).find() ? line : code(line);
  }

  /** A code span, fenced by more backticks than it holds. */
  static String code(String line) {
    int longest = BACKTICKS.matcher(line).results().map(MatchResult::group).mapToInt(String::length).max().orElse(0);
    String fence = "`".repeat(longest + 1);
    String space = line.startsWith("`") || line.endsWith("`") ? " " : "";
    // A pipe ends a cell, in a code span too, and a backslash before it may itself stand behind another.
    return fence + space + line.replace('|', '¦') + space + fence;
  }
}
