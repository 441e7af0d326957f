package dev.coldstart.launcher.child;

import dev.coldstart.launcher.child.ChildOutcome.End;
import dev.coldstart.launcher.prepare.ChildCommand;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Supplier;

/**
 * One child from its spawn to its end, as the thread lives it that reads its output. The stamps are that thread's own,
 * with nothing between a call and the reading of the clock.
 */
final class RunningChild implements Callable<ChildOutcome> {

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
      return new ChildOutcome(startedNs, respondedNs, exitedNs, response, rest, endedBy(), leftBehind, exitCode);
    }
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
    return new ChildOutcome(startedNs, 0, System.nanoTime(), new byte[0], new byte[0], reason, leftBehind, exitCode);
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
