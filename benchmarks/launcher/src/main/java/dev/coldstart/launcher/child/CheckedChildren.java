package dev.coldstart.launcher.child;

import dev.coldstart.launcher.child.ValidityRules.Identity;
import dev.coldstart.launcher.machine.PageCache;
import dev.coldstart.launcher.machine.ProcessLimits;
import dev.coldstart.launcher.plan.PlannedArm;
import dev.coldstart.launcher.prepare.Artifacts;
import dev.coldstart.launcher.prepare.ChildCommand;
import dev.coldstart.launcher.machine.FailureWords;
import dev.coldstart.launcher.machine.Folders;
import dev.coldstart.launcher.prepare.LambdaClient;
import dev.coldstart.record.ArmKey;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Runs children of arms, one at a time, and checks each by the same rules, whatever it is run for. */
public final class CheckedChildren implements AutoCloseable {

  private final ChildProcess children = new ChildProcess();
  private final Artifacts artifacts;
  private final Path workFolder;
  private final ProcessLimits limits;
  private final PageCache pageCache;
  private final Map<Start, Expected> starts = new HashMap<>();

  /**
   * @param cache the index of the arm's cache, from 0
   * @param client null unless it is launched with the platform's client
   */
  private record Start(ArmKey arm, int cache, LambdaClient client) {}

  /**
   * The inputs that all launches of an arm from one cache share. Class paths and programs are looked up once, outside
   * every clock.
   *
   * @param files what it may read; empty if they may stay in the page cache
   */
  private record Expected(byte[] response, List<String> words, List<String> unset, Optional<Path> input,
      List<Identity> identity, List<Path> files) {}

  /**
   * A child that has ended.
   *
   * @param startedAtMs when it was spawned, in ms since 1970
   * @param report empty if the child gave no report; always present if no rule is broken
   * @param broken the first rule that it broke; empty if it is valid
   */
  public record CheckedLaunch(long startedAtMs, ChildOutcome outcome, Optional<ParsedChildReport> report,
      Optional<String> broken) {}

  /**
   * @param workFolder the parent folder for the children's temporary folders
   * @param limits the limits of one child
   */
  public CheckedChildren(Artifacts artifacts, Path workFolder, ProcessLimits limits) {
    this.artifacts = artifacts;
    this.workFolder = workFolder;
    this.limits = limits;
    this.pageCache = artifacts.pageCache();
  }

  /**
   * Runs one child to its end, in a folder of its own.
   *
   * @param cache the index of the arm's cache, from 0; ignored if the arm has none
   * @param more arguments in addition to those that every child of the arm gets
   * @param gate holds the child back until it may start
   * @throws IOException if no child can be started on this machine at all
   */
  public CheckedLaunch run(PlannedArm arm, int cache, List<String> more, StartBarrier gate) throws IOException {
    return run(arm, new Start(arm.key(), cache, null), List.of(), more, Map.of(), gate);
  }

  /**
   * Runs one child to its end, in a folder of its own, with a share of the processors' time.
   *
   * @param before the words before its command
   * @throws IOException if no child can be started on this machine at all
   */
  public CheckedLaunch runBehind(List<String> before, PlannedArm arm) throws IOException {
    return run(arm, new Start(arm.key(), 0, null), before, List.of(), Map.of(), StartBarrier.OPEN);
  }

  /**
   * Runs one child as a handler of AWS Lambda's Java client to its end, in a folder of its own.
   *
   * @param api host and port of the Runtime API
   * @throws IOException if no child can be started on this machine at all
   */
  public CheckedLaunch run(PlannedArm arm, LambdaClient client, String api) throws IOException {
    return run(arm, new Start(arm.key(), 0, client), List.of(), List.of(), LambdaClient.environment(api),
        StartBarrier.OPEN);
  }

