package dev.coldstart.launcher.scenario;

import dev.coldstart.child.ChildReport;
import dev.coldstart.child.ColdStart;
import dev.coldstart.launcher.launch.CheckedChildren;
import dev.coldstart.launcher.launch.CheckedChildren.CheckedLaunch;
import dev.coldstart.launcher.launch.Gate;
import dev.coldstart.launcher.launch.ParsedChildReport;
import dev.coldstart.launcher.launch.Preparations;
import dev.coldstart.record.BurstLaunch;
import dev.coldstart.record.Counter;
import dev.coldstart.record.MemoryLaunch;
import dev.coldstart.record.WarmLaunch;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Starts the children of scenarios, which are those of the headline and are checked by the same rules. */
public final class ProcessScenarios implements ScenarioDriver, AutoCloseable {

  /** What a child may take beside what one of the headline may: it goes on, or shares the processors. */
  private static final Duration LONGER = Duration.ofSeconds(60);

  /** What an instance takes is a difference. */
  private static final int LEAST_READINGS = 2;

  private final Preparations preparations;
  private final Path workFolder;
  private final Duration timeout;

  /** Each runs one child at a time, so that a burst takes as many as it has children. */
  private final List<CheckedChildren> lanes = new ArrayList<>();

  /**
   * @param workFolder where the children's temporary folders go
   * @param timeout how long one child of the headline may take
   */
  public ProcessScenarios(Preparations preparations, Path workFolder, Duration timeout) {
    this.preparations = preparations;
    this.workFolder = workFolder;
    this.timeout = timeout.plus(LONGER);
  }

  @Override
  public WarmLaunch coldToWarm(Place place, int calls, int callsMs) throws IOException {
    List<String> more = List.of(ColdStart.CALLS, String.valueOf(calls), String.valueOf(callsMs));
    CheckedLaunch child = lanes(1).get(0).run(place.arm(), more, Gate.OPEN);
    long[] callNs = child.report().map(report -> report.numbers(ChildReport.CALL_NS)).orElse(new long[0]);
    String reason = child.broken()
        .or(() -> child.report().map(ParsedChildReport::failure))
        .orElse(callNs.length == 0 || callNs.length >= calls ? "it did not report its calls" : null);
    boolean valid = reason == null;
    return new WarmLaunch(place.block(), place.position(), place.arm().id(), place.arm().fixture().id(), valid, reason,
        valid ? child.outcome().respondedNs() - child.outcome().startedNs() : null, valid ? callNs : null);
  }

  @Override
  public MemoryLaunch memory(Place place, int instances) throws IOException {
    List<String> more = List.of(ColdStart.INSTANCES, String.valueOf(instances));
    CheckedLaunch child = lanes(1).get(0).run(place.arm(), more, Gate.OPEN);
    int[] read = child.report().map(report -> ints(report.numbers(ChildReport.INSTANCES))).orElse(new int[0]);
    long[] rssBytes = child.report().map(ParsedChildReport::instancesRssBytes).orElse(new long[0]);
    boolean enough = read.length >= LEAST_READINGS && read.length == rssBytes.length;
    String failure = child.report().map(ParsedChildReport::failure).orElse(null);
    boolean valid = child.broken().isEmpty() && enough;
    return new MemoryLaunch(place.block(), place.position(), place.arm().id(), place.arm().fixture().id(), valid,
        child.broken().orElse(failure == null && !enough ? "it did not report its memory" : failure),
        valid ? read : null, valid ? rssBytes : null, valid ? child.report().get().counter(Counter.PEAK_RSS) : null);
  }

  private static int[] ints(long[] numbers) {
    boolean fit = Arrays.stream(numbers).allMatch(number -> number <= Integer.MAX_VALUE);
    return fit ? Arrays.stream(numbers).mapToInt(number -> (int) number).toArray() : new int[0];
  }

  @Override
  public List<BurstLaunch> burst(Place place, int starts) throws IOException {
    return new Burst(place, lanes(starts)).launch();
  }

  private List<CheckedChildren> lanes(int count) {
    while (lanes.size() < count) {
      lanes.add(new CheckedChildren(preparations, workFolder, timeout));
    }
    return lanes.subList(0, count);
  }

  @Override
  public List<String> leftBehind() {
    return lanes.stream().flatMap(lane -> lane.leftBehind().stream()).toList();
  }

  @Override
  public void close() {
    lanes.forEach(CheckedChildren::close);
  }
}
