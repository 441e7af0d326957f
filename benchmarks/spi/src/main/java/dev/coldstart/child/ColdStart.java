package dev.coldstart.child;

import dev.coldstart.spi.CompiledModule;
import dev.coldstart.spi.HandlerInstance;
import dev.coldstart.spi.ParsedModule;
import dev.coldstart.spi.Phase;
import dev.coldstart.spi.WasmInstance;
import dev.coldstart.spi.WasmRuntime;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;

/**
 * A child: one fresh JVM, one fixture, one event, one response. Each configuration has a subclass with a {@code main}
 * that calls {@link #answer}.
 *
 * <p>Arguments: the fixture's id, the module's path, the event's path, what to do with the instance ({@link #HANDLER},
 * {@link #READY}, {@link #COMMAND} or {@link #CALL}) and the path of its {@link ProvidedImports} or
 * {@link #NO_IMPORTS}. Then, in any order: {@link #IDENTIFY} to name the engine, {@link #BUSY_NS} or
 * {@link #BUSY_PERMILLE} to add a known delay, and {@link #CALLS}, {@link #INSTANCES} or {@link #ANOTHER} to continue
 * after the response. Standard output gets the response's bytes, a newline and a {@link ChildReport}. If a phase fails,
 * standard error names fixture and phase, and the exit code is {@link #EXIT_FAILED}.
 *
 * <p>Everything up to the last stamp is measured. Up to there this class uses no lambda, string concatenation,
 * formatting, logging, collection or reflection: each loads classes that the handler did not ask for. For example,
 * creating the adapter by reflection initializes the JDK's method handles. An engine would have initialized them
 * anyway, plain Java would not. Before the last stamp only this class reads the clock, and nothing runs between a call
 * and the two readings around it. On Linux, parent and child have the same time base because {@link System#nanoTime()}
 * is CLOCK_MONOTONIC.
 */
public abstract class ColdStart {

  /** Exit code of a child if a phase failed. The JVM itself uses 1. */
  public static final int EXIT_FAILED = 3;

  /** Gives the event to the fixtures' ABI, see {@link HandlerAbi}. */
  public static final String HANDLER = "handler";

  /** Does nothing with the instance. The response is empty. */
  public static final String READY = "ready";

  /** Begins the word that calls an export, see {@link ExportCall}. */
  public static final String CALL = "call:";

  /** Runs the module's {@code _start}. The response is what it writes to standard output. */
  public static final String COMMAND = "command";

  /** In place of the path: the module imports nothing. */
  public static final String NO_IMPORTS = "-";

  /** Asks the child to name its engine, which may take longer than the launch itself. */
  public static final String IDENTIFY = "identify";

  /** Followed by a time in ns: the main thread is busy that long between the handler's return and the last stamp. */
  public static final String BUSY_NS = "busy-ns";

  /**
   * Followed by two numbers: parts per thousand, and the parent's nanoTime just before the spawn. The main thread is
   * busy for that fraction of the time from the spawn to the handler's return.
   */
  public static final String BUSY_PERMILLE = "busy-permille";

  /** Followed by two numbers: total calls to the instance, and a time in ms after which no further call begins. */
  public static final String CALLS = "calls";

  /** Followed by a number: total instances of the module to create and keep alive. */
  public static final String INSTANCES = "instances";

  /** Followed by a number: total instances of the module, each of which answers once and is then closed. */
  public static final String ANOTHER = "another";

  /**
   * Followed by two values: host and port of a Lambda Runtime API, and how many events to answer from it in place of
   * the one in the file. Must be the first of the optional arguments.
   */
  public static final String RUNTIME_API = "runtime-api";

  /** The times of this many calls fit the parent's limit on a child's output. */
  private static final int MOST_CALLS = 50_000;

  private static final int MOST_INSTANCES = 4_096;

  /** Index of the first optional argument. */
  private static final int EXTRAS_AT = 5;

  /** All of the time since the spawn. More would be another experiment and could overflow a long. */
  private static final long MOST_PERMILLE = 1_000;

  /** End of each phase, by {@link Phase#ordinal()}, in ns of {@link System#nanoTime()}. */
  private final long[] stamps = new long[Phase.COUNT];

