package dev.coldstart.command;

import dev.coldstart.fixtures.Fixture;
import dev.coldstart.fixtures.NewFixture;
import dev.coldstart.launcher.UserError;
import dev.coldstart.launcher.catalog.Checkout;
import dev.coldstart.record.text.IoReason;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** A module of the user's own, or a folder of fixtures. */
final class ModuleOptions {

  @Option(names = "--module", paramLabel = "<file>",
      description = "take this module instead of a fixture; it is only instantiated, unless one of the next three is given; repeatable in run, to compare builds")
  private List<Path> modules = List.of();

  @Mixin
  private EntryOptions entry;

  @Option(names = "--fixtures", paramLabel = "<folder>", description = "measure the fixtures in this folder")
  private Path fixtures;

  /** The checkout with the fixtures that the options name. */
  Checkout in(Checkout home) {
    if (modules.isEmpty() && entry.isGiven()) {
      throw new UserError("--invoke, --handler, --wasi and the options for them belong to a --module");
    }
    if (!modules.isEmpty() && fixtures != null) {
      throw new UserError("--module and --fixtures exclude each other");
    }
    if (fixtures != null) {
      return home.withFixtures(folder());
    }
    if (modules.size() > 1 && !entry.builds().isEmpty()) {
      throw new UserError(
          "several builds of the module and of its Java twin at once cannot be compared: give one --module"
              + " or one --twin");
    }
    if (modules.size() > 1) {
      return ofBuilds(modules, entry::of, false, home);
    }
    if (!entry.builds().isEmpty()) {
      return ofBuilds(entry.builds(), twin -> entry.of(modules.get(0), twin), true, home);
    }
    return modules.isEmpty() ? home : of(modules.get(0), entry, home);
  }

  /** The checkout with a fixture of several builds. @param of makes the fixture of one build's file */
  private static Checkout ofBuilds(List<Path> files, Function<Path, NewFixture> of, boolean ofTwins, Checkout home) {
    Map<String, NewFixture> builds = new LinkedHashMap<>();
    for (Path file : files) {
      String name = file.getFileName().toString().replaceFirst("\\.(wasm|jar)$", "").replaceAll("[^0-9A-Za-z._-]", "_");
      if (builds.put(name, of.apply(file)) != null) {
        throw new UserError("two builds have one name, " + name + "; rename one");
      }
    }
    try {
      return home.withFixtures(NewFixture.writeBuilds(builds, ofTwins, home.modules()));
    } catch (IOException e) {
      throw new UserError("the builds cannot be written to " + home.modules() + ": " + IoReason.of(e), e);
    }
  }

  /** The fixtures that are measured if none is named. Empty for all. */
  static List<String> ids(Checkout home) {
    return home.fixtures().equals(home.ownFixtures())
        ? List.of()
        : Fixture.allIn(home.fixtures()).stream().map(Fixture::id).toList();
  }

  private Path folder() {
    try {
      return Checkout.onClassPaths("the folder of the fixtures", fixtures.toRealPath(), "move it");
    } catch (IOException e) {
      throw new UserError("--fixtures " + fixtures + " cannot be read: " + IoReason.of(e), e);
    }
  }

  /** The checkout with a fixture made of a module, in a folder of its own. */
  static Checkout of(Path module, EntryOptions entry, Checkout home) {
    NewFixture fixture = entry.of(module);
    try {
      String id = fixture.uniqueId();
      Path folder = home.modules().resolve(id);
      fixture.writeTo(folder, id);
      return home.withFixtures(folder);
    } catch (IOException e) {
      throw new UserError(
          "the fixture of " + module + " cannot be written to " + home.modules() + ": " + IoReason.of(e), e);
    }
  }
}
