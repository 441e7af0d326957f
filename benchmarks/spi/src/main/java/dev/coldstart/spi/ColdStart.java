package dev.coldstart.spi;

import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;

/**
 * The child's main: one fresh JVM, one fixture, one event, one response.
 *
 * <p>Arguments: the adapter's class, the fixture's id, the module's path, the event's path. To standard output go the
 * response's bytes, a newline, and then a {@link ChildReport}. A failure goes to standard error with fixture and phase,
 * and the exit code is {@link #EXIT_FAILED}.
 *
 * <p>Everything up to the last stamp is measured. Hence no lambda, no string concatenation, no format, no logging and
 * no collection there: each loads classes that the handler did not ask for. This class alone reads the clock, and
 * nothing stands between a call and the two readings around it. {@code System.nanoTime()} is CLOCK_MONOTONIC on Linux,
 * so that parent and child share its base.
 */
public final class ColdStart {

  /** Exit code of a child of which a phase failed; 1 is the JVM's own. */
  public static final int EXIT_FAILED = 3;

  /** When each phase ended, by {@link Phase#ordinal()}, in ns of {@link System#nanoTime()}. */
  private final long[] stamps = new long[Phase.COUNT];

  private final String adapter;
  private final String fixture;
  private final String modulePath;
  private final String eventPath;

  /** The adapter in use; null until its constructor has returned. */
  private WasmRuntime runtime;

  /** Ordinal of the phase that is running, and of the one that failed. */
  private int phase;

  ColdStart(String adapter, String fixture, String modulePath, String eventPath) {
    this.adapter = adapter;
    this.fixture = fixture;
    this.modulePath = modulePath;
    this.eventPath = eventPath;
  }

  public static void main(String[] args) throws IOException {
    long bootEnded = System.nanoTime();
    ColdStart start = new ColdStart(args[0], args[1], args[2], args[3]);
    start.stamps[0] = bootEnded;
    byte[] response = null;
    try {
      response = start.firstResponse();
    } catch (PhaseException failure) {
      failure.printStackTrace();
      System.exit(EXIT_FAILED);
    }
    try (FileOutputStream out = new FileOutputStream(FileDescriptor.out)) {
      out.write(terminated(response));
      ChildReport.write(out, start.stamps, start.runtime);
    }
    // An engine's own threads must not keep a finished child alive.
    System.exit(0);
  }

  /** Goes through all phases up to the response, and stamps the end of each. */
  byte[] firstResponse() throws PhaseException {
    try {
      phase++;
      byte[] wasm = read(modulePath);
      byte[] event = read(eventPath);
      runtime = (WasmRuntime) Class.forName(adapter).getDeclaredConstructor().newInstance();
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
