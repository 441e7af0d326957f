package dev.coldstart.validation.faults;

import dev.coldstart.record.Launch;
import dev.coldstart.record.RunData;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Children that misbehave. */
final class ChildFault implements Fault {

  /** A script that runs instead of java, or around it. */
  enum Behaviour {
    SEGFAULT("crashes with SIGSEGV", "ulimit -c 0; kill -s SEGV $$"),
    KILLED("is killed, as if memory had run out", "kill -s KILL $$"),
    EXIT("ends with exit code 7 and prints nothing", "exit 7"),
    EXIT_LATE("answers, and ends with exit code 42", "\"$real\" \"$@\"; exit 42"),
    NO_SUCH_OPTION("is not started: the JVM refuses an option", "exec \"$real\" -XX:+NoSuchOption \"$@\""),
    NO_MEMORY("is not started: the JVM gets no memory", "ulimit -v 400000; exec \"$real\" \"$@\""),
    HANG("hangs before it answers", "exec sleep 600"),
    HANG_DEAF("hangs, and ignores signals", "trap '' TERM INT HUP; while :; do sleep 1; done"),
    HANG_LATE("answers, and hangs", "\"$real\" \"$@\"; exec sleep 600"),
    WRONG("answers wrongly", "echo '{\"statusCode\":500}'; exit 0"),
    SILENT("ends with exit code 0 without an answer", "exit 0"),
    NO_REPORT("answers, and gives no report", "\"$real\" \"$@\" | head -n 1; exit 0"),
    TORN_REPORT("answers, and gives half a report", "\"$real\" \"$@\" | head -c 5000; exit 0"),
    FALSE_REPORT("answers, and reports other numbers", "\"$real\" \"$@\" | tr 0-9 1-90; exit 0"),
    FLOOD("prints without end", "exec yes"),
    FLOOD_LATE("answers, and prints without end", "\"$real\" \"$@\"; exec yes"),
    FLOOD_ERRORS("prints errors without end",
        "while :; do echo 'an error that is said again and again, until somebody has had enough of it'; done >&2"),
    ORPHAN("leaves a process behind", "sleep 600 >/dev/null 2>&1 & exec \"$real\" \"$@\""),
    ORPHAN_HOLDING("leaves a process behind that holds its output", "sleep 600 & exec \"$real\" \"$@\""),
    ORPHAN_SESSION("leaves a process behind in its own session",
        "setsid sleep 600 >/dev/null 2>&1 & exec \"$real\" \"$@\"");

    private final String words;
    private final String script;

    Behaviour(String words, String script) {
      this.words = words;
      this.script = script;
    }

    private boolean isHang() {
      return name().startsWith("HANG");
    }
  }

  /** Timeout for children that hang; other launches take a small part of it. */
  private static final Duration SHORT = Duration.ofSeconds(4);

  private final FaultyJdk.Of of;
  private final Behaviour behaviour;
  private final long first;
  private final long last;
  private long started;

  /**
   * @param first number of the first child that misbehaves, from 1
   * @param last number of the last; {@link Long#MAX_VALUE} for all from the first on
   */
  ChildFault(FaultyJdk.Of of, Behaviour behaviour, long first, long last) {
    this.of = of;
    this.behaviour = behaviour;
    this.first = first;
    this.last = last;
  }

  @Override
  public FaultKind kind() {
    return FaultKind.CHILD;
  }

  @Override
  public String words() {
    String who = of == FaultyJdk.Of.FORK ? "fork of JMH" : "launch";
    String which =
        first == last ? who + " " + first : "every " + who + (first == 1 ? "" : " from the " + first + ". on");
    return which + " " + behaviour.words;
  }

  @Override
  public SmallRun run() {
    return of == FaultyJdk.Of.FORK ? SmallRun.JMH : SmallRun.LAUNCHES;
  }

  @Override
  public Duration timeout() {
    return behaviour.isHang() ? SHORT : SmallRun.TIMEOUT;
  }

  /** A single launch that fails is retried. */
  @Override
  public Set<May> may() {
    return first == last && of == FaultyJdk.Of.LAUNCH ? Set.of() : Set.of(May.STOP, May.FAIL_LAUNCHES);
  }

  @Override
  public void prepare(Trial trial) throws IOException {
    trial.jdk().plan(of, behaviour.script, first, last);
  }

  @Override
  public void lift(Trial trial) throws IOException {
    started = trial.jdk().started();
    trial.jdk().heal();
  }

  @Override
  public List<String> broken(Trial trial, RunData run) throws IOException {
    if (started < first) {
      return List.of("the fault was not injected: " + started + " processes were started with " + trial.jdk().java());
    }
    if (of == FaultyJdk.Of.FORK) {
      return List.of();
    }
    Set<List<Object>> counted = Invariants.counted(run).map(ChildFault::place).collect(Collectors.toSet());
    List<String> broken = new ArrayList<>();
    List<String> lines = Trial.launches(run.folder().path());
    // Every launch has a line, whatever its result.
    for (long number = first; number <= Math.min(last, Math.min(started, lines.size())); number++) {
      JsonNode launch = JsonMapper.shared().readTree(lines.get((int) number - 1));
      if (counted.contains(place(launch))) {
        broken.add("a launch is valid although its child " + behaviour.words + ": " + launch.path("arm").asString(""));
      } else if (!launch.path("valid").asBoolean(true) && launch.path("reason").asString("").isBlank()) {
        broken.add("a launch is invalid without a reason: " + launch.path("arm").asString(""));
      }
    }
    return broken;
  }

  private static List<Object> place(Launch launch) {
    return List.of(launch.fixture(), launch.block(), launch.position());
  }

  private static List<Object> place(JsonNode launch) {
    return List.of(launch.path("fixture").asString(""), launch.path("block").asInt(-1),
        launch.path("position").asInt(-1));
  }
}
