package dev.coldstart.launcher.run;

import dev.coldstart.launcher.catalog.Catalog;
import dev.coldstart.launcher.catalog.Home;
import dev.coldstart.results.RunData;
import java.io.PrintStream;

/**
 * Runs one after the other, each planned by what the one before has shown. They hold the machine's lock together: a run of
 * somebody else between two of them would end the series.
 */
public final class RunSeries implements AutoCloseable {

  private final Catalog catalog;
  private final Tools tools;
  private final Progress progress;
  private final RunLock lock;
  private final Interruption interruption;

  RunSeries(Catalog catalog, Tools tools, Progress progress) {
    this.catalog = catalog;
    this.tools = tools;
    this.progress = progress;
    this.lock = RunLock.take(tools.lock());
    this.interruption = new Interruption();
  }

  public static RunSeries begin(Home home, PrintStream out, boolean terminal) {
    return new RunSeries(Catalog.of(home), Tools.real(home), new Progress(out, terminal, System::nanoTime));
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

  /**
   * Makes a run on the way to another: its data are kept, and its report is left to whoever wants it.
   *
   * @param name of its folder
   */
  public RunData makeOnTheWay(String name, RunRequest request) {
    RunStart start = NewRun.named(name, request, catalog);
    new MainJob(() -> start, tools, progress).withoutReport().executeUnderLock();
    return ResumedRun.read(start.writer().folder().path());
  }

  /** Makes a run like any other. */
  public RunData make(RunRequest request) {
    RunStart start = NewRun.start(request, catalog);
    new MainJob(() -> start, tools, progress).executeUnderLock();
    return ResumedRun.read(start.writer().folder().path());
  }

  @Override
  public void close() {
    try (lock) {
      interruption.close();
    }
  }
}
