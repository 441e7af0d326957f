package dev.coldstart.launcher.launch;

import dev.coldstart.launcher.plan.PlannedArm;
import dev.coldstart.record.text.SafeText;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Runs children of arms, one at a time, and checks each by all rules, whatever it is run for. */
public final class CheckedChildren implements AutoCloseable {

  private static final int MOST_ERROR_BYTES_SHOWN = 600;

  private final ChildProcess children = new ChildProcess();
  private final Preparations preparations;
  private final Path workFolder;
  private final Duration timeout;
  private final Map<String, byte[]> expected = new HashMap<>();

  /**
   * A child that has ended.
   *
   * @param startedAtMs when it was spawned, in ms since 1970
   * @param report empty when it gave no report; there when no rule is broken
   * @param broken the first rule that it broke; empty when it is valid
   */
  public record CheckedLaunch(long startedAtMs, ChildOutcome outcome, Optional<ParsedChildReport> report,
      Optional<String> broken) {}

  /**
   * @param workFolder where the children's temporary folders go
   * @param timeout how long one child may take
   */
  public CheckedChildren(Preparations preparations, Path workFolder, Duration timeout) {
    this.preparations = preparations;
    this.workFolder = workFolder;
    this.timeout = timeout;
  }

  /**
   * Runs one child to its end, in a folder of its own.
   *
   * @param more what it is told beside what every child of the arm is
   * @param gate lets it start
   * @throws IOException when no child can be started on this machine at all
   */
  public CheckedLaunch run(PlannedArm arm, List<String> more, Gate gate) throws IOException {
    Path folder = Files.createTempDirectory(workFolder, "launch-");
    try {
      return run(arm, more, gate, folder);
    } finally {
      Folders.delete(folder);
    }
  }

  private CheckedLaunch run(PlannedArm arm, List<String> more, Gate gate, Path folder) throws IOException {
    byte[] response = expected.computeIfAbsent(arm.fixture().id(), id -> arm.fixture().coldEvent().expected());
    ChildCommand child = preparations.command(arm, folder);
    List<String> command = new ArrayList<>(child.words());
    command.addAll(more);
    Path errors = folder.resolve("stderr");
    long startedAtMs = System.currentTimeMillis();
    ChildOutcome outcome = children.run(command, child.unset(), folder, errors, response.length, timeout, gate);

    Optional<ParsedChildReport> report = ParsedChildReport.parse(outcome.rest());
    Optional<String> broken =
        ValidityRules.broken(outcome, response, report, IdentityCheck.of(child), lastErrors(errors), timeout);
    if (broken.isEmpty() && arm.cache().isPresent()) {
      broken = ValidityRules.unusedCache(report.get(), preparations.cache(arm));
    }
    return new CheckedLaunch(startedAtMs, outcome, report, broken);
  }

  /** The end of what a child said to standard error, on one line. */
  private static String lastErrors(Path file) throws IOException {
    try (RandomAccessFile errors = new RandomAccessFile(file.toFile(), "r")) {
      long from = Math.max(0, errors.length() - MOST_ERROR_BYTES_SHOWN);
      errors.seek(from);
      byte[] end = new byte[(int) (errors.length() - from)];
      errors.readFully(end);
      return SafeText.end(new String(end, StandardCharsets.UTF_8), MOST_ERROR_BYTES_SHOWN);
    }
  }

  /** Kills what children left behind, and says what that was. */
  public List<String> leftBehind() {
    return children.leftBehind();
  }

  @Override
  public void close() {
    children.close();
  }
}
