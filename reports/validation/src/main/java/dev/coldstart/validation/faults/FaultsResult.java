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
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * {@code faults.json}, see FAULTS.md beside this file: what was done to runs, and what came of it.
 *
 * @param seed of the choice of faults
 * @param planned how many there were to be
 * @param startedAt in UTC, ISO 8601
 * @param commit of the checkout, in words
 * @param notMade what could not be made here, and why
 */
public record FaultsResult(int schema, long seed, int planned, String startedAt, String commit, String machine,
    String jdks, List<String> notMade, List<Row> faults) {

  static final int SCHEMA = 1;
  private static final String FILE = "faults.json";
  private static final JsonMapper MAPPER = SummaryMapper.rounding(null).build();

  /** What came of a run. */
  public enum Then {
    FINISHED("finished"),
    RESUMED("resumed"),
    BEGUN_ANEW("begun anew"),
    REFUSED("refused"),
    NOT_SEEN("not seen");

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
   * @param what was done, and when
   * @param late whether the run was over before
   * @param ended how the run ended in which it was made
   * @param said the most important line that this run said
   * @param then what came of it in the end
   * @param tookMs all of it
   * @param broken what does not hold; empty where all does
   */
  public record Row(int number, FaultKind kind, String what, boolean late, String ended, String said, Then then,
      long tookMs, List<String> broken) {

    public boolean holds() {
      return broken.isEmpty();
    }
  }

  /** Those of a kind. */
  public List<Row> of(FaultKind kind) {
    return faults.stream().filter(row -> row.kind() == kind).toList();
  }

  public List<Row> broken() {
    return faults.stream().filter(row -> !row.holds()).toList();
  }

  /** Whether a folder is that of a campaign of faults. */
  public static boolean isIn(Path folder) {
    return Files.isRegularFile(folder.resolve(FILE));
  }

  /** Writes it whole, or not at all. */
  void write(Path folder) throws IOException {
    Path fresh = folder.resolve(FILE + ".tmp");
    Files.writeString(fresh, MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(this) + "\n");
    Files.move(fresh, folder.resolve(FILE), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }

  /** @throws UserError when it is not what FAULTS.md says */
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
    throw new UserError(file + " is of another version: take the coldstart that wrote it");
  }
}
