package dev.coldstart.launcher.child;

import dev.coldstart.launcher.child.ChildOutcome.End;
import dev.coldstart.launcher.prepare.ChildCommand;
import dev.coldstart.launcher.machine.ProcessMark;
import dev.coldstart.launcher.machine.SystemFiles;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;

/**
 * Runs children, one at a time, so that none of them can hold a run up.
 *
 * <p>While a child runs, the thread that spawned it is blocked in a read and no other is awake: standard error goes to
 * a file, so that nobody has to drain it, and the caller's thread waits, looking at the child once a second. Most
 * launches are over before it looks for the first time.
 */
final class ChildProcess implements AutoCloseable {

  private static final long LOOK_EVERY_NS = TimeUnit.SECONDS.toNanos(1);

  /** How long a child that was killed may take until its output ends; what then still holds it cannot be killed. */
  private static final long DEATH_NS = TimeUnit.SECONDS.toNanos(2);

  /** Far more than any failure has to say. What is there at the next look may be a second's writing. */
  private static final long MOST_ERROR_BYTES = 16 << 20;

  private static final Path NOTHING = Path.of("/dev/null");

  private final OrphanProcesses leftBehind = new OrphanProcesses();
  private ExecutorService reader = newReader();
  private volatile RunningChild running;

  /**
   * Runs one child to its end.
   *
   * @param command in which {@link ChildCommand#SPAWNED_NS} stands for the time of the spawn
   * @param unset variables of the environment that it does not get
   * @param responseBytes the length of the expected response
   * @param gate opens when it is to be spawned
   * @throws IOException when it cannot be spawned
   */
  ChildOutcome run(List<String> command, List<String> unset, Path workingFolder, Path standardError, int responseBytes,
      Duration timeout, StartBarrier gate) throws IOException {
    String mark = leftBehind.nextMark();
    ProcessBuilder builder = new ProcessBuilder(new ArrayList<>(command)).directory(workingFolder.toFile())
        .redirectInput(ProcessBuilder.Redirect.from(NOTHING.toFile()))
        .redirectError(standardError.toFile());
    builder.environment().keySet().removeAll(unset);
    builder.environment().put(ProcessMark.VARIABLE, mark);

    RunningChild child = new RunningChild(builder, responseBytes, gate, () -> leftBehind.kill(mark));
    running = child;
    // Before the spawn: while a child runs, nothing else does.
    Standstill standstill = new Standstill(SystemFiles.REAL, System.nanoTime());
    Future<ChildOutcome> outcome = reader.submit(child);
    try {
      ChildOutcome ended = watch(child, outcome, standardError, timeout, standstill);
      return ended.with(standstill.by(System.nanoTime()));
    } catch (InterruptedException e) {
      child.kill();
      Thread.currentThread().interrupt();
      throw new IOException("interrupted while a child ran", e);
    } finally {
      running = null;
      if (!outcome.isDone()) {
        // It is stuck in a read that nothing can end; it holds a thread and a pipe, and no run up.
        reader.shutdownNow();
        reader = newReader();
      }
    }
  }

  private static ChildOutcome watch(RunningChild child, Future<ChildOutcome> outcome, Path standardError,
      Duration timeout, Standstill standstill) throws IOException, InterruptedException {
    long startedNs = System.nanoTime();
    boolean hadExited = false;
    while (true) {
      long nowNs = System.nanoTime();
      long waitNs = hadExited ? LOOK_EVERY_NS : Math.min(LOOK_EVERY_NS, timeout.toNanos() - (nowNs - startedNs));
      ChildOutcome done = within(waitNs, outcome);
      standstill.wentOn(System.nanoTime() - nowNs - Math.max(0, waitNs));
      if (done != null) {
        return done;
      }
      if (hadExited) {
        return ended(child.release(), child, outcome);
      }
      hadExited = child.hasExited();
      child.pid().ifPresent(standstill::look);
      if (!hadExited && standardError.toFile().length() > MOST_ERROR_BYTES) {
        return ended(child.end(End.ERROR_FLOOD), child, outcome);
      }
      if (!hadExited && System.nanoTime() - startedNs >= timeout.toNanos()) {
        return ended(child.end(End.TIMEOUT), child, outcome);
      }
    }
  }

  /** What was seen of a child whose end was just brought about; without its output where that stays held open. */
  private static ChildOutcome ended(End end, RunningChild child, Future<ChildOutcome> outcome)
      throws IOException, InterruptedException {
    ChildOutcome done = within(DEATH_NS, outcome);
    return done == null ? child.abandon(end) : done;
  }

