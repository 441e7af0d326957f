package dev.coldstart.validation.hostile;

import dev.coldstart.fixtures.Fixture;
import dev.coldstart.launcher.catalog.Catalog;
import dev.coldstart.launcher.catalog.Checkout;
import dev.coldstart.launcher.catalog.Configuration;
import dev.coldstart.launcher.catalog.Jdk;
import dev.coldstart.launcher.machine.SystemFiles;
import dev.coldstart.launcher.machine.Version;
import dev.coldstart.launcher.machine.WorkFolder;
import dev.coldstart.ladder.Ladder;
import dev.coldstart.ladder.Shape;
import dev.coldstart.launcher.TemporaryFolder;
import dev.coldstart.launcher.UserError;
import dev.coldstart.report.text.RunFacts;
import dev.coldstart.validation.hostile.HostileModules.Source;
import dev.coldstart.validation.hostile.HostileResult.Failure;
import dev.coldstart.validation.hostile.HostileResult.Row;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * Gives hostile modules to every adapter that needs no preparation, many in one process.
 *
 * @param arms the configurations to try; empty for all
 * @param count how many modules each gets
 * @param most how long one module may take
 */
public record HostileCampaign(Checkout home, List<String> arms, long seed, int count, Duration most) {

  /** Larger ones would only take longer. */
  private static final List<Integer> LADDER_KB = List.of(1, 10, 100);

  /**
   * Tries all and writes the result after each configuration.
   *
   * @return how many modules made a process hang or crash
   */
  public int run(Path folder, Consumer<String> say) throws IOException {
    Catalog catalog = Catalog.of(home);
    Jdk jdk = catalog.jdks().newest();
    HostileResult result = new HostileResult(HostileResult.SCHEMA, seed, count, most.toSeconds(),
        Instant.now().toString(), String.valueOf(Version.built().commit()),
        RunFacts.machine(SystemFiles.REAL.machine()), jdk.version() + ", " + jdk.vendor(), new ArrayList<>());
    Files.createDirectories(folder);
    try (WorkFolder work = WorkFolder.in(TemporaryFolder.ofThisJvm().path())) {
      Path sources = Files.createDirectories(work.path().resolve("sources"));
      for (Source source : sources(catalog.fixtures())) {
        Files.write(sources.resolve(source.name() + ".wasm"), source.wasm());
      }
      for (Configuration configuration : chosen(catalog, jdk, say)) {
        Row row = new Trials(configuration, jdk, sources, seed, count, work.path(), most, home::named, say).row();
        result.configurations().add(row);
        result.write(folder);
        say.accept(text(row));
      }
    }
    return result.endedCount();
  }

  /** What is damaged: the fixtures' modules, and small ones of the size ladder. */
  static List<Source> sources(List<Fixture> fixtures) {
    Stream<Source> ladder = Arrays.stream(Shape.values())
        .flatMap(
            shape -> LADDER_KB.stream().map(kb -> new Source(shape.id() + "-" + kb + "kb", Ladder.module(shape, kb))));
    return Stream.concat(fixtures.stream().map(fixture -> new Source(fixture.id(), fixture.wasm())), ladder).toList();
  }

  private List<Configuration> chosen(Catalog catalog, Jdk jdk, Consumer<String> say) {
    List<Configuration> able = catalog.configurations()
        .stream()
        .filter(one -> one.program().isEmpty() && one.preparation().isEmpty() && one.twin() == null)
        .filter(one -> !one.baseline() && (arms.isEmpty() || arms.contains(one.id())))
        .toList();
    able.stream()
        .flatMap(one -> one.cannotRunOn(jdk).map(why -> one.id() + " is not tried, it " + why).stream())
        .forEach(say);
    List<Configuration> chosen = able.stream().filter(one -> one.cannotRunOn(jdk).isEmpty()).toList();
    if (chosen.isEmpty() || !arms.isEmpty() && able.size() < arms.size()) {
      throw new UserError("--arm: choose of the configurations of Wasm engines in a JVM that need no preparation");
    }
    return chosen;
  }

  private static String text(Row row) {
    int others = row.failures().values().stream().mapToInt(Failure::count).sum();
    return row.configuration() + ": " + row.ran() + " ran, " + row.rejected() + " were rejected, " + others
        + " failed in another way (" + String.join(", ", row.failures().keySet()) + "), " + row.ended().size()
        + " hung or crashed";
  }
}
