package dev.coldstart.validation.hostile;

import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.StringJoiner;

/**
 * The modules of a campaign, by number from 0: first each {@link ExtremeModule}, then damaged copies of real modules.
 * The same seed and sources give the same modules. Used in the tried process, so it needs nothing but the JDK.
 *
 * @param sources real modules, by an order that does not change
 */
record HostileModules(List<Source> sources, long seed) {

  static final int EXTREMES = ExtremeModule.values().length;

  /** A large odd number, so that neighbours have seeds that differ in many bits. */
  private static final long SPREAD = 0x9e3779b97f4a7c15L;
  private static final int MOST_MUTATIONS = 3;

  record Source(String name, byte[] wasm) {}

  /** @param words what it is */
  record HostileModule(String words, byte[] wasm) {}

  HostileModule module(int number) {
    if (number < EXTREMES) {
      ExtremeModule extreme = ExtremeModule.values()[number];
      return new HostileModule(extreme.words(), extreme.bytes());
    }
    Random random = new Random(seed + number * SPREAD);
    Source source = sources.get(random.nextInt(sources.size()));
    byte[] wasm = source.wasm();
    StringJoiner words = new StringJoiner(", ", source.name() + ": ", "");
    for (int left = 1 + random.nextInt(MOST_MUTATIONS); left > 0 && wasm.length > 0; left--) {
      Mutation mutation = Mutation.values()[random.nextInt(Mutation.values().length)];
      wasm = mutation.of(wasm, sources.get(random.nextInt(sources.size())).wasm(), random);
      words.add(mutation.name().toLowerCase(Locale.ROOT));
    }
    return new HostileModule(words.toString(), wasm);
  }
}
