package dev.coldstart.command;

import dev.coldstart.fixtures.NewFixture;
import dev.coldstart.launcher.UserError;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.stream.Stream;
import picocli.CommandLine.Option;

/** What is done with a module of the user's own. */
final class EntryOptions {

  private static final String TRAP = "trap";

  /** A larger file is not a module that anybody starts for one answer, and would only fill the memory. */
  private static final long MOST_BYTES = 256 << 20;

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

  @Option(names = "--imports", paramLabel = "<what>",
      description = "imported functions trap when called, or return zero [trap]")
  private String imports;

  boolean isGiven() {
    return handler || Stream.of(invoke, event, expect, imports).anyMatch(Objects::nonNull);
  }

  /** The fixture of that module. */
  NewFixture of(Path module) {
    if (invoke != null && handler) {
      throw new UserError("--invoke and --handler exclude each other");
    }
    if (event != null && !handler) {
      throw new UserError("--event belongs to --handler");
    }
    if (imports != null && !imports.equals(TRAP) && !imports.equals("zero")) {
      throw new UserError("--imports " + imports + ": choose trap or zero");
    }
    String entry = invoke != null ? invoke : handler ? "handler" : "ready";
    return new NewFixture(module.getFileName().toString(), bytes(module), entry,
        event == null ? new byte[0] : bytes(event), expect == null ? null : bytes(expect),
        imports == null || imports.equals(TRAP));
  }

  /** The file's bytes. */
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
