package dev.coldstart.spi;

import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;

/**
 * A child: one fresh JVM, one fixture, one event, one response. Each configuration has a subclass with a {@code main}
 * that calls {@link #answer}.
 *
 * <p>Arguments: the fixture's id, the module's path, the event's path, and {@link #IDENTIFY} where the engine is to be
 * named. To standard output go the response's bytes, a newline, and then a {@link ChildReport}. A failure goes to
 * standard error with fixture and phase, and the exit code is {@link #EXIT_FAILED}.
 *
 * <p>Everything up to the last stamp is measured. Hence no lambda, no string concatenation, no format, no logging, no
 * collection and no reflection there: each loads classes that the handler did not ask for. Creating the adapter by
 * reflection, for one, starts the JDK's method handles, which an engine would have started anyway and plain Java would
 * not. This class alone reads the clock, and nothing stands between a call and the two readings around it. {@code
 * System.nanoTime()} is CLOCK_MONOTONIC on Linux, so that parent and child share its base.
 */
public abstract class ColdStart {

  /** Exit code of a child of which a phase failed; 1 is the JVM's own. */
  public static final int EXIT_FAILED = 3;

  /** Asks the child to name its engine, which may take longer than the launch itself. */
  public static final String IDENTIFY = "identify";

  /** When each phase ended, by {@link Phase#ordinal()}, in ns of {@link System#nanoTime()}. */
  private final long[] stamps = new long[Phase.COUNT];

  /** The adapter in use; null until it is open. */
  private WasmRuntime runtime;

  /** Ordinal of the phase that is running, and of the one that failed. */
  private int phase;

  /** Loads the adapter and creates its engine. */
  public abstract WasmRuntime open() throws Exception;

  /** The whole life of the child; the subclass's {@code main} does nothing before it. */
  protected final void answer(String[] args) throws IOException {
    stamps[0] = System.nanoTime();
    byte[] response = null;
    try {
      response = firstResponse(args[0], args[1], args[2]);
    } catch (PhaseException failure) {
      failure.printStackTrace();
      System.exit(EXIT_FAILED);
    }
    try (FileOutputStream out = new FileOutputStream(FileDescriptor.out)) {
      out.write(terminated(response));
      boolean identify = args.length > 3 && args[3].equals(IDENTIFY);
      ChildReport.write(out, stamps, identify ? runtime : null);
    }
    // An engine's own threads must not keep a finished child alive.
    System.exit(0);
  }

  /** Goes through all phases up to the response, and stamps the end of each. */
  final byte[] firstResponse(String fixture, String modulePath, String eventPath) throws PhaseException {
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
      return response;
    } catch (Throwable failure) {
      throw new PhaseException(fixture, Phase.values()[phase], failure);
    }
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
