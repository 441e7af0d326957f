package dev.coldstart.launcher.scenario;

import dev.coldstart.launcher.child.CheckedChildren.Answer;
import dev.coldstart.launcher.plan.PlannedArm;
import dev.coldstart.record.ApiLaunch;
import dev.coldstart.record.BurstLaunch;
import dev.coldstart.record.ClientLaunch;
import dev.coldstart.record.InstanceLaunch;
import dev.coldstart.record.Manifest;
import dev.coldstart.record.MemoryLaunch;
import dev.coldstart.record.Scenarios;
import dev.coldstart.record.SizedLaunch;
import dev.coldstart.record.WarmLaunch;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** Starts nothing. Each launch or burst takes a fixed time on a clock that does not advance otherwise. */
public final class FakeScenarios implements LaunchDriver {

  public static final long LAUNCH_NS = 100;

  /** An event during a run. */
  public interface Event {
    /** @param number the number of the launch or burst that is about to be made, from 1 */
    void before(int number) throws IOException;
  }

  private final List<String> made = new ArrayList<>();
  private final List<String> leftBehind = new ArrayList<>();
  private Event event = number -> {};
  private long nowNs = 7;

  public long nowNs() {
    return nowNs;
  }

  /** A description of every launch and burst, including those that were not reported. */
  public List<String> made() {
    return made;
  }

  /** The ids of the scenarios that every machine can run. */
  public static List<String> everywhere() {
    return ScenarioPlan.ALL.stream().filter(id -> !id.equals(Scenarios.LAMBDA_SIZE)).toList();
  }

  public FakeScenarios before(Event happens) {
    event = happens;
    return this;
  }

  public void leaveBehind(String process) {
    leftBehind.add(process);
  }

  private void make(String what, Step step, Slot slot, int size) throws IOException {
    event.before(made.size() + 1);
    nowNs += LAUNCH_NS;
    made.add(String.join(" ", what, step.arm().fixture().id(), "block " + slot.block(), slot.position() + ":",
        step.arm().id(), "" + size));
  }

  /** A response is asked of the job's driver. */
  @Override
  public Answer answer(PlannedArm arm) {
    return new Answer(null, "this driver makes only launches");
  }

  @Override
  public Made launch(Step step, Slot slot) throws IOException {
    Manifest.Scenario size = step.size();
    String arm = step.arm().id();
    String fixture = step.arm().fixture().id();
    return new Made(switch (step.scenario()) {
      case COLD_TO_WARM -> {
        make("cold-to-warm", step, slot, size.calls());
        yield List.of(new WarmLaunch(slot.block(), slot.position(), arm, fixture, true, null, 50L, new long[] {3, 2}));
      }
      case MEMORY -> {
        make("memory", step, slot, size.instances());
        yield List
            .of(new MemoryLaunch(slot.block(), slot.position(), arm, fixture, false, "exit code 7", null, null, null));
      }
      case SECOND_INSTANCE -> {
        make("second-instance", step, slot, size.instances());
        yield List
            .of(new InstanceLaunch(slot.block(), slot.position(), arm, fixture, true, null, new long[] {9, 4, 4}));
      }
      case RUNTIME_API -> {
        make("runtime-api", step, slot, size.calls());
        yield List
            .of(new ApiLaunch(slot.block(), slot.position(), arm, fixture, true, null, 40L, 50L, new long[] {9, 4}));
      }
      case RUNTIME_API_CLIENT -> {
        make("runtime-api-client", step, slot, size.calls());
        yield List
            .of(new ClientLaunch(slot.block(), slot.position(), arm, fixture, true, null, 40L, 50L, new long[] {9, 4}));
      }
      case LAMBDA_SIZE -> {
        make("lambda-size", step, slot, 2);
        yield List.of(new SizedLaunch(slot.block(), slot.position(), arm, fixture, true, null, new int[] {128, 512},
            new long[] {90, 40}));
      }
      case BURST -> {
        make("burst", step, slot, step.starts());
        yield IntStream.range(0, step.starts())
            .mapToObj(i -> new BurstLaunch(slot.block(), arm, fixture, step.starts(), i, true, null, 1L, 50L))
            .toList();
      }
      default -> throw new IllegalArgumentException("the headline");
    }, null);
  }

  @Override
  public List<String> leftBehind() {
    List<String> left = List.copyOf(leftBehind);
    leftBehind.clear();
    return left;
  }
}
