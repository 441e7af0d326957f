package dev.coldstart.html;

import dev.coldstart.results.BlockEnd;
import dev.coldstart.results.Manifest;
import dev.coldstart.results.Manifest.Spawn;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What the run knows of its own noise.
 *
 * @param conduct how it went, as facts
 * @param spawns what starting a trivial program costs; empty when it was not measured
 * @param commands the controls' command lines
 */
record Noise(
    ControlTable controls,
    SameTwice same,
    GuardStrips guards,
    BlocksAgain again,
    InvalidLaunches invalid,
    List<Fact> conduct,
    List<SpawnRow> spawns,
    List<Environment.Command> commands) {

  record SpawnRow(String mechanism, String medianMs, int n, String used) {}

  static Noise of(RunView view) {
    Manifest manifest = view.run().manifest();
    return new Noise(
        ControlTable.of(view),
        SameTwice.of(view),
        GuardStrips.of(view),
        BlocksAgain.of(view),
        InvalidLaunches.of(view),
        List.of(
            Fact.of("Wall time in which no child lived", outsideChildren(view.run().blocks())),
            Fact.of("Gone on after a cut", resumed(manifest.resumedAt())),
            Fact.of("Frequency governor", governors(view.run().blocks()))),
        manifest.spawns() == null ? List.of() : manifest.spawns().stream().map(Noise::row).toList(),
        Environment.commands(view, view.controls().stream()));
  }

  /** Of all blocks after warm-up together, a short one weighing less; null when no block says. */
  private static String outsideChildren(List<BlockEnd> all) {
    List<BlockEnd> blocks = all.stream().filter(block -> !block.warmup()).toList();
    double wallNs = blocks.stream().mapToDouble(BlockEnd::wallNs).sum();
    double childrenNs = blocks.stream().mapToDouble(BlockEnd::childrenNs).sum();
    return wallNs > 0
        ? Numbers.percent((wallNs - childrenNs) / wallNs) + " of " + Numbers.time(wallNs)
        : null;
  }

  private static String resumed(List<Instant> at) {
    return at == null || at.isEmpty()
        ? "no"
        : Numbers.count(at.size(), "time: ", "times: ")
            + at.stream().map(Masthead::date).collect(Collectors.joining(", "));
  }

  /** Null where the platform does not tell; more than one is a change under way. */
  private static String governors(List<BlockEnd> blocks) {
    String seen =
        blocks.stream()
            .filter(block -> block.guards() != null && block.guards().governor() != null)
            .map(block -> Excerpt.of(block.guards().governor()))
            .distinct()
            .limit(5)
            .collect(Collectors.joining(", "));
    return seen.isEmpty() ? null : seen;
  }

  private static SpawnRow row(Spawn spawn) {
    return new SpawnRow(
        Excerpt.of(spawn.mechanism()),
        Numbers.of(Numbers.msOfNs(spawn.medianNs())),
        spawn.n(),
        spawn.used() ? "yes" : "no");
  }
}
