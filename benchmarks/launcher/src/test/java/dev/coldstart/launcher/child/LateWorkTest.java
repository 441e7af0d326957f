package dev.coldstart.launcher.child;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coldstart.child.ColdStart;
import dev.coldstart.launcher.machine.ProcessLimits;
import dev.coldstart.launcher.machine.Program;
import dev.coldstart.record.Counter;
import dev.coldstart.spi.CompiledModule;
import dev.coldstart.spi.HandlerInstance;
import dev.coldstart.spi.ParsedModule;
import dev.coldstart.spi.Wasi;
import dev.coldstart.spi.WasmRuntime;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A real child that works long after its response. That work must not count as part of the response. */
@EnabledOnOs(OS.LINUX)
class LateWorkTest {

  /** The factor by which the late work exceeds the processor time that the child used before. */
  private static final int TIMES = 5;

  @TempDir
  private Path folder;

  /** Answers, and then works for a long time in its second call and when its engine is asked for. */
  static final class LateChild extends ColdStart {

    public static void main(String[] args) throws IOException {
      new LateChild().answer(args);
    }

    @Override
    public WasmRuntime open() {
      return new LateRuntime();
    }
  }

  private static final class LateRuntime implements WasmRuntime {
    @Override
    public String engine() {
      return work();
    }

    @Override
    public ParsedModule parse(String fixture, byte[] wasm, Wasi wasi) {
      return () -> new CompiledModule() {
        @Override
        public HandlerInstance handler() {
          return answers();
        }
      };
    }

    private static HandlerInstance answers() {
      boolean[] called = {false};
      return event -> {
        if (called[0]) {
          work();
        }
        called[0] = true;
        return event;
      };
    }

    /** Multiplies this process's processor time, and returns the new value in ns. */
    private static String work() {
      long enough = TIMES * cpuNs();
      long cpuNs = 0;
      while (cpuNs < enough) {
        cpuNs = cpuNs();
      }
      return String.valueOf(cpuNs);
    }

    private static long cpuNs() {
      try (Stream<Path> threads = Files.list(Path.of("/proc/self/task"))) {
        return threads.mapToLong(LateRuntime::cpuNs).sum();
      } catch (IOException e) {
        throw new IllegalStateException(e);
      }
    }

    private static long cpuNs(Path thread) {
      try {
        return Long.parseLong(Files.readString(thread.resolve("schedstat")).split(" ")[0]);
      } catch (IOException ended) {
        return 0;
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"identify", "calls 2 60000 identify"})
  void shouldNotCountWorkAfterTheResponse(String arguments) throws IOException {
    ParsedChildReport report = run(arguments.split(" "));
    assertThat(report.failure()).isNull();
    assertThat(report.counter(Counter.CPU)).isPositive();
    // The work began after the reading, so the time that it multiplied is at least as large.
    assertThat(report.counter(Counter.CPU) * TIMES).isLessThanOrEqualTo(Long.parseLong(report.engine()));
  }

  private ParsedChildReport run(String... more) throws IOException {
    String event = "an event";
    Path file = Files.writeString(folder.resolve("event"), event);
    List<String> command = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin/java").toString(),
        "-cp", System.getProperty("java.class.path"), LateChild.class.getName(), "late", file.toString(),
        file.toString(), ColdStart.HANDLER, ColdStart.NO_IMPORTS));
    command.addAll(List.of(more));
    try (ChildProcess children = new ChildProcess()) {
      ChildOutcome outcome = children.run(command, Program.CLEARED, Map.of(), Optional.empty(), folder,
          folder.resolve("stderr"), event.length(), ProcessLimits.of(Duration.ofSeconds(60)), StartBarrier.OPEN);
      assertThat(outcome.exitCode()).as(Files.readString(folder.resolve("stderr"))).isZero();
      assertThat(new String(outcome.response(), StandardCharsets.UTF_8)).isEqualTo(event + "\n");
      return ParsedChildReport.parse(outcome.rest()).orElseThrow();
    }
  }
}
