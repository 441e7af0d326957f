package dev.coldstart.report;

import dev.coldstart.record.Manifest;
import dev.coldstart.record.Manifest.Spawn;
import dev.coldstart.record.text.Format;
import dev.coldstart.record.text.SafeText;
import dev.coldstart.stats.run.RunEffort;
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
record Noise(ControlTable controls, SameTwice same, GuardStrips guards, BlocksAgain again, InvalidLaunches invalid,
    List<Fact> conduct, List<SpawnRow> spawns, List<CommandLines> commands) {

  record SpawnRow(String mechanism, String medianMs, int n, String used) {}

  static Noise of(RunView view) {
    Manifest manifest = view.run().manifest();
    return new Noise(ControlTable.of(view), SameTwice.of(view), GuardStrips.of(view), BlocksAgain.of(view),
        InvalidLaunches.of(view),
        List.of(Fact.of("Wall time in which no child lived", outsideChildren(view.summary().conduct())),
            Fact.of("Gone on after a cut", resumed(manifest.resumedAt())),
            Fact.of("Frequency governor", governors(view.summary().conduct()))),
        manifest.spawns() == null ? List.of() : manifest.spawns().stream().map(Noise::row).toList(),
        CommandLines.of(view, view.controls().stream()));
  }

  /** Null when no block says. */
  private static String outsideChildren(RunEffort conduct) {
    return Double.isNaN(conduct.outsidePart())
        ? null
        : Format.percent(conduct.outsidePart()) + " of " + Format.time(conduct.wallNs());
  }

  private static String resumed(List<Instant> at) {
    return at == null || at.isEmpty()
        ? "no"
        : Format.count(at.size(), "time: ", "times: ")
            + at.stream().map(Masthead::date).collect(Collectors.joining(", "));
  }

  /** Null where the platform does not tell; more than one is a change under way. */
  private static String governors(RunEffort conduct) {
    return conduct.worst() == null ? null : conduct.worst().governor();
  }

  private static SpawnRow row(Spawn spawn) {
    return new SpawnRow(SafeText.brief(spawn.mechanism()), Format.number(spawn.medianNs() / Format.NS_PER_MS),
        spawn.n(), spawn.used() ? "yes" : "no");
  }
}
