package dev.coldstart.spi;

/** The phases of a launch up to the first response, in order. The raw data uses these names. */
public enum Phase {
  /** From the parent's spawn to the first instruction of the child's {@code main}. */
  BOOT("boot"),
  /** Reading the module and the event, loading the adapter's class, creating the engine. */
  LOAD("load"),
  PARSE("parse"),
  COMPILE("compile"),
  INSTANTIATE("instantiate"),
  /** From the ready instance to the moment the parent has read the last byte of the response. */
  FIRST_INVOKE("firstInvoke");

  /** Number of phases. It is a constant so that counting them does not load this class. */
  public static final int COUNT = 6;

  private final String key;

  Phase(String key) {
    this.key = key;
  }

  /** The phase's name in raw data and descriptions, for example {@code firstInvoke}. */
  public String key() {
    return key;
  }

  /**
   * The phase with that name.
   *
   * @throws IllegalArgumentException if there is none
   */
  public static Phase ofKey(String key) {
    for (Phase phase : values()) {
      if (phase.key.equals(key)) {
        return phase;
      }
    }
    throw new IllegalArgumentException("no phase is named " + key);
  }
}
