package dev.coldstart.record;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
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

  /** Enough to keep the processors busy, and few enough to be forgotten before they are many. */
  private static final int AT_ONCE = 512;

  /** What became of a line: a record, or why not. */
  private record Parsed<T>(boolean isBlank, T record, JacksonException problem) {

    static <T> Parsed<T> blank() {
      return new Parsed<>(true, null, null);
    }
  }

  interface Sink<T> {
    /** @param line counted from 1 */
    void accept(long line, T record);
  }

  /**
   * In the lines' order; they are parsed side by side while the next are read, for in a run of many launches that is
   * what takes the time.
   */
  void forEach(Sink<T> sink) {
    try (BufferedReader reader = RunFolder.lines(file)) {
      long first = 1;
      for (List<String> lines = next(reader); !lines.isEmpty();) {
        CompletableFuture<List<String>> ahead = CompletableFuture.supplyAsync(() -> next(reader));
        List<Parsed<T>> parsed = lines.parallelStream().map(this::parse).toList();
        lines = ahead.join();
        for (int i = 0; i < parsed.size(); i++) {
          deliver(parsed.get(i), first + i, lines.isEmpty() && i == parsed.size() - 1, sink);
        }
        first += parsed.size();
      }
    } catch (CompletionException e) {
      throw e.getCause() instanceof RunFormatException unreadable ? unreadable : e;
    } catch (IOException e) {
      throw new RunFormatException(file + " cannot be read: " + e, e);
    }
  }

  /** Empty at the end. */
  private List<String> next(BufferedReader reader) {
    List<String> lines = new ArrayList<>(AT_ONCE);
    try {
      for (String line; lines.size() < AT_ONCE && (line = reader.readLine()) != null;) {
        lines.add(line);
      }
    } catch (IOException e) {
      throw new RunFormatException(file + " cannot be read: " + e, e);
    }
    return lines;
  }

  private Parsed<T> parse(String line) {
    try {
      return line.isBlank() ? Parsed.blank() : new Parsed<>(false, RunJson.MAPPER.readValue(line, type), null);
    } catch (JacksonException e) {
      return new Parsed<>(false, null, e);
    }
  }

  private void deliver(Parsed<T> parsed, long number, boolean last, Sink<T> sink) {
    JacksonException problem = parsed.problem();
    if (parsed.record() != null) {
      sink.accept(number, parsed.record());
    } else if (problem instanceof DatabindException || problem instanceof InputCoercionException) {
      throw wrong(number, RunJson.problem(problem), problem);
    } else if (problem != null && !last) {
      throw wrong(number, "not valid JSON; if the line cannot be restored, take it out", problem);
    } else if (problem != null) {
      warnings.add(
          file.getFileName() + " line " + number + " is torn and set aside: the run was killed while it was written");
    } else if (!parsed.isBlank()) {
      throw wrong(number, "null is no record", null);
    }
  }

  RunFormatException wrong(long number, String problem, Exception cause) {
    return new RunFormatException(file + " line " + number + ": " + problem, cause);
  }
}
