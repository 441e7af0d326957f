package dev.coldstart.command;

import dev.coldstart.fixtures.Fixture;
import dev.coldstart.fixtures.NewFixture;
import dev.coldstart.launcher.UserError;
import dev.coldstart.launcher.catalog.Checkout;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import picocli.CommandLine.Option;

/** A module of the user's own, and what is done with it. */
final class ModuleOptions {

  /** A larger file is not a module that anybody starts for one answer, and would only fill the memory. */
  private static final long MOST_BYTES = 256 << 20;

  @Option(names = "--module", paramLabel = "<file>", description = "measure this module instead of the fixtures")
  private Path module;

  @Option(names = "--invoke", paramLabel = "<call>",
      description = "call an export with numbers, as --invoke 'add(2, 3.5)' [until ready]")
  private String invoke;

  @Option(names = "--handler", description = "give it an event through the fixtures' ABI [until ready]")
  private boolean handler;

  @Option(names = "--event", paramLabel = "<file>", description = "the event, with --handler [empty]")
  private Path event;

  @Option(names = "--expect", paramLabel = "<file>",
      description = "the correct response [the one that all runtimes give]")
  private Path expect;

  @Option(names = "--fixtures", paramLabel = "<folder>", description = "measure the fixtures in this folder")
  private Path fixtures;

  /** The checkout with the fixtures that the options name: a folder of them, or one made from a module. */
  Checkout in(Checkout home) {
    if (module == null && Stream.of(invoke, event, expect).anyMatch(given -> given != null)
        || module == null && handler) {
      throw new UserError("--invoke, --handler, --event and --expect belong to a --module");
    }
    if (module != null && fixtures != null) {
      throw new UserError("--module and --fixtures exclude each other");
    }
    if (fixtures != null) {
      return home.withFixtures(folder(fixtures));
    }
    return module == null ? home : home.withFixtures(made(home));
  }

  /** The ids of the fixtures that are measured if none is named. Empty for all. */
  List<String> ids(Checkout chosen) {
    return chosen.fixtures().equals(chosen.ownFixtures())
        ? List.of()
        : Fixture.allIn(chosen.fixtures()).stream().map(Fixture::id).toList();
  }

  private static Path folder(Path given) {
    try {
      return Checkout.onClassPaths("the folder of the fixtures", given.toRealPath(), "move it");
    } catch (IOException e) {
      throw new UserError("--fixtures " + given + " cannot be read: " + e, e);
    }
  }

  private Path made(Checkout home) {
    NewFixture fixture = fixture();
    Path folder = home.modules().resolve(fixture.digest());
    try {
      fixture.writeTo(folder);
    } catch (IOException e) {
      throw new UserError("the fixture of " + module + " cannot be written to " + folder + ": " + e, e);
    }
    return folder;
  }

  /** The fixture that the options describe. */
  NewFixture fixture() {
    if (invoke != null && handler) {
      throw new UserError("--invoke and --handler exclude each other");
    }
    if (event != null && !handler) {
      throw new UserError("--event belongs to --handler");
    }
    String entry = invoke != null ? invoke : handler ? "handler" : "ready";
    return new NewFixture(module.getFileName().toString(), bytes(module), entry,
        event == null ? new byte[0] : bytes(event), expect == null ? null : bytes(expect));
  }

  static byte[] bytes(Path file) {
    try {
      if (Files.size(file) > MOST_BYTES) {
        throw new UserError(file + " has more than " + (MOST_BYTES >> 20) + " MiB, which is too much");
      }
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw new UserError(file + " cannot be read: " + e, e);
    }
  }
}
