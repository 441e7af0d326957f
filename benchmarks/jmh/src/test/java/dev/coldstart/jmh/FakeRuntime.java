package dev.coldstart.jmh;

import dev.coldstart.spi.CompiledModule;
import dev.coldstart.spi.HandlerInstance;
import dev.coldstart.spi.ParsedModule;
import dev.coldstart.spi.Wasi;
import dev.coldstart.spi.WasmRuntime;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * Answers an event with the event itself, or fails as the property {@link #FAILURE} asks. Logs the stages it opens and
 * closes if {@link #TRACE} names a file.
 */
public final class FakeRuntime implements WasmRuntime {

  static final String FAILURE = "fake.failure";
  static final String TRACE = "fake.trace";

  enum Failure {
    NONE,
    WRONG_ANSWER,
    EXIT_42,
    HALT_0,
    HANG,
    /** Throws an exception of a class that only the fork has. */
    TRAP
  }

  public FakeRuntime() {
    trace("load " + System.getProperty("java.class.path"));
  }

  @Override
  public String engine() {
    return "fake 1";
  }

  @Override
  public ParsedModule parse(String fixture, byte[] wasm, Wasi wasi) {
    trace("parse " + fixture);
    return new Module();
  }

  @Override
  public void close() {
    trace("close runtime");
  }

  private static void trace(String event) {
    String file = System.getProperty(TRACE);
    if (file != null) {
      try {
        Files.writeString(Path.of(file), event + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  private static final class Module implements ParsedModule {
    @Override
    public CompiledModule compile() {
      trace("compile");
      return new Compiled();
    }

    @Override
    public void close() {
      trace("close parsed");
    }
  }

  private static final class Compiled implements CompiledModule {
    @Override
    public HandlerInstance handler() {
      trace("instantiate");
      return new Instance();
    }

    @Override
    public void close() {
      trace("close compiled");
    }
  }

  private static final class Instance implements HandlerInstance {
    private final Failure failure = Failure.valueOf(System.getProperty(FAILURE, "NONE"));

    @Override
    public byte[] handle(byte[] event) throws Exception {
      trace("handle");
      switch (failure) {
        case WRONG_ANSWER -> {
          return new byte[] {'?'};
        }
        case EXIT_42 -> System.exit(42);
        case HALT_0 -> Runtime.getRuntime().halt(0);
        case HANG -> hang();
        case TRAP -> throw (Exception) Class.forName("Trap").getDeclaredConstructor().newInstance();
        case NONE -> System.err.println("fake handled an event");
      }
      return event.clone();
    }

    @Override
    public void close() {
      trace("close instance");
    }

    /** Ignores interrupts, like a loop inside an engine. */
    private static void hang() {
      while (true) {
        Thread.onSpinWait();
      }
    }
  }
}
