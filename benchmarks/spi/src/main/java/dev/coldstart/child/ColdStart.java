package dev.coldstart.child;

import dev.coldstart.spi.CompiledModule;
import dev.coldstart.spi.HandlerInstance;
import dev.coldstart.spi.ParsedModule;
import dev.coldstart.spi.Phase;
import dev.coldstart.spi.WasmRuntime;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;

/**
 * A child: one fresh JVM, one fixture, one event, one response. Each configuration has a subclass with a {@code main}
 * that calls {@link #answer}.
 *
 * <p>Arguments: the fixture's id, the module's path, the event's path, and then, in any order, {@link #IDENTIFY} where
 * the engine is to be named, and {@link #BUSY_NS} or {@link #BUSY_PERMILLE} with their values where a known delay is to
 * be seen, and {@link #CALLS} or {@link #INSTANCES} where it is to go on after its response. To standard output go the
 * response's bytes, a newline, and then a {@link ChildReport}. A failure goes to standard error with fixture and phase,
 * and the exit code is {@link #EXIT_FAILED}.
 *
 * <p>Everything up to the last stamp is measured. Hence no lambda, no string concatenation, no format, no logging, no
 * collection and no reflection there: each loads classes that the handler did not ask for. Creating the adapter by
 * reflection, for one, starts the JDK's method handles, which an engine would have started anyway and plain Java would
 * not. Up to there this class alone reads the clock, and nothing stands between a call and the two readings around it.
 * {@code
 * System.nanoTime()} is CLOCK_MONOTONIC on Linux, so that parent and child share its base.
 */
public abstract class ColdStart {

  /** Exit code of a child of which a phase failed; 1 is the JVM's own. */
  public static final int EXIT_FAILED = 3;

  /** Asks the child to name its engine, which may take longer than the launch itself. */
  public static final String IDENTIFY = "identify";

  /** Before a time in ns, for which the main thread is busy between the handler's return and the last stamp. */
  public static final String BUSY_NS = "busy-ns";

  /**
   * Before two numbers: parts in a thousand, and the parent's nanoTime just before the spawn. The main thread is busy
   * for so many parts of the time from then to the handler's return.
   */
  public static final String BUSY_PERMILLE = "busy-permille";

  /** Before two numbers: how many calls the instance answers in all, and after how many ms it answers no more. */
  public static final String CALLS = "calls";

  /** Before a number: how many instances of the module are made in all, and kept. */
  public static final String INSTANCES = "instances";

  /** So many times fit the bound of what a parent reads of a child. */
  private static final int MOST_CALLS = 50_000;

  private static final int MOST_INSTANCES = 4_096;

  /** Where the arguments begin that a child without a control and without a question has not. */
  private static final int EXTRAS_AT = 3;

  /** The whole of the time; more would be another experiment, and could pass what a long can hold. */
  private static final long MOST_PERMILLE = 1_000;

  /** When each phase ended, by {@link Phase#ordinal()}, in ns of {@link System#nanoTime()}. */
  private final long[] stamps = new long[Phase.COUNT];

  /** The adapter in use; null until it is open. */
  private WasmRuntime runtime;

  /** The last two stages, for what follows the response. */
  private CompiledModule module;

  private HandlerInstance handler;

  /** Ordinal of the phase that is running, and of the one that failed. */
  private int phase;

  private boolean identify;

  /** How many calls in all; 0 where the first is the only one. */
  private int calls;

  private long callsMs;

  /** How many instances in all; 0 where the first is the only one. */
  private int instances;

  /** Loads the adapter and creates its engine. */
  public abstract WasmRuntime open() throws Exception;

  /** The whole life of the child; the subclass's {@code main} does nothing before it. */
  protected final void answer(String[] args) throws IOException {
    stamps[0] = System.nanoTime();
    byte[] response = null;
    try {
      response = firstResponse(args[0], args[1], args[2]);
      if (args.length > EXTRAS_AT) {
        obey(args);
      }
    } catch (PhaseException | IllegalArgumentException failure) {
      failure.printStackTrace();
      System.exit(EXIT_FAILED);
    }
    try (FileOutputStream out = new FileOutputStream(FileDescriptor.out)) {
      out.write(terminated(response));
      // Here the parent's clock has stopped. The report's class is loaded only now, or loading it would be measured.
      ChildReport report = new ChildReport();
      report.readCounters();
      goOn(args[2], response, report);
      report.writeTo(out, stamps, identify ? runtime : null);
    }
    // An engine's own threads must not keep a finished child alive. All is written and nothing is left to shut down;
    // System.exit would first start the JDK's logging, which takes up to a third of a short launch.
    Runtime.getRuntime().halt(0);
  }

