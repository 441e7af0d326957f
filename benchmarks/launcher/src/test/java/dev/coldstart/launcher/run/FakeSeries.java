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

/** A series of runs on real files that starts no process, for tests of the code that plans a series. */
public final class FakeSeries {

  /** The duration of each launch, by the runs' clock. */
  public static final long LAUNCH_NS = FakeDriver.LAUNCH_NS;

  /** The exception that {@link #killedBefore} causes. */
  public static final Class<? extends RuntimeException> KILLED = FakeDriver.Killed.class;

  private final FakeJob job;

  /** @param folder an empty folder */
  public FakeSeries(Path folder, Analysis analysis) {
    job = new FakeJob(folder, analysis);
  }

  /** The caller must close it. */
  public RunSeries begin() throws IOException {
    return job.series();
  }

  public Checkout home() {
    return job.home();
  }

  public Path out() {
    return job.out();
  }

  /** All lines printed to the console. */
  public List<String> said() {
    return job.said();
  }

  public int launches() {
    return job.driver.made().size();
  }

  /** Sets each arm's first response, in ns up to {@link #LAUNCH_NS}. */
  public void answering(ToLongFunction<PlannedArm> ns) {
    job.driver.answering(ns);
  }

  /** Simulates {@code kill -9}. */
  public void killedBefore(int launch) {
    job.driver.before(number -> {
      if (number == launch) {
        throw new FakeDriver.Killed();
      }
    });
  }

  /** Advances the clock before a launch. */
  public void waiting(Duration time, int beforeLaunch) {
    job.driver.before(number -> {
      if (number == beforeLaunch) {
        job.driver.waste(time);
      }
    });
  }

  /** Replaces the JDK with one of another version. */
  public void jdkVersion(String version) {
    job.jdkVersion = version;
  }

  /** Makes arms fail in every launch after the first block. */
  public void failing(Predicate<PlannedArm> arms) {
    job.driver.failingAt((arm, slot) -> slot.block() > 0 && arms.test(arm));
  }
}
