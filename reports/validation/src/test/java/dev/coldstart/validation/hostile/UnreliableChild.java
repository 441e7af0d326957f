package dev.coldstart.validation.hostile;

import dev.coldstart.child.ColdStart;
import dev.coldstart.spi.CompiledModule;
import dev.coldstart.spi.HandlerInstance;
import dev.coldstart.spi.ParsedModule;
import dev.coldstart.spi.Wasi;
import dev.coldstart.spi.WasmRuntime;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;

/** Of each four modules it runs one, rejects one, forgets a check, and then ends the process or hangs, in turn. */
final class UnreliableChild extends ColdStart {

  private static int modules;

  @Override
  public WasmRuntime open() {
    return new Unreliable();
  }

  private static final class Unreliable implements WasmRuntime {

    @Override
    public String engine() {
      return "unreliable";
    }

    @Override
    public ParsedModule parse(String fixture, byte[] wasm, Wasi wasi) throws Exception {
      System.out.println("end\tof nothing");
      switch (++modules) {
        case 1 :
          return () -> new CompiledModule() {
            @Override
            public HandlerInstance handler() {
              return event -> event;
            }
          };
        case 2 :
          throw new IllegalStateException("no type\n7");
        case 3 :
          throw new NullPointerException("because a check is missing");
        default :
          endOrHang();
          throw new AssertionError("not reached");
      }
    }

    private static void endOrHang() throws Exception {
      Path mark = Path.of("has-ended");
      if (Files.exists(mark)) {
        new CountDownLatch(1).await();
      }
      Files.createFile(mark);
      System.err.println("# SIGSEGV");
      Runtime.getRuntime().halt(77);
    }
  }
}
