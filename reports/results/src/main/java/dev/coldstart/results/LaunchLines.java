package dev.coldstart.results;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.core.exc.InputCoercionException;
import tools.jackson.databind.DatabindException;

/** Streams {@code launches.jsonl}, line by line. */
final class LaunchLines {

  interface Sink {
    /** @param line counted from 1 */
    void accept(long line, Launch launch);
  }

  private final Path file;
  private final List<String> warnings;

  LaunchLines(Path file, List<String> warnings) {
    this.file = file;
    this.warnings = warnings;
  }

  void forEach(Sink sink) {
    if (!Files.exists(file)) {
      warnings.add(file.getFileName() + " is missing: the run holds no launch");
      return;
    }
    // Not Files.newBufferedReader: it throws where a torn line ends inside a character.
    try (BufferedReader reader =
        new BufferedReader(new InputStreamReader(Files.newInputStream(file), StandardCharsets.UTF_8))) {
      String line = reader.readLine();
      for (long number = 1; line != null; number++) {
        String next = reader.readLine();
        if (!line.isBlank()) {
          long at = number;
          parse(line, at, next == null).ifPresent(launch -> sink.accept(at, launch));
        }
        line = next;
      }
    } catch (IOException e) {
      throw new RunFormatException(file + " cannot be read: " + e, e);
    }
  }

  private Optional<Launch> parse(String line, long number, boolean last) {
    try {
      return Optional.of(checked(RunJson.MAPPER.readValue(line, Launch.class), number));
    } catch (DatabindException | InputCoercionException e) {
      throw wrong(number, RunJson.problem(e), e);
    } catch (JacksonException e) {
      if (!last) {
        throw wrong(number, "not valid JSON; if the line cannot be restored, take it out", e);
      }
      warnings.add(
          file.getFileName() + " line " + number + " is torn and set aside: the run was killed while it was written");
      return Optional.empty();
    }
  }

  private Launch checked(Launch launch, long number) {
    if (launch == null) {
      throw wrong(number, "null is not a launch", null);
    }
    if (launch.valid() && (launch.firstResponseNs() == null || launch.phasesNs() == null)) {
      throw wrong(number, "a valid launch needs \"firstResponseNs\" and \"phasesNs\"", null);
    }
    if (launch.valid() && launch.firstResponseNs() <= 0) {
      throw wrong(number, "firstResponseNs=" + launch.firstResponseNs() + ", but a response takes time", null);
    }
    return launch;
  }

  private RunFormatException wrong(long number, String problem, Exception cause) {
    return new RunFormatException(file + " line " + number + ": " + problem, cause);
  }
}
