package dev.coldstart.validation.faults;

import com.fasterxml.jackson.annotation.JsonValue;
import dev.coldstart.launcher.UserError;
import dev.coldstart.report.export.SummaryMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * {@code faults.json}, see FAULTS.md next to this file: the faults made to runs, and their results.
 *
 * @param seed for the choice of faults
 * @param planned number of planned faults
 * @param startedAt in UTC, ISO 8601
 * @param commit of the checkout, in words
 * @param notMade faults that could not be made on this machine, and why
 */
public record FaultsResult(int schema, long seed, int planned, String startedAt, String commit, String machine,
    String jdks, List<String> notMade, List<Row> faults) {

  static final int SCHEMA = 1;
  private static final String FILE = "faults.json";
  private static final JsonMapper MAPPER = SummaryMapper.rounding().build();

  /** The final result of a run. */
  public enum Then {
    FINISHED("finished"),
    RESUMED("resumed"),
    BEGUN_ANEW("started again"),
    REFUSED("refused"),
    NOT_SEEN("not checked");

    private final String words;

    Then(String words) {
      this.words = words;
    }

    public String words() {
      return words;
    }

    @JsonValue
    String id() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  /**
   * One fault.
   *
   * @param number from 1, in its campaign
   * @param what the fault and its moment
   * @param late whether the run had already ended
   * @param ended how the faulty run ended
   * @param said the most important line of the faulty run's output
   * @param then the final result
   * @param tookMs in total
   * @param broken violations; empty if everything holds
   */
  public record Row(int number, FaultKind kind, String what, boolean late, String ended, String said, Then then,
      long tookMs, List<String> broken) {

    public boolean holds() {
      return broken.isEmpty();
    }

    /** A copy with other names for what its texts name. */
    Row named(UnaryOperator<String> names) {
      return new Row(number, kind, what, late, ended, names.apply(said), then, tookMs,
          broken.stream().map(names).toList());
    }
  }

  /** The faults of one kind. */
  public List<Row> of(FaultKind kind) {
    return faults.stream().filter(row -> row.kind() == kind).toList();
  }

  public List<Row> broken() {
    return faults.stream().filter(row -> !row.holds()).toList();
  }

  /** Whether a folder is that of a fault campaign. */
  public static boolean isIn(Path folder) {
    return Files.isRegularFile(folder.resolve(FILE));
  }

  /** Writes the file atomically. */
  void write(Path folder) throws IOException {
    Path fresh = folder.resolve(FILE + ".tmp");
    Files.writeString(fresh, MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(this) + "\n");
    Files.move(fresh, folder.resolve(FILE), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }

  /** @throws UserError if the file does not conform to FAULTS.md */
  public static FaultsResult read(Path folder) {
    Path file = folder.resolve(FILE);
    try {
      FaultsResult result = MAPPER.readValue(file, FaultsResult.class);
      if (result != null && result.schema == SCHEMA && result.faults != null) {
        return result;
      }
    } catch (JacksonException e) {
      throw new UserError(file + " is damaged: " + e.getOriginalMessage(), e);
    }
    throw new UserError(file + " was written by another version: use the coldstart that wrote it");
  }
}