  /** Goes through all phases up to the response, and stamps the end of each. */
  public final byte[] firstResponse(String fixture, String modulePath, String eventPath) throws PhaseException {
    try {
      phase++;
      byte[] wasm = read(modulePath);
      byte[] event = read(eventPath);
      runtime = open();
      stamps[phase] = System.nanoTime();

      phase++;
      ParsedModule parsed = runtime.parse(fixture, wasm);
      stamps[phase] = System.nanoTime();

      phase++;
      CompiledModule compiled = parsed.compile();
      stamps[phase] = System.nanoTime();

      phase++;
      HandlerInstance instance = compiled.instantiate();
      stamps[phase] = System.nanoTime();

      phase++;
      byte[] response = instance.handle(event);
      stamps[phase] = System.nanoTime();
      module = compiled;
      handler = instance;
      return response;
    } catch (Throwable failure) {
      throw new PhaseException(fixture, Phase.values()[phase], failure);
    }
  }

  /**
   * Does what the further arguments ask, after the handler has returned: so a control's delay is all that tells it from
   * the arm that it is a control of. It loads no class either, for the same reason.
   */
  private void obey(String[] args) {
    int next = EXTRAS_AT;
    while (next < args.length) {
      String word = args[next++];
      if (word.equals(IDENTIFY)) {
        identify = true;
      } else if (word.equals(BUSY_NS)) {
        beBusy(number(args, next++, Long.MAX_VALUE));
      } else if (word.equals(BUSY_PERMILLE)) {
        long permille = number(args, next++, MOST_PERMILLE);
        long sinceSpawnNs = stamps[phase] - number(args, next++, stamps[phase]);
        beBusy(sinceSpawnNs * permille / 1_000);
      } else if (word.equals(CALLS)) {
        calls = (int) number(args, next++, MOST_CALLS);
        callsMs = number(args, next++, Integer.MAX_VALUE);
      } else if (word.equals(INSTANCES)) {
        instances = (int) number(args, next++, MOST_INSTANCES);
      } else {
        throw new IllegalArgumentException("a child has no argument \"" + word + "\"");
      }
    }
  }

  /** Makes the further calls or instances that were asked for, and adds what they took to the report. */
  private void goOn(String eventPath, byte[] response, ChildReport report) throws IOException {
    if (calls > 0) {
      FurtherCalls.make(handler, read(eventPath), response, calls, callsMs, report);
    } else if (instances > 0) {
      LiveInstances.make(module, handler, read(eventPath), response, instances, report);
    }
  }

  /** Delays the last stamp by that time, from the stamp itself on. A bare loop: a pause would let others run. */
  private void beBusy(long busyNs) {
    long fromNs = stamps[phase];
    long nowNs = fromNs;
    while (nowNs - fromNs < busyNs) {
      nowNs = System.nanoTime();
    }
    stamps[phase] = nowNs;
  }

  /** The number at that place, from 0 to {@code most}. */
  private static long number(String[] args, int at, long most) {
    try {
      long number = Long.parseLong(at < args.length ? args[at] : "");
      if (number >= 0 && number <= most) {
        return number;
      }
    } catch (IllegalArgumentException noNumber) {
      // Said below. Not by its own class's name, which the verifier would load in every child.
    }
    String found = at < args.length ? args[at] : "nothing";
    throw new IllegalArgumentException(
        "a child's argument " + at + " must be a number from 0 to " + most + ", found " + found);
  }

  /** The response and a newline in one array, for one write: the parent stops its clock at the newline. */
  private static byte[] terminated(byte[] response) {
    byte[] line = new byte[response.length + 1];
    System.arraycopy(response, 0, line, 0, response.length);
    line[response.length] = '\n';
    return line;
  }

  private static byte[] read(String path) throws IOException {
    try (FileInputStream in = new FileInputStream(path)) {
      return in.readAllBytes();
    }
  }
}
