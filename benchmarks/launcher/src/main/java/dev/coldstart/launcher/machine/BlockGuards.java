package dev.coldstart.launcher.machine;

import dev.coldstart.record.Guards;

/** Watches the machine from block to block; tests have one that watches nothing. */
public interface BlockGuards {

  /** Looks at nothing. */
  BlockGuards NONE = new BlockGuards() {
    @Override
    public void begin() {}

    @Override
    public Guards blockEnded() {
      return null;
    }
  };

  /** The first block begins. */
  void begin();

  /** A block ends and the next begins: what the machine did meanwhile; null when nobody looked. */
  Guards blockEnded();
}
