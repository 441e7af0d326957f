package dev.coldstart.ladder;

/** What most of a module consists of. */
public enum Shape {
  FUNCTIONS("functions", "many small functions"),
  HUGE("huge", "few huge functions"),
  DATA("data", "large data segments"),
  NAMES("names", "many imports and exports");

  private final String id;
  private final String words;

  Shape(String id, String words) {
    this.id = id;
    this.words = words;
  }

  public String id() {
    return id;
  }

  /** The shape in a legend. */
  public String words() {
    return words;
  }
}
