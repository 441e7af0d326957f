package dev.coldstart.runtimes.plainjava;

import dev.coldstart.spi.CompiledModule;
import dev.coldstart.spi.HandlerInstance;
import dev.coldstart.spi.ParsedModule;

final class Twin implements ParsedModule, CompiledModule {

  private final String fixture;

  Twin(String fixture) {
    this.fixture = fixture;
  }

  @Override
  public CompiledModule compile() {
    return this;
  }

  @Override
  public HandlerInstance handler() {
    return new TwinInstance(twin());
  }

  /**
   * Uses no reflection on the name, which takes a third of the time from main to response. See also the class comment
   * of {@link dev.coldstart.child.ColdStart}.
   */
  private Handler twin() {
    return switch (fixture) {
      case "api-event" -> new ApiEvent();
      case "hello", "hello-assemblyscript" -> new Hello();
      case "markdown" -> new Markdown();
      case "noop" -> new Noop();
      case "sha256" -> new Sha256();
      default -> throw new IllegalArgumentException(noTwin());
    };
  }

  private String noTwin() {
    return "no Java twin of fixture " + fixture + ": write one beside " + Twin.class.getName() + " and name it there";
  }

  @Override
  public void close() {}
}
