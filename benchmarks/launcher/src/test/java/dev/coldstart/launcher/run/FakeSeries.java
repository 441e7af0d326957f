package dev.coldstart.launcher.run;

import dev.coldstart.launcher.catalog.Home;
import dev.coldstart.launcher.plan.PlannedArm;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.ToLongFunction;

/** A series of runs on real files, in which nothing is started, for tests of what plans it. */
public final class FakeSeries {

  /** Of each launch, by the runs' clock. */
  public static final long LAUNCH_NS = FakeDriver.LAUNCH_NS;

  private final FakeJob job;

  /** @param folder an empty one */
  public FakeSeries(Path folder) {
    job = new FakeJob(folder);
  }

  /** To be closed. */
  public RunSeries begin() throws IOException {
    return job.series();
  }

  public Home home() {
    return job.home();
  }

  public Path out() {
    return job.out();
  }

  /** All lines for the console. */
  public List<String> said() {
    return job.said();
  }

  public int launches() {
    return job.driver.made().size();
  }

  /** How long an arm takes, in ns up to {@link #LAUNCH_NS}. */
  public void answering(ToLongFunction<PlannedArm> ns) {
    job.driver.answering(ns);
  }

  /** Which arms fail, in every launch but the first block's. */
  public void failing(Predicate<PlannedArm> arms) {
    job.driver.failingAt((arm, slot) -> slot.block() > 0 && arms.test(arm));
  }
}