  /** What was seen, where the child ends within that time; else null. */
  private static ChildOutcome within(long ns, Future<ChildOutcome> outcome) throws IOException, InterruptedException {
    try {
      return outcome.get(ns, TimeUnit.NANOSECONDS);
    } catch (TimeoutException runsOn) {
      return null;
    } catch (ExecutionException e) {
      if (e.getCause() instanceof IOException failure) {
        throw failure;
      }
      throw new IllegalStateException("reading a child failed", e.getCause());
    }
  }

  private static ExecutorService newReader() {
    return Executors.newSingleThreadExecutor(task -> {
      Thread thread = new Thread(task, "child");
      thread.setDaemon(true);
      return thread;
    });
  }

  /** Kills what children left behind, and says what that was. */
  List<String> leftBehind() {
    return leftBehind.kill();
  }

  @Override
  public void close() {
    RunningChild child = running;
    if (child != null) {
      child.kill();
    }
    reader.shutdownNow();
  }

  /**
   * One child from its spawn to its end, as the thread lives it that reads its output. The stamps are that thread's
   * own, with nothing between a call and the reading of the clock.
   */
  private static final class RunningChild implements Callable<ChildOutcome> {

    /** What a child may print beyond its response; a report is near 100 kB, most of it the kernel's and HotSpot's. */
    private static final int MOST_BYTES_AFTER_RESPONSE = 1 << 20;

    private final ProcessBuilder builder;
    private final int responseBytes;
    private final StartBarrier gate;
    private final Supplier<List<String>> killMarked;

    /** Until it is spawned, when it was to be. */
    private volatile long startedNs = System.nanoTime();

    private volatile Process process;
    private volatile boolean dead;
    private volatile List<String> leftBehind = List.of();

    /** The first reason given; null as long as it lives, or has ended by itself. */
    private End end;

    /**
     * @param gate opens when it is to be spawned
     * @param killMarked kills whatever carries the child's mark, and says what that was
     */
    RunningChild(ProcessBuilder builder, int responseBytes, StartBarrier gate, Supplier<List<String>> killMarked) {
      this.builder = builder;
      this.responseBytes = responseBytes;
      this.gate = gate;
      this.killMarked = killMarked;
    }

    @Override
    public ChildOutcome call() throws IOException, InterruptedException {
      gate.await();
      builder.command()
          .replaceAll(word -> word.equals(ChildCommand.SPAWNED_NS) ? String.valueOf(System.nanoTime()) : word);
      startedNs = System.nanoTime();
      process = builder.start();
      if (dead) {
        kill();
      }
      try (InputStream out = process.getInputStream()) {
        byte[] response = out.readNBytes(responseBytes + 1);
        long respondedNs = System.nanoTime();
        // To the stream's end, which is the child's, unless something that it started holds the stream open.
        byte[] rest = out.readNBytes(MOST_BYTES_AFTER_RESPONSE);
        if (rest.length >= MOST_BYTES_AFTER_RESPONSE) {
          end(End.FLOOD);
        }
        int exitCode = process.waitFor();
        long exitedNs = System.nanoTime();
        return new ChildOutcome(startedNs, respondedNs, exitedNs, response, rest, endedBy(), leftBehind, exitCode,
            Optional.empty());
      }
    }

    /** Empty until it is spawned. */
    OptionalLong pid() {
      Process child = process;
      return child == null ? OptionalLong.empty() : OptionalLong.of(child.pid());
    }

    boolean hasExited() {
      Process child = process;
      return child != null && !child.isAlive();
    }

    /** Brings its end about; the reason that counts is the first. */
    synchronized End end(End reason) {
      if (end == null) {
        end = reason;
      }
      kill();
      return end;
    }

    /** Kills what holds the output of a child that has exited. */
    synchronized End release() {
      List<String> found = killMarked.get();
      // Nothing found: perhaps the reader was only slow. It is held if its output does not end even so.
      if (!found.isEmpty() && end == null) {
        leftBehind = found;
        end = End.HELD;
      }
      return end == null ? End.HELD : end;
    }

    private synchronized End endedBy() {
      return end == null ? End.EXIT : end;
    }

    /** What is known of a child whose output nothing can end. */
    ChildOutcome abandon(End reason) {
      kill();
      Process child = process;
      int exitCode = child == null || child.isAlive() ? -1 : child.exitValue();
      return new ChildOutcome(startedNs, 0, System.nanoTime(), new byte[0], new byte[0], reason, leftBehind, exitCode,
          Optional.empty());
    }

    /** Kills it and all that it started, also when it is only about to be spawned. */
    @SuppressWarnings("ReturnValueIgnored") // A report names what a child left behind, not what died with it.
    void kill() {
      dead = true;
      Process child = process;
      if (child != null) {
        child.descendants().forEach(ProcessHandle::destroyForcibly);
        // By its handle: Process.destroyForcibly also closes the stream that call() reads, which then fails there.
        child.toHandle().destroyForcibly();
      }
      killMarked.get();
    }
  }
}
