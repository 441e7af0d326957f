package dev.coldstart.child;

import dev.coldstart.spi.Phase;

/** A fixture failed in a phase. The cause is the engine's exception. */
public final class PhaseException extends Exception {

  private static final long serialVersionUID = 1L;

  private final Phase phase;

  PhaseException(String fixture, Phase phase, Throwable cause) {
    super("fixture " + fixture + ", phase " + phase.key() + ": " + cause, cause);
    this.phase = phase;
  }

  public Phase phase() {
    return phase;
  }
}
