package dev.coldstart.launcher.run;

import dev.coldstart.launcher.UserError;
import dev.coldstart.launcher.catalog.Catalog;
import dev.coldstart.launcher.catalog.Checkout;
import dev.coldstart.launcher.machine.RunLock;
import dev.coldstart.launcher.plan.PlannedArm;
import dev.coldstart.launcher.run.RunContext.Interruption;
import dev.coldstart.launcher.run.RunContext.Tools;
import dev.coldstart.launcher.scenario.LaunchDriver;
import dev.coldstart.record.Arm;
import dev.coldstart.record.Manifest;
import dev.coldstart.record.RunData;
import dev.coldstart.record.RunFolder;
import dev.coldstart.record.RunFormatException;
import dev.coldstart.record.StopRule;
import dev.coldstart.record.io.RunReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;

/**
 * Runs one after the other, each planned by what the one before has shown. They hold the machine's lock together: a run
 * of somebody else between two of them would end the series.
 */
public final class RunSeries implements AutoCloseable {

  private final Catalog catalog;
  private final Tools tools;
  private final Progress progress;
  private final RunLock lock;
  private final Interruption interruption;
  private List<String> toGoOn;

  RunSeries(Catalog catalog, Tools tools, Progress progress) {
    this.catalog = catalog;
    this.tools = tools;
    this.progress = progress;
    this.lock = RunLock.take(tools.lock());
    this.interruption = new Interruption();
  }

  public static RunSeries begin(Checkout home, Analysis analysis) {
    return new RunSeries(Catalog.of(home), Tools.real(home, analysis, LaunchDriver.Around.NOTHING),
        Progress.onConsole());
  }

  public Catalog catalog() {
    return catalog;
  }

  /** In ns, of any base. */
  public long nowNs() {
    return tools.clockNs().getAsLong();
  }

  /** Once it is, no further run may be made. */
  public boolean isInterrupted() {
    return interruption.isRequested();
  }

  /** Something to be kept on the screen. */
  public void say(String text) {
    progress.say(text);
  }

  /** Whoever stops a run of the series is told these arguments to go on with. */
  public void goesOnWith(List<String> arguments) {
    toGoOn = arguments;
  }

  /**
   * Makes a run whose raw data alone are needed, so it gets no report. One that was interrupted is resumed, and one
   * that has ended stays as it is.
   *
   * @param name of its folder
   */
  public RunData makeOnTheWay(String name, RunRequest request) {
    Path run = request.out().resolve(name);
    if (new RunFolder(run).isBegun()) {
      return goOn(run, request, request.size().budget(), false);
    }
    clear(run);
    return execute(RunStart.create(name, Instant.now(), request, catalog), false);
  }

  /**
   * Makes a run like any other.
   *
   * @param begun is told its id before anything is launched
   */
  public RunData make(RunRequest request, Consumer<String> begun) {
    RunStart start = RunStart.create(request, catalog);
    begun.accept(start.manifest().runId());
    return execute(start, true);
  }

  /**
   * Resumes a run like any other; one that had ended stays as it is.
   *
   * @param request that it was made by
   * @throws UserError when it cannot go on here as it began
   */
  public RunData goOn(Path run, RunRequest request) {
    return goOn(run, request, null, true);
  }

  /**
   * What is not as it was when a run began, in words; empty when nothing is.
   *
   * @throws RunFormatException when the folder holds no run
   * @throws UserError when something that an arm is made of is not there any more
   */
  public List<String> differences(Checkout home, Path run) {
    Manifest then = RunReader.manifest(run);
    return Differences.between(then, home, RunStart.arms(then, catalog));
  }

  /** @param budget how long its launches may take from now on; null for its plan's */
  private RunData goOn(Path run, RunRequest request, Duration budget, boolean reported) {
    RunData before = RunReader.read(run);
    Manifest manifest = before.manifest();
    assertSameArms(manifest, request);
    // A rule ended its launches, and nobody stopped what came after them, where it ended by itself.
    if (manifest.endedAt() == null || StopRule.INTERRUPTED.id().equals(manifest.stoppedBy())) {
      return execute(RunStart.resume(request.home(), run, budget, catalog), reported);
    }
    if (reported && !tools.analysis().isReported(before.folder().path())) {
      report(run);
    }
    return before;
  }

  private void assertSameArms(Manifest then, RunRequest request) {
    List<String> asked = request.selection().apply(catalog).stream().map(PlannedArm::id).toList();
    if (!then.arms().stream().map(Arm::arm).toList().equals(asked)) {
      throw new UserError(
          "the run " + then.runId() + " cannot go on: it is of other arms than it would be made of now; start anew");
    }
  }

  private void report(Path run) {
    try {
      tools.analysis().report(run, progress::say);
    } catch (IOException e) {
      throw new UserError("the report of " + run + " cannot be written (" + e + "): make room, and try again", e);
    }
  }

  private RunData execute(RunStart start, boolean reported) {
    new MainJob(() -> start, tools, progress, toGoOn, reported).executeUnderLock();
    return RunReader.read(start.writer().folder().path());
  }

  /** Takes away what a run leaves that was killed before its manifest was there: nothing that was measured. */
  private static void clear(Path run) {
    try {
      Files.deleteIfExists(new RunFolder(run).jmh());
      Files.deleteIfExists(run.resolve("manifest.json.tmp"));
      Files.deleteIfExists(run);
    } catch (IOException e) {
      throw new UserError(run + " is in the way (" + e + "): it holds something, and no manifest.json; move it away",
          e);
    }
  }

  @Override
  public void close() {
    try (lock) {
      interruption.close();
    }
  }
}