  private CheckedLaunch run(PlannedArm arm, Start start, List<String> before, List<String> more,
      Map<String, String> environment, StartBarrier gate) throws IOException {
    Path folder = Files.createTempDirectory(workFolder, "launch-");
    try {
      Expected expected = starts.get(start);
      if (expected == null) {
        expected = expected(arm, start);
        starts.put(start, expected);
      }
      List<String> command = new ArrayList<>(before);
      command.addAll(expected.words());
      command.replaceAll(word -> word.replace(ChildCommand.LAUNCH_FOLDER.toString(), folder.toString()));
      command.addAll(more);
      Path errors = folder.resolve("stderr");
      Optional<String> notEmptied = emptied(expected.files(), folder);
      long startedAtMs = System.currentTimeMillis();
      ChildOutcome outcome = children.run(command, expected.unset(), environment, expected.input(), folder, errors,
          expected.response().length, limits, gate);

      Optional<ParsedChildReport> report = ParsedChildReport.parse(outcome.rest());
      Optional<String> broken = ValidityRules
          .broken(outcome, expected.response(), report, expected.identity(), FailureWords.first(errors), limits)
          .map(reason -> FailureWords.withRoom(reason, folder));
      if (broken.isEmpty() && pageCache == PageCache.COLD) {
        broken = notEmptied.or(() -> ValidityRules.withoutDisk(report.get()));
      }
      if (broken.isEmpty() && arm.cache().isPresent()) {
        broken = ValidityRules.unusedCache(report.get(), artifacts.cache(arm, start.cache()));
      }
      return new CheckedLaunch(startedAtMs, outcome, report, broken);
    } finally {
      Folders.delete(folder);
    }
  }

  /** Why the page cache is not as the run asks for it. Empty if it is. */
  private Optional<String> emptied(List<Path> files, Path folder) {
    try {
      return pageCache.before(files, folder);
    } catch (IOException e) {
      // An interruption of the run kills these programs, too.
      return Optional.of("the page cache could not be emptied: " + e.getMessage());
    }
  }

  /**
   * A child's response that nothing was compared with.
   *
   * @param response null if it gave none
   * @param failure why it gave none; null if it gave one
   * @param atLimit whether it was killed because it took too much time, memory or output
   */
  public record Answer(byte[] response, String failure, boolean atLimit) {

    public Answer(byte[] response, String failure) {
      this(response, failure, false);
    }
  }

  /**
   * Runs a child only to learn its response.
   *
   * @throws IOException if no child can be started on this machine at all
   */
  public Answer answer(PlannedArm arm) throws IOException {
    Path folder = Files.createTempDirectory(workFolder, "answer-");
    try {
      ChildCommand child = artifacts.command(arm, 0, folder);
      Path errors = folder.resolve("stderr");
      ChildOutcome outcome =
          children
              .run(child.words(), child.unset(), Map.of(), child.standardInput(), folder, errors, ChildProcess.UNKNOWN,
                  limits, StartBarrier.OPEN)
              .split();
      Optional<ParsedChildReport> report = ParsedChildReport.parse(outcome.rest());
      byte[] response = Arrays.copyOf(outcome.response(), Math.max(0, outcome.response().length - 1));
      Optional<String> broken =
          ValidityRules.broken(outcome, response, report, Identity.of(child), FailureWords.first(errors), limits)
              .map(reason -> FailureWords.withRoom(reason, folder));
      return broken.isPresent() ? new Answer(null, broken.get(), outcome.killed()) : new Answer(response, null);
    } finally {
      Folders.delete(folder);
    }
  }

  private Expected expected(PlannedArm arm, Start start) throws IOException {
    ChildCommand child = artifacts.command(arm, start.cache(), ChildCommand.LAUNCH_FOLDER);
    LambdaClient client = start.client();
    return new Expected(arm.fixture().coldEvent().expected(), client == null ? child.words() : client.words(child),
        child.unset(), child.standardInput(),
        client == null ? Identity.of(child) : Identity.of(child.jvm(), client.classPath(child)),
        pageCache == PageCache.COLD ? child.files() : List.of());
  }

  /** Kills the processes that children left behind, and returns a description of each. */
  public List<String> leftBehind() {
    return children.leftBehind();
  }

  @Override
  public void close() {
    children.close();
  }
}
