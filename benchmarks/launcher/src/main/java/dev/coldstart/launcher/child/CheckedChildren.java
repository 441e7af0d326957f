package dev.coldstart.launcher.child;

import dev.coldstart.launcher.child.ValidityRules.Identity;
import dev.coldstart.launcher.plan.PlannedArm;
import dev.coldstart.launcher.prepare.Artifacts;
import dev.coldstart.launcher.prepare.ChildCommand;
import dev.coldstart.launcher.prepare.FailureWords;
import dev.coldstart.launcher.prepare.Folders;
import dev.coldstart.record.ArmKey;
import java.io.IOException;
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

  private final ChildProcess children = new ChildProcess();
  private final Artifacts artifacts;
  private final Path workFolder;
  private final Duration timeout;
  private final Map<Start, Expected> starts = new HashMap<>();

  /** @param cache number of the arm's cache, from 0 */
  private record Start(ArmKey arm, int cache) {}

  /**
   * What every launch of an arm from one cache has in common: class paths and programs are looked up once, outside all
   * clocks.
   */
  private record Expected(byte[] response, List<String> words, List<String> unset, List<Identity> identity) {}

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
  public CheckedChildren(Artifacts artifacts, Path workFolder, Duration timeout) {
    this.artifacts = artifacts;
    this.workFolder = workFolder;
    this.timeout = timeout;
  }

  /**
   * Runs one child to its end, in a folder of its own.
   *
   * @param cache number of the arm's cache, from 0; unused where it has none
   * @param more what it is told beside what every child of the arm is
   * @param gate lets it start
   * @throws IOException when no child can be started on this machine at all
   */
  public CheckedLaunch run(PlannedArm arm, int cache, List<String> more, StartBarrier gate) throws IOException {
    Path folder = Files.createTempDirectory(workFolder, "launch-");
    try {
      Expected expected = starts.computeIfAbsent(new Start(arm.key(), cache), key -> expected(arm, cache));
      List<String> command = new ArrayList<>(expected.words());
      command.replaceAll(word -> word.replace(ChildCommand.LAUNCH_FOLDER.toString(), folder.toString()));
      command.addAll(more);
      Path errors = folder.resolve("stderr");
      long startedAtMs = System.currentTimeMillis();
      ChildOutcome outcome =
          children.run(command, expected.unset(), folder, errors, expected.response().length, timeout, gate);

      Optional<ParsedChildReport> report = ParsedChildReport.parse(outcome.rest());
      Optional<String> broken = ValidityRules
          .broken(outcome, expected.response(), report, expected.identity(), FailureWords.first(errors), timeout)
          .map(reason -> FailureWords.withRoom(reason, folder));
      if (broken.isEmpty() && arm.cache().isPresent()) {
        broken = ValidityRules.unusedCache(report.get(), artifacts.cache(arm, cache));
      }
      return new CheckedLaunch(startedAtMs, outcome, report, broken);
    } finally {
      Folders.delete(folder);
    }
  }

  private Expected expected(PlannedArm arm, int cache) {
    ChildCommand child = artifacts.command(arm, cache, ChildCommand.LAUNCH_FOLDER);
    return new Expected(arm.fixture().coldEvent().expected(), child.words(), child.unset(), Identity.of(child));
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