  /** Null until it is open. */
  private WasmRuntime runtime;

  /** The last two stages, kept for the calls and instances after the response. */
  private CompiledModule module;

  private HandlerInstance handler;

  /** Null if it comes from a Runtime API. */
  private byte[] event;

  private String entry;

  /** Null if the module imports nothing. */
  private ProvidedImports imports;

  /** Ordinal of the phase that is running or that failed. */
  private int phase;

  private boolean identify;

  /** Total number of calls. 0 if none was asked for after the first. */
  private int calls;

  private long callsMs;

  /** Total number of instances. 0 if none was asked for after the first. */
  private int instances;

  /** Total number of instances that answer once. 0 if none was asked for after the first. */
  private int others;

  /** Loads the adapter and creates its engine. */
  public abstract WasmRuntime open() throws Exception;

  /**
   * Instantiates a module.
   *
   * @param entry {@link #HANDLER}, {@link #READY}, {@link #COMMAND} or a {@link #CALL}
   * @param imports null if the module imports nothing; else they were provided before
   * @return what answers events through the instance
   */
  public static HandlerInstance instantiate(WasmRuntime runtime, CompiledModule module, String entry,
      ProvidedImports imports) throws Exception {
    HandlerInstance direct = module.handler();
    if (direct != null) {
      return direct;
    }
    WasmInstance<?> wasm = module.instantiate();
    if (imports != null) {
      imports.initialize(wasm);
    }
    if (entry.equals(HANDLER)) {
      return new HandlerAbi<>(wasm);
    }
    if (entry.startsWith(CALL)) {
      return new ExportCall<>(wasm, entry);
    }
    return entry.equals(COMMAND) ? new WasiCommand<>(wasm, runtime) : new ReadyInstance(wasm);
  }

  /** Runs the whole child. The subclass's {@code main} must do nothing before it. */
  protected final void answer(String[] args) throws IOException {
    stamps[0] = System.nanoTime();
    byte[] response = null;
    try {
      if (args.length > EXTRAS_AT && args[EXTRAS_AT].equals(RUNTIME_API)) {
        response = serve(args);
      } else {
        response = firstResponse(args[0], args[1], args[2], args[3], args[4]);
      }
      if (args.length > EXTRAS_AT) {
        obey(args);
      }
    } catch (PhaseException | IllegalArgumentException failure) {
      failure.printStackTrace();
      System.exit(EXIT_FAILED);
    }
    end(response, args[2]);
  }

  /** Writes the response and the report, and ends the process. */
  private void end(byte[] response, String eventPath) throws IOException {
    try (FileOutputStream out = new FileOutputStream(FileDescriptor.out)) {
      out.write(terminated(response));
      // The parent's clock has stopped. The report's class is loaded only now, because loading it must not be measured.
      ChildReport report = new ChildReport();
      report.readCounters();
      goOn(eventPath, response, report);
      report.writeTo(out, stamps, identify ? runtime : null, module);
    }
    // An engine's own threads must not keep a finished child alive. Everything is written and nothing needs a shutdown.
    // System.exit would first start the JDK's logging, which takes up to a third of a short launch.
    Runtime.getRuntime().halt(0);
  }

  /**
   * Runs all phases up to the first invoke, for a host that has a main of its own. The boot ends when this is called.
   *
   * @return what answers events
   */
  public final HandlerInstance ready(String fixture, String modulePath, String entryWord, String importsPath)
      throws PhaseException {
    stamps[0] = System.nanoTime();
    makeReady(fixture, modulePath, null, entryWord, importsPath);
    return handler;
  }

  /** Writes the last response and the report, and ends the process: for a host that has a main of its own. */
  public final void end(byte[] response) throws IOException {
    stamps[phase] = System.nanoTime();
    end(response, null);
  }

  /** Answers events of a Lambda Runtime API. Returns the last response. */
  private byte[] serve(String[] args) throws PhaseException, IOException {
    int events = (int) number(args, EXTRAS_AT + 2, MOST_CALLS);
    try (RuntimeApi api = new RuntimeApi(args[EXTRAS_AT + 1])) {
      try {
        makeReady(args[0], args[1], null, args[3], args[4]);
      } catch (PhaseException failure) {
        api.failInit(failure);
        throw failure;
      }
      try {
        byte[] response = api.serve(handler, events);
        stamps[phase] = System.nanoTime();
        return response;
      } catch (Throwable failure) {
        throw failed(args[0], failure);
      }
    }
  }

