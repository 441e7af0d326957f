package dev.coldstart.launcher.child;

import dev.coldstart.launcher.child.ChildOutcome.End;
import dev.coldstart.launcher.machine.ProcessLimits;
import dev.coldstart.launcher.machine.ProcessMark;
import dev.coldstart.launcher.machine.SystemFiles;
import dev.coldstart.launcher.prepare.ChildCommand;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
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
 * Runs children, one at a time. No child can block a run.
 *
 * <p>While a child runs, the thread that spawned it is blocked in a read and no other thread is awake. Standard error
 * goes to a file, so nothing has to drain it. The caller's thread waits and checks the child after a second, and then
 * five times a second; most launches end before the first check.
 */
final class ChildProcess implements AutoCloseable {

  private static final long LOOK_EVERY_NS = TimeUnit.SECONDS.toNanos(1);

  /** After the first look. A child that still runs may be filling the memory. */
  private static final long LOOK_AGAIN_NS = TimeUnit.MILLISECONDS.toNanos(200);

  /**
   * After a child was killed, its output must end within this time. If it does not, something holds it that cannot be
   * killed.
   */
  private static final long DEATH_NS = TimeUnit.SECONDS.toNanos(2);

  /**
   * Far more than any failure message needs. The file may exceed it by up to a second's output before the next check.
   */
  private static final long MOST_ERROR_BYTES = 16 << 20;

  /** In place of the length of a response that is not known beforehand. */
  static final int UNKNOWN = -1;

  private static final Path NOTHING = Path.of("/dev/null");

  private final OrphanProcesses leftBehind = new OrphanProcesses();
  private ExecutorService reader = newReader();
  private volatile RunningChild running;

  /**
   * Runs one child to its end.
   *
   * @param command the command; {@link ChildCommand#SPAWNED_NS} in it is replaced with the time of the spawn
   * @param unset environment variables that are withheld from the child
   * @param environment variables that the child gets in addition
   * @param input the file that it has as standard input; empty for none
   * @param responseBytes the length of the expected response; {@link #UNKNOWN} takes all output as what follows it
   * @param gate holds the child back until it may be spawned
   * @throws IOException if it cannot be spawned
   */
  ChildOutcome run(List<String> command, List<String> unset, Map<String, String> environment, Optional<Path> input,
      Path workingFolder, Path standardError, int responseBytes, ProcessLimits limits, StartBarrier gate)
      throws IOException {
    String mark = leftBehind.nextMark();
    ProcessBuilder builder = new ProcessBuilder(new ArrayList<>(command)).directory(workingFolder.toFile())
        .redirectInput(ProcessBuilder.Redirect.from(input.orElse(NOTHING).toFile()))
        .redirectError(standardError.toFile());
    builder.environment().keySet().removeAll(unset);
    builder.environment().putAll(environment);
    builder.environment().put(ProcessMark.VARIABLE, mark);

    RunningChild child = new RunningChild(builder, responseBytes, gate, () -> leftBehind.kill(mark));
    running = child;
    // Before the spawn, because nothing else should run while a child runs.
    Standstill standstill = new Standstill(SystemFiles.REAL, System.nanoTime());
    Future<ChildOutcome> outcome = reader.submit(child);
    try {
      ChildOutcome ended = watch(child, outcome, workingFolder, standardError, limits, standstill);
      return ended.with(standstill.by(System.nanoTime()));
    } catch (InterruptedException e) {
      child.kill();
      Thread.currentThread().interrupt();
      throw new IOException("interrupted while a child ran", e);
    } finally {
      running = null;
      if (!outcome.isDone()) {
        // The reader is stuck in a read that nothing can end. It keeps a thread and a pipe, but does not block the run.
        reader.shutdownNow();
        reader = newReader();
      }
    }
  }

  private static ChildOutcome watch(RunningChild child, Future<ChildOutcome> outcome, Path workingFolder,
      Path standardError, ProcessLimits limits, Standstill standstill) throws IOException, InterruptedException {
    long startedNs = System.nanoTime();
    boolean hadExited = false;
    boolean looked = false;
    while (true) {
      long nowNs = System.nanoTime();
      long untilLookNs = looked && !hadExited ? LOOK_AGAIN_NS : LOOK_EVERY_NS;
      long waitNs = hadExited ? LOOK_EVERY_NS : Math.min(untilLookNs, limits.time().toNanos() - (nowNs - startedNs));
      ChildOutcome done = within(waitNs, outcome);
      standstill.wentOn(System.nanoTime() - nowNs - Math.max(0, waitNs));
      if (done != null) {
        return done;
      }
      if (hadExited) {
        return ended(child.release(), child, outcome);
      }
      hadExited = child.hasExited();
      if (!hadExited && child.pid().isPresent()) {
        long pid = child.pid().getAsLong();
        standstill.look(pid);
        if (!looked) {
          SystemFiles.REAL.killFirst(pid);
          looked = true;
        }
        if (limits.isExceededBy(pid)) {
          return ended(child.end(End.MEMORY), child, outcome);
        }
      }
      if (!hadExited && standardError.toFile().length() > MOST_ERROR_BYTES) {
        return ended(child.end(End.ERROR_FLOOD), child, outcome);
      }
      if (!hadExited && limits.isExceededIn(workingFolder)) {
        return ended(child.end(End.DISK), child, outcome);
      }
      if (!hadExited && System.nanoTime() - startedNs >= limits.time().toNanos()) {
        return ended(child.end(End.TIMEOUT), child, outcome);
      }
    }
  }

