package dev.coldstart.launcher.scenario;

import dev.coldstart.record.BurstLaunch;
import dev.coldstart.record.MemoryLaunch;
import dev.coldstart.record.WarmLaunch;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** Starts nothing: each launch, and each burst, takes a fixed time of a clock that stands otherwise. */
public final class FakeScenarios implements ScenarioDriver {

  static final long LAUNCH_NS = 100;

  /** Something that happens to a run. */
  public interface Event {
    /** @param number of the launch or burst that is about to be made, from 1 */
    void before(int number) throws IOException;
  }

  private final List<String> made = new ArrayList<>();
  private final List<String> leftBehind = new ArrayList<>();
  private Event event = number -> {};
  private long nowNs = 7;

  long nowNs() {
    return nowNs;
  }

  /** Every launch and burst in words, reported or not. */
  public List<String> made() {
    return made;
  }

  public FakeScenarios before(Event happens) {
    event = happens;
    return this;
  }

  public void leaveBehind(String process) {
    leftBehind.add(process);
  }

  private void make(String what, Place place, int size) throws IOException {
    event.before(made.size() + 1);
    nowNs += LAUNCH_NS;
    made.add(String.join(" ", what, place.arm().fixture().id(), "block " + place.block(), place.position() + ":",
        place.arm().id(), "" + size));
  }

  @Override
  public WarmLaunch coldToWarm(Place place, int calls, int callsMs) throws IOException {
    make("cold-to-warm", place, calls);
    return new WarmLaunch(place.block(), place.position(), place.arm().id(), place.arm().fixture().id(), true, null,
        50L, new long[] {3, 2});
  }

  @Override
  public MemoryLaunch memory(Place place, int instances) throws IOException {
    make("memory", place, instances);
    return new MemoryLaunch(place.block(), place.position(), place.arm().id(), place.arm().fixture().id(), false,
        "exit code 7", null, null, null);
  }

  @Override
  public List<BurstLaunch> burst(Place place, int starts) throws IOException {
    make("burst", place, starts);
    return IntStream.range(0, starts)
        .mapToObj(i -> new BurstLaunch(place.block(), place.arm().id(), place.arm().fixture().id(), starts, i, true,
            null, 1L, 50L))
        .toList();
  }

  @Override
  public List<String> leftBehind() {
    List<String> left = List.copyOf(leftBehind);
    leftBehind.clear();
    return left;
  }
}
