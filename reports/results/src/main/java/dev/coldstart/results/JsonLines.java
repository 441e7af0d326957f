package dev.coldstart.results;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.core.exc.InputCoercionException;
import tools.jackson.databind.DatabindException;

/**
 * Streams a file of one JSON object a line, compressed where its name ends in {@code .gz}.
 *
 * @param type the record that a line is
 * @param warnings is told of a last line that is torn
 */
record JsonLines<T>(Path file, Class<T> type, List<String> warnings) {

  interface Sink<T> {
    /** @param line counted from 1 */
    void accept(long line, T record);
  }

  void forEach(Sink<T> sink) {
    try (BufferedReader reader = RunFolder.lines(file)) {
      String line = reader.readLine();
      for (long number = 1; line != null; number++) {
        String next = reader.readLine();
        if (!line.isBlank()) {
          long at = number;
          parse(line, at, next == null).ifPresent(record -> sink.accept(at, record));
        }
        line = next;
      }
    } catch (IOException e) {
      throw new RunFormatException(file + " cannot be read: " + e, e);
    }
  }

  private Optional<T> parse(String line, long number, boolean last) {
    try {
      T record = RunJson.MAPPER.readValue(line, type);
      if (record == null) {
        throw wrong(number, "null is no record", null);
      }
      return Optional.of(record);
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

  RunFormatException wrong(long number, String problem, Exception cause) {
    return new RunFormatException(file + " line " + number + ": " + problem, cause);
  }
}
