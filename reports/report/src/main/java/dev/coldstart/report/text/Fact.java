package dev.coldstart.report.text;

import dev.coldstart.record.text.Format;

/** A name and what it is, for a list of facts. A fact that nobody knows is said to be "n/a". */
public record Fact(String name, String value) {

  public static Fact of(String name, Object value) {
    return new Fact(name, value == null ? Format.MISSING : value.toString());
  }
}
