package dev.coldstart.child;

import dev.coldstart.spi.CompiledModule;
import dev.coldstart.spi.HandlerInstance;
import dev.coldstart.spi.ParsedModule;
import dev.coldstart.spi.Phase;
import dev.coldstart.spi.Wasi;
import dev.coldstart.spi.WasmRuntime;
import java.util.ArrayList;
import java.util.List;

/**
 * Answers with the event itself. The end of the fixture's id asks for a fault: {@code -in-compile} fails in that phase,
 * {@code -at-call-3} fails in that call, {@code -lies-at-3} answers other bytes in that call, {@code -at-instance-3}
 * fails to make that instance, and {@code -lies-from-3} makes that instance answer other bytes. Instances keep a copy
 * of each event with {@code -that-copies}.
 */
public final class FakeRuntime implements WasmRuntime {

  @Override
  public String engine() {
    return "Fake 1.0\nof two lines";
  }

  @Override
  public ParsedModule parse(String fixture, byte[] wasm, Wasi wasi) {
    failIfAsked(fixture, Phase.PARSE);
    return () -> compile(fixture);
  }

  private static CompiledModule compile(String fixture) {
    failIfAsked(fixture, Phase.COMPILE);
    int[] instances = {0};
    return new CompiledModule() {
      @Override
      public HandlerInstance handler() {
        return instance(fixture, ++instances[0]);
      }
    };
  }

  @SuppressWarnings("ModifiedButNotUsed") // The copies only use up memory.
  private static HandlerInstance instance(String fixture, int instance) {
    failIfAsked(fixture, Phase.INSTANTIATE);
    failIf(fixture.endsWith("-at-instance-" + instance));
    int[] calls = {0};
    List<byte[]> copies = new ArrayList<>();
    return event -> {
      failIfAsked(fixture, Phase.FIRST_INVOKE);
      calls[0]++;
      failIf(fixture.endsWith("-at-call-" + calls[0]));
      if (fixture.endsWith("-that-copies")) {
        copies.add(event.clone());
      }
      boolean lies = fixture.endsWith("-lies-at-" + calls[0]) || fixture.endsWith("-lies-from-" + instance);
      return lies ? new byte[0] : event;
    };
  }

  private static void failIfAsked(String fixture, Phase phase) {
    failIf(fixture.endsWith("-in-" + phase.key()));
  }

  private static void failIf(boolean asked) {
    if (asked) {
      throw new IllegalStateException("as asked");
    }
  }
}
