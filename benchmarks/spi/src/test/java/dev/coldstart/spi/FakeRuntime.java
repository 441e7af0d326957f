package dev.coldstart.spi;

/** Answers with the event itself, or fails in the phase that the fixture's id ends with: {@code fails-in-compile}. */
public final class FakeRuntime implements WasmRuntime {

  @Override
  public String engine() {
    return "Fake 1.0\nof two lines";
  }

  @Override
  public ParsedModule parse(String fixture, byte[] wasm) {
    failIfAsked(fixture, Phase.PARSE);
    return () -> compile(fixture);
  }

  private static CompiledModule compile(String fixture) {
    failIfAsked(fixture, Phase.COMPILE);
    return () -> instantiate(fixture);
  }

  private static HandlerInstance instantiate(String fixture) {
    failIfAsked(fixture, Phase.INSTANTIATE);
    return event -> {
      failIfAsked(fixture, Phase.FIRST_INVOKE);
      return event;
    };
  }

  private static void failIfAsked(String fixture, Phase phase) {
    if (fixture.endsWith("-in-" + phase.key())) {
      throw new IllegalStateException("as asked");
    }
  }
}
