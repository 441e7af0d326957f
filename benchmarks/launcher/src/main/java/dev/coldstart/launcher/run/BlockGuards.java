package dev.coldstart.launcher.run;

import dev.coldstart.record.Guards;

/** Watches the machine from block to block; tests have one that watches nothing. */
interface BlockGuards {

  /** The first block begins. */
  void begin();

  /** A block ends and the next begins: what the machine did meanwhile. */
  Guards blockEnded();
}
