package dev.coldstart.validation.hostile;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.coldstart.report.export.SummaryMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.json.JsonMapper;

/**
 * {@code modules.json}: how adapters took hostile modules.
 *
 * @param seed of the damaged modules
 * @param modules how many each configuration got
 * @param mostSeconds after this time a module counts as a hang
 * @param startedAt in UTC, ISO 8601
 * @param commit of the checkout
 */
record HostileResult(int schema, long seed, int modules, long mostSeconds, String startedAt, String commit,
    String machine, String jdk, List<Row> configurations) {

  static final int SCHEMA = 1;
  private static final String FILE = "modules.json";
  private static final JsonMapper MAPPER = SummaryMapper.rounding().build();

  /**
   * One configuration.
   *
   * @param ran how many were instantiated
   * @param rejected how many were rejected with a clear error
   * @param failures by class, those that come from a missing check, from the JVM's limits, or without a message
   * @param ended modules with which the process hung or crashed
   */
  record Row(String configuration, String label, int ran, int rejected, Map<String, Failure> failures,
      List<Ended> ended) {}

  /** @param example the number of the first module that fails so */
  record Failure(int count, int example, String module, String phase, String message) {}

  /** @param how null for a hang */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Ended(int number, String module, String how) {}

  /** Collects a row. */
  static final class Tally {
    private final Map<String, Failure> failures = new TreeMap<>();
    private final List<Ended> ended = new ArrayList<>();
    private int ran;
    private int rejected;

    void ran() {
      ran++;
    }

    void rejected() {
      rejected++;
    }

    void failed(String type, Failure first) {
      failures.merge(type, first,
          (known, more) -> new Failure(known.count + 1, known.example, known.module, known.phase, known.message));
    }

    void ended(Ended one) {
      ended.add(one);
    }

    Row row(String configuration, String label) {
      return new Row(configuration, label, ran, rejected, Collections.unmodifiableMap(failures), List.copyOf(ended));
    }
  }

  /** Modules with which a process hung or crashed, of all configurations. */
  int endedCount() {
    return configurations.stream().mapToInt(row -> row.ended().size()).sum();
  }

  void write(Path folder) throws IOException {
    Files.writeString(folder.resolve(FILE), MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(this) + "\n");
  }
}
