package dev.coldstart.jmh;

import dev.coldstart.child.ColdStart;
import dev.coldstart.child.ProvidedImports;
import dev.coldstart.spi.CompiledModule;
import dev.coldstart.spi.HandlerInstance;
import dev.coldstart.spi.ParsedModule;
import dev.coldstart.spi.WasmRuntime;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/**
 * The state of a handler on its way to a response: the files that the fork has read, and each stage it has opened. A
 * subclass is named after the last stage that is open when the measured operation begins.
 *
 * <p>System properties say what to run, because JMH would vary parameters, and a path is not a parameter. The two
 * parameters are labels that JMH copies into its result.
 */
@State(Scope.Benchmark)
public abstract class Stages {

  static final String CHILD = "coldstart.child";
  static final String MODULE = "coldstart.module";
  static final String EVENT = "coldstart.event";
  static final String EXPECTED = "coldstart.expected";
  static final String ENTRY = "coldstart.entry";
  static final String IMPORTS = "coldstart.imports";

  @Param("")
  public String configuration;

  @Param("")
  public String fixture;

  byte[] wasm;
  WasmRuntime runtime;
  ParsedModule parsed;
  CompiledModule compiled;
  private byte[] event;
  private String entry;
  private ProvidedImports imports;
  private byte[] expected;
  private HandlerInstance instance;
  private byte[] response;

  /** One set-up for all stages, because JMH does not define an order between set-ups of the same level. */
  @Setup
  public void reach() throws Exception {
    open();
  }

  /** Opens the stages before the measured operation. This base class only reads files and touches no engine class. */
  void open() throws Exception {
    wasm = bytes(MODULE);
    event = bytes(EVENT);
    expected = bytes(EXPECTED);
    entry = property(ENTRY);
    imports = property(IMPORTS).equals(ColdStart.NO_IMPORTS) ? null : ProvidedImports.read(property(IMPORTS));
  }

  final WasmRuntime load() throws Exception {
    runtime = ((ColdStart) Class.forName(property(CHILD)).getDeclaredConstructor().newInstance()).open();
    return runtime;
  }

  final ParsedModule parse() throws Exception {
    parsed = runtime.parse(fixture, wasm, imports == null ? null : imports.wasi());
    return parsed;
  }

  final CompiledModule compile() throws Exception {
    compiled = parsed.compile();
    return compiled;
  }

  final HandlerInstance instantiate() throws Exception {
    if (imports != null) {
      imports.provideTo(compiled);
    }
    instance = another();
    return instance;
  }

  /** One more instance, which the caller closes. */
  final HandlerInstance another() throws Exception {
    return ColdStart.instantiate(runtime, compiled, entry, imports);
  }

  final byte[] invoke() throws Exception {
    response = instance.handle(event);
    return response;
  }

  final void check() {
    if (!Arrays.equals(expected, response)) {
      throw new IllegalStateException("wrong response: expected=" + text(expected) + " actual=" + text(response));
    }
  }

  /** Closes all open stages in reverse order. A fused stage may be the same object as the stage before it. */
  @TearDown
  public void close() throws Exception {
    AutoCloseable closed = null;
    for (AutoCloseable stage : new AutoCloseable[] {instance, compiled, parsed, runtime}) {
      if (stage != null && stage != closed) {
        stage.close();
      }
      closed = stage;
    }
  }

  private static byte[] bytes(String property) throws IOException {
    return Files.readAllBytes(Path.of(property(property)));
  }

  private static String property(String name) {
    String value = System.getProperty(name);
    if (value == null) {
      throw new IllegalStateException("the fork needs -D" + name + "=...");
    }
    return value;
  }

  private static String text(byte[] bytes) {
    return bytes == null ? "none" : new String(bytes, StandardCharsets.UTF_8);
  }

  public static class Read extends Stages {}

  public static class Loaded extends Read {

    @Override
    void open() throws Exception {
      super.open();
      load();
    }
  }

  public static class Parsed extends Loaded {

    @Override
    void open() throws Exception {
      super.open();
      parse();
    }
  }

  public static class Compiled extends Parsed {

    @Override
    void open() throws Exception {
      super.open();
      compile();
    }
  }

  public static class Instantiated extends Compiled {

    @Override
    void open() throws Exception {
      super.open();
      instantiate();
    }

    @TearDown(Level.Iteration)
    public void checkLast() {
      check();
    }
  }

  /** An instance that has already answered once, correctly. */
  public static class Answered extends Instantiated {

    @Override
    void open() throws Exception {
      super.open();
      invoke();
      check();
    }
  }
}
