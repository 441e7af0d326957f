package dev.coldstart.launcher.loop;

import dev.coldstart.launcher.child.CheckedChildren.Answer;
import dev.coldstart.launcher.plan.PlannedArm;
import dev.coldstart.launcher.scenario.LaunchDriver;
import dev.coldstart.record.Counters;
import dev.coldstart.record.Launch;
import dev.coldstart.record.PhasesNs;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiPredicate;
import java.util.function.ToLongBiFunction;
import java.util.function.ToLongFunction;

/** Starts nothing. Each launch takes a fixed time on a clock that does not advance otherwise. */
public final class FakeDriver implements LaunchDriver {

  public static final long LAUNCH_NS = 100;

  /** Simulates the kill of the process. */
  public static final class Killed extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }

  /** An event during a run. */
  public interface Event {
    /** @param launch the number of the launch that is about to be made, from 1 */
    public void before(int launch) throws IOException;
  }

  private final List<Launch> made = new ArrayList<>();
  private final List<String> leftBehind = new ArrayList<>();
  private final Map<String, Integer> failuresLeft = new HashMap<>();
  private BiPredicate<PlannedArm, Slot> failing = (arm, slot) -> false;
  private ToLongBiFunction<PlannedArm, Slot> responseNs = (arm, slot) -> LAUNCH_NS / 2;
  private Event event = launch -> {};
  public String engine = "Fake 1";
  private long nowNs = 7;

  public long nowNs() {
    return nowNs;
  }

  /** Advances the clock. */
  public void waste(Duration time) {
    nowNs += time.toNanos();
  }

  /** Every launch, including those that were not reported. */
  public List<Launch> made() {
    return made;
  }

  /** Makes the first launches of a configuration fail. */
  public FakeDriver failing(String configuration, int times) {
    failuresLeft.put(configuration, times);
    return this;
  }

  /** Makes launches fail by their arm and slot, in resumed runs too. */
  public FakeDriver failingAt(BiPredicate<PlannedArm, Slot> place) {
    failing = place;
    return this;
  }

  FakeDriver answeringIn(ToLongFunction<Slot> ns) {
    responseNs = (arm, slot) -> ns.applyAsLong(slot);
    return this;
  }

  public FakeDriver answering(ToLongFunction<PlannedArm> ns) {
    responseNs = (arm, slot) -> ns.applyAsLong(arm);
    return this;
  }

  public FakeDriver before(Event happens) {
    event = happens;
    return this;
  }

  void leaveBehind(String process) {
    leftBehind.add(process);
  }

  /** A response is asked of the job's driver. */
  @Override
  public Answer answer(PlannedArm arm) {
    return new Answer(null, "this driver makes only launches");
  }

  @Override
  public Made launch(Step step, Slot slot) throws IOException {
    PlannedArm arm = step.arm();
    event.before(made.size() + 1);
    nowNs += LAUNCH_NS;
    int left = failuresLeft.getOrDefault(arm.configuration().id(), 0);
    failuresLeft.put(arm.configuration().id(), left - 1);
    boolean valid = left <= 0 && !failing.test(arm, slot);
    Launch launch = valid ? valid(arm, slot) : invalid(arm, slot);
    made.add(launch);
    return new Made(List.of(launch), engine);
  }

  private Launch valid(PlannedArm arm, Slot slot) {
    long ns = responseNs.applyAsLong(arm, slot);
    return new Launch(slot.block(), slot.position(), arm.id(), arm.fixture().id(), slot.warmup(), true, null, nowNs, ns,
        LAUNCH_NS, new PhasesNs(ns, 0L, 0L, 0L, 0L, 0L), null, Counters.NONE, 0, slot.cache());
  }

  private Launch invalid(PlannedArm arm, Slot slot) {
    return new Launch(slot.block(), slot.position(), arm.id(), arm.fixture().id(), slot.warmup(), false,
        "exit code " + made.size(), nowNs, null, LAUNCH_NS, null, null, Counters.NONE, 1, slot.cache());
  }

  @Override
  public List<String> leftBehind() {
    List<String> left = List.copyOf(leftBehind);
    leftBehind.clear();
    return left;
  }
}
