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
import dev.coldstart.record.text.IoReason;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;

/**
 * Several runs in sequence, each planned from the results of the previous ones. They share one lock on the machine: if
 * another run came between two of them, it would end the series.
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

  /** The current time in ns, with any origin. */
  public long nowNs() {
    return tools.clockNs().getAsLong();
  }

  /** Once this is true, no further run may be made. */
  public boolean isInterrupted() {
    return interruption.isRequested();
  }

  /** Prints text that stays on the screen. */
  public void say(String text) {
    progress.say(text);
  }

  /** Sets the arguments that resume the series. They are shown when a run of the series is stopped. */
  public void goesOnWith(List<String> arguments) {
    toGoOn = arguments;
  }

  /**
   * Makes an intermediate run, which needs only its raw data and so gets no report. Resumes the run if it was
   * interrupted, and returns it unchanged if it has ended.
   *
   * @param name the name of the run's folder
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
   * Makes a run with a report.
   *
   * @param begun receives the run's id before anything is launched
   */
  public RunData make(RunRequest request, Consumer<String> begun) {
    RunStart start = RunStart.create(request, catalog);
    begun.accept(start.manifest().runId());
    return execute(start, true);
  }

  /**
   * Resumes a run with a report. A run that has ended is returned unchanged.
   *
   * @param request the request that the run was made from
   * @throws UserError if the run cannot be resumed here
   */
  public RunData goOn(Path run, RunRequest request) {
    return goOn(run, request, null, true);
  }

  /**
   * The differences between the start of the run and now, in words. Empty if there are none.
   *
   * @throws RunFormatException if the folder contains no run
   * @throws UserError if a part of an arm no longer exists
   */
  public List<String> differences(Checkout home, Path run) {
    Manifest then = RunReader.manifest(run);
    return Differences.between(then, home, RunStart.arms(then, catalog));
  }

  /** @param budget the time limit for its launches from now on; null for the plan's */
  private RunData goOn(Path run, RunRequest request, Duration budget, boolean reported) {
    RunData before = RunReader.read(run);
    Manifest manifest = before.manifest();
    assertSameArms(manifest, request);
    // A run ended by itself if it has an end time and was not interrupted, neither during its launches nor afterwards.
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
          "the run " + then.runId() + " cannot be resumed: its arms differ from those planned now; start a new run");
    }
  }

  private void report(Path run) {
    try {
      tools.analysis().report(run, progress::say);
    } catch (IOException e) {
      throw new UserError(
          "the report of " + run + " cannot be written (" + IoReason.of(e) + "): make room, and try again", e);
    }
  }

  private RunData execute(RunStart start, boolean reported) {
    new MainJob(() -> start, tools, progress, toGoOn, reported).executeUnderLock();
    return RunReader.read(start.writer().folder().path());
  }

  /** Removes the remains of a run that was killed before it had a manifest. It contains no measurements. */
  private static void clear(Path run) {
    try {
      Files.deleteIfExists(new RunFolder(run).jmh());
      Files.deleteIfExists(run.resolve("manifest.json.tmp"));
      Files.deleteIfExists(run);
    } catch (IOException e) {
      throw new UserError(run + " cannot be used for the run (" + IoReason.of(e)
          + "): it is not empty, but has no manifest.json; move it away", e);
    }
  }

  @Override
  public void close() {
    try (lock) {
      interruption.close();
    }
  }
}
