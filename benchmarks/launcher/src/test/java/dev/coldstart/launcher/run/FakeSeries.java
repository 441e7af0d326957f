package dev.coldstart.launcher.run;

import dev.coldstart.launcher.catalog.Checkout;
import dev.coldstart.launcher.loop.FakeDriver;
import dev.coldstart.launcher.plan.PlannedArm;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.ToLongFunction;

/** A series of runs on real files, in which nothing is started, for tests of what plans it. */
public final class FakeSeries {

  /** Of each launch, by the runs' clock. */
  public static final long LAUNCH_NS = FakeDriver.LAUNCH_NS;

  /** What {@link #killedBefore} ends in. */
  public static final Class<? extends RuntimeException> KILLED = FakeDriver.Killed.class;

  private final FakeJob job;

  /** @param folder an empty one */
  public FakeSeries(Path folder, Analysis analysis) {
    job = new FakeJob(folder, analysis);
  }

  /** To be closed. */
  public RunSeries begin() throws IOException {
    return job.series();
  }

  public Checkout home() {
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

  /** As {@code kill -9} does it. */
  public void killedBefore(int launch) {
    job.driver.before(number -> {
      if (number == launch) {
        throw new FakeDriver.Killed();
      }
    });
  }

  /** Lets time go by before a launch. */
  public void waiting(Duration time, int beforeLaunch) {
    job.driver.before(number -> {
      if (number == beforeLaunch) {
        job.driver.waste(time);
      }
    });
  }

  /** Puts another JDK in the place of the one that there was. */
  public void jdkVersion(String version) {
    job.jdkVersion = version;
  }

  /** Which arms fail, in every launch but the first block's. */
  public void failing(Predicate<PlannedArm> arms) {
    job.driver.failingAt((arm, slot) -> slot.block() > 0 && arms.test(arm));
  }
}