  /** The outcome of a child that was just killed or released. Without its output if something still holds that open. */
  private static ChildOutcome ended(End end, RunningChild child, Future<ChildOutcome> outcome)
      throws IOException, InterruptedException {
    ChildOutcome done = within(DEATH_NS, outcome);
    return done == null ? child.abandon(end) : done;
  }

  /** The outcome if the child ends within that time, else null. */
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

  /** Kills the processes that children left behind, and returns a description of each. */
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
   * One child from its spawn to its end. {@link #call} runs on the thread that reads the child's output; it takes all
   * timestamps itself, with nothing between a call and the reading of the clock.
   */
  private static final class RunningChild implements Callable<ChildOutcome> {

    /**
     * The limit for output after the response. A report is about 100 kB, most of it data of the kernel and of HotSpot.
     */
    private static final int MOST_BYTES_AFTER_RESPONSE = 1 << 20;

    /** The limit for a response that is not known beforehand, and its report. */
    private static final int MOST_BYTES = 64 << 20;

    private final ProcessBuilder builder;
    private final int responseBytes;
    private final StartBarrier gate;
    private final Supplier<List<String>> killMarked;

    /** The time of the spawn. Until then, the time at which this object was created. */
    private volatile long startedNs = System.nanoTime();

    private volatile Process process;
    private volatile boolean dead;
    private volatile List<String> leftBehind = List.of();

    /** The first reason given. Null as long as the child lives, or if it has ended by itself. */
    private End end;

    /**
     * @param gate holds the child back until it may be spawned
     * @param killMarked kills all processes that carry the child's mark, and returns a description of each
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
        // The stream ends with the child, unless a process that the child started holds it open.
        int most = responseBytes == UNKNOWN ? MOST_BYTES : MOST_BYTES_AFTER_RESPONSE;
        byte[] rest = out.readNBytes(most);
        if (rest.length >= most) {
          end(End.FLOOD);
        }
        int exitCode = process.waitFor();
        long exitedNs = System.nanoTime();
        return new ChildOutcome(startedNs, respondedNs, exitedNs, response, rest, endedBy(), leftBehind, exitCode,
            Optional.empty());
      }
    }

    /** Empty until the child is spawned. */
    OptionalLong pid() {
      Process child = process;
      return child == null ? OptionalLong.empty() : OptionalLong.of(child.pid());
    }

    boolean hasExited() {
      Process child = process;
      return child != null && !child.isAlive();
    }

    /** Kills the child. If this is called more than once, the first reason counts. */
    synchronized End end(End reason) {
      if (end == null) {
        end = reason;
      }
      kill();
      return end;
    }

    /** Kills the processes that hold the output of a child that has exited. */
    synchronized End release() {
      List<String> found = killMarked.get();
      // If nothing was found, the reader may only have been slow. The output counts as held if it still does not end.
      if (!found.isEmpty() && end == null) {
        leftBehind = found;
        end = End.HELD;
      }
      return end == null ? End.HELD : end;
    }

    private synchronized End endedBy() {
      return end == null ? End.EXIT : end;
    }

    /** The outcome of a child whose output cannot be ended. */
    ChildOutcome abandon(End reason) {
      kill();
      Process child = process;
      int exitCode = child == null || child.isAlive() ? -1 : child.exitValue();
      return new ChildOutcome(startedNs, 0, System.nanoTime(), new byte[0], new byte[0], reason, leftBehind, exitCode,
          Optional.empty());
    }

    /** Kills the child and all that it started, even if it is only about to be spawned. */
    @SuppressWarnings("ReturnValueIgnored") // A report names what a child left behind, not what was killed with it.
    void kill() {
      dead = true;
      Process child = process;
      if (child != null) {
        child.descendants().forEach(ProcessHandle::destroyForcibly);
        // Through the handle: Process.destroyForcibly also closes the stream that call() reads, and that read would
        // then fail.
        child.toHandle().destroyForcibly();
      }
      killMarked.get();
    }
  }
}
