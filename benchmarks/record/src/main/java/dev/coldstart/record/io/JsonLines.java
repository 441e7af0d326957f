package dev.coldstart.record.io;

import dev.coldstart.record.RunFolder;
import dev.coldstart.record.RunFormatException;
import dev.coldstart.record.text.IoReason;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.ObjLongConsumer;
import tools.jackson.core.JacksonException;
import tools.jackson.core.exc.InputCoercionException;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.ObjectReader;

/**
 * Streams a file with one JSON object per line. The file is compressed if its name ends in {@code .gz}.
 *
 * @param type the record type of a line
 * @param warnings receives a warning if the last line is torn
 */
record JsonLines<T>(Path file, Class<T> type, List<String> warnings) {

  /**
   * Passes on the records in order. Skips blank lines. A missing file has no lines.
   *
   * @param sink receives a record and its line number, from 1
   */
  void forEach(ObjLongConsumer<T> sink) {
    if (!Files.exists(file)) {
      return;
    }
    try (BufferedReader reader = RunFolder.lines(file)) {
      forEach(reader, sink);
    } catch (IOException e) {
      throw new RunFormatException(file + " cannot be read: " + IoReason.of(e), e);
    }
  }

  /** The same from a reader of the file, which is not closed. */
  void forEach(BufferedReader reader, ObjLongConsumer<T> sink) throws IOException {
    ObjectReader json = RunJson.MAPPER.readerFor(type);
    long number = 1;
    for (String line = reader.readLine(); line != null; number++) {
      String next = reader.readLine();
      if (!line.isBlank()) {
        T record = parse(json, number, line, next == null);
        if (record != null) {
          sink.accept(record, number);
        }
      }
      line = next;
    }
  }

  /** Null if the line is the last one and torn. */
  private T parse(ObjectReader json, long number, String line, boolean isLast) {
    T record;
    try {
      record = json.readValue(line);
    } catch (DatabindException | InputCoercionException e) {
      throw wrong(number, RunJson.problem(e), e);
    } catch (JacksonException e) {
      if (!isLast) {
        throw wrong(number, "not valid JSON; if the line cannot be restored, remove it", e);
      }
      warnings.add(file.getFileName() + " line " + number
          + " is incomplete and was excluded: the run was killed while it wrote it");
      return null;
    }
    if (record == null) {
      throw wrong(number, "null is not a record", null);
    }
    return record;
  }

  RunFormatException wrong(long number, String problem, Exception cause) {
    return new RunFormatException(file + " line " + number + ": " + problem, cause);
  }
}