  /** Runs all phases up to the response and stamps the end of each. */
  public final byte[] firstResponse(String fixture, String modulePath, String eventPath, String entryWord,
      String importsPath) throws PhaseException {
    makeReady(fixture, modulePath, eventPath, entryWord, importsPath);
    try {
      byte[] response = handler.handle(event);
      stamps[phase] = System.nanoTime();
      return response;
    } catch (Throwable failure) {
      throw failed(fixture, failure);
    }
  }

  /**
   * Runs all phases up to the first invoke, and stamps the end of each.
   *
   * @param eventPath null if no event is to be read
   */
  private void makeReady(String fixture, String modulePath, String eventPath, String entryWord, String importsPath)
      throws PhaseException {
    try {
      entry = entryWord;
      phase++;
      byte[] wasm = read(modulePath);
      if (eventPath != null) {
        event = read(eventPath);
      }
      if (!importsPath.equals(NO_IMPORTS)) {
        imports = ProvidedImports.read(importsPath);
      }
      runtime = open();
      stamps[phase] = System.nanoTime();

      phase++;
      ParsedModule parsed = runtime.parse(fixture, wasm, imports == null ? null : imports.wasi());
      stamps[phase] = System.nanoTime();

      phase++;
      CompiledModule compiled = parsed.compile();
      stamps[phase] = System.nanoTime();

      phase++;
      if (imports != null) {
        imports.provideTo(compiled);
      }
      handler = instantiate(runtime, compiled, entry, imports);
      module = compiled;
      stamps[phase] = System.nanoTime();

      phase++;
    } catch (Throwable failure) {
      throw failed(fixture, failure);
    }
  }

  private PhaseException failed(String fixture, Throwable failure) {
    return new PhaseException(fixture, Phase.values()[phase], imports == null ? failure : imports.explained(failure));
  }

  /**
   * Applies the optional arguments. It runs after the handler has returned and loads no class, so a control's delay is
   * the only difference from the arm that it controls.
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
      } else if (word.equals(RUNTIME_API)) {
        // Obeyed before. Its values follow.
        next += 2;
      } else if (word.equals(ANOTHER)) {
        others = (int) number(args, next++, MOST_INSTANCES);
      } else {
        throw new IllegalArgumentException("a child has no argument \"" + word + "\"");
      }
    }
  }

  /** Makes the further calls or instances that were asked for and adds their cost to the report. */
  private void goOn(String eventPath, byte[] response, ChildReport report) throws IOException {
    if (calls > 0) {
      FurtherCalls.make(handler, read(eventPath), response, calls, callsMs, report);
    } else if (instances > 0) {
      LiveInstances.make(this, handler, read(eventPath), response, instances, report);
    } else if (others > 0) {
      FurtherInstances.make(this, read(eventPath), response, others, report);
    }
  }

  /** One more instance of the module. */
  final HandlerInstance another() throws Exception {
    return instantiate(runtime, module, entry, imports);
  }

  /** Moves the last stamp later by {@code busyNs}. It spins, because sleeping would let other threads run. */
  private void beBusy(long busyNs) {
    long fromNs = stamps[phase];
    long nowNs = fromNs;
    while (nowNs - fromNs < busyNs) {
      nowNs = System.nanoTime();
    }
    stamps[phase] = nowNs;
  }

  /** The argument at that index as a number from 0 to {@code most}. */
  private static long number(String[] args, int at, long most) {
    try {
      long number = Long.parseLong(at < args.length ? args[at] : "");
      if (number >= 0 && number <= most) {
        return number;
      }
    } catch (IllegalArgumentException noNumber) {
      // Reported below. Catching NumberFormatException would make the verifier load that class in every child.
    }
    String found = at < args.length ? args[at] : "nothing";
    throw new IllegalArgumentException(
        "a child's argument " + at + " must be a number from 0 to " + most + ", found " + found);
  }

  /** Response and newline in one array, written at once: the parent stops its clock at the newline. */
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
