package dev.coldstart.command;

import dev.coldstart.fixtures.FixtureException;
import dev.coldstart.fixtures.GivenImports;
import dev.coldstart.fixtures.NewFixture;
import dev.coldstart.fixtures.Twin;
import dev.coldstart.launcher.UserError;
import dev.coldstart.record.text.IoReason;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import picocli.CommandLine.Option;

/** What is done with a module of the user's own. */
final class EntryOptions {

  private static final String TRAP = "trap";

  /** A larger file is not a module that anybody starts for one answer, and would only fill the memory. */
  private static final long MOST_BYTES = 256 << 20;

  @Option(names = "--invoke", paramLabel = "<call>", description = "call an export with numbers, such as 'add(2, 3.5)'")
  private String invoke;

  @Option(names = "--handler",
      description = "give it an event through the fixtures' ABI, see wasm-fixtures/handler-abi")
  private boolean handler;

  @Option(names = "--wasi", description = "run it as a WASI command; its standard output is the response")
  private boolean command;

  @Option(names = "--arg", paramLabel = "<text>", description = "an argument of a module that imports WASI; repeatable")
  private List<String> arguments = List.of();

  @Option(names = "--env", paramLabel = "<name=value>", description = "a variable in its environment; repeatable")
  private Map<String, String> environment = Map.of();

  @Option(names = "--stdin", paramLabel = "<file>", description = "its standard input, with --wasi [empty]")
  private Path stdin;

  @Option(names = "--dir", paramLabel = "<host::guest>", description = "a folder that it may open; repeatable")
  private List<String> directories = List.of();

  @Option(names = "--event", paramLabel = "<file>", description = "the event, with --handler [empty]")
  private Path event;

  @Option(names = "--expect", paramLabel = "<file>",
      description = "the correct response [the one that all runtimes give]")
  private Path expect;

  @Option(names = "--imports", paramLabel = "<what>",
      description = "what an imported function outside WASI does when called: trap, or zero (it returns zero) [trap]")
  private String imports;

  @Option(names = "--twin", paramLabel = "<jar>",
      description = "the same handler in Java, a jar with all that it needs; it is then the baseline; repeatable in run, to compare builds [an empty JVM]")
  private List<Path> twins = List.of();

  @Option(names = "--twin-class", paramLabel = "<class>",
      description = "its class with a public static byte[] handle(byte[]), such as com.acme.Handler")
  private String twinClass;

  boolean isGiven() {
    return handler || command || Stream.of(invoke, event, expect, imports, stdin, twinClass).anyMatch(Objects::nonNull)
        || !twins.isEmpty() || !arguments.isEmpty() || !environment.isEmpty() || !directories.isEmpty();
  }

  /** Builds of the Java twin. Empty unless there are several. */
  List<Path> builds() {
    return twins.size() > 1 ? twins : List.of();
  }

  /** The fixture of that module. */
  NewFixture of(Path module) {
    if (twins.size() > 1) {
      throw new UserError("--twin: give one jar; several builds can only be measured by run");
    }
    return of(module, twins.isEmpty() ? null : twins.get(0));
  }

  /** @param twin null for none */
  NewFixture of(Path module, Path twin) {
    if (Stream.of(invoke != null, handler, command).filter(given -> given).count() > 1) {
      throw new UserError("--invoke, --handler and --wasi exclude each other");
    }
    if (invoke != null && !invoke.contains("(")) {
      throw new UserError("--invoke " + invoke + ": write the export and its arguments, as add(2, 3.5)");
    }
    if (stdin != null && !command) {
      throw new UserError("--stdin belongs to --wasi");
    }
    if (event != null && !handler) {
      throw new UserError("--event belongs to --handler");
    }
    if (imports != null && !imports.equals(TRAP) && !imports.equals("zero")) {
      throw new UserError("--imports " + imports + ": choose trap or zero");
    }
    String entry = invoke != null ? invoke : handler ? "handler" : command ? "command" : "ready";
    Path input = command ? stdin : event;
    return new NewFixture(module.getFileName().toString(), bytes(module), entry,
        input == null ? new byte[0] : bytes(input), expect == null ? null : bytes(expect),
        new GivenImports(imports == null || imports.equals(TRAP), arguments, environment, directories()), twin(twin));
  }

  private Twin twin(Path twin) {
    if (twin == null && twinClass == null) {
      return Twin.NONE;
    }
    if (twin == null || twinClass == null) {
      throw new UserError("--twin and --twin-class belong together: a jar and its class");
    }
    if (!Files.isReadable(twin)) {
      throw new UserError("--twin " + twin + " cannot be read");
    }
    try {
      return Twin.of(twin, twinClass);
    } catch (FixtureException e) {
      throw new UserError("--twin, --twin-class: " + e.getMessage(), e);
    }
  }

  /** Real paths by those that the module sees. */
  private Map<String, String> directories() {
    Map<String, String> found = new LinkedHashMap<>();
    for (String directory : directories) {
      String[] parts = directory.split("::", -1);
      if (parts.length != 2 || parts[1].isEmpty() || !Files.isDirectory(Path.of(parts[0]))) {
        throw new UserError(
            "--dir " + directory + ": give an existing folder and its path in the module, as data::/data");
      }
      found.put(parts[1], Path.of(parts[0]).toAbsolutePath().toString());
    }
    return found;
  }

  /** The file's bytes. */
  static byte[] bytes(Path file) {
    try {
      if (Files.size(file) > MOST_BYTES) {
        throw new UserError(file + " has more than " + (MOST_BYTES >> 20) + " MiB, which is too much");
      }
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw new UserError(file + " cannot be read: " + IoReason.of(e), e);
    }
  }
}
