package dev.coldstart.spi;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coldstart.child.ColdStart;
import dev.coldstart.child.PhaseException;
import dev.coldstart.fixtures.Fixture.Event;
import dev.coldstart.fixtures.Fixture;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The contract of every adapter, checked with every fixture. An adapter's test extends this class and names the child.
 */
public abstract class RuntimeContract {

  private static final int INSTANCES = 300;
  private static final int MOST_MORE = 4;

  /** The child of the configuration under test. */
  protected abstract ColdStart child();

  /** The child that answers for a fixture, if a configuration prepares one for each. */
  protected ColdStart child(Fixture fixture) throws Exception {
    return child();
  }

  /** A new runtime. The test must close it and every stage made from it. */
  protected final WasmRuntime open() throws Exception {
    return child().open();
  }

  /** Another instance, used and closed before, must not affect it. */
  @ParameterizedTest
  @MethodSource("fixtures")
  void shouldAnswerEveryEventTwiceInOneInstanceAndKeepInstancesApart(Fixture fixture) throws Exception {
    Event cold = fixture.coldEvent();
    try (WasmRuntime runtime = child(fixture).open();
      ParsedModule parsed = runtime.parse(fixture.id(), fixture.wasm(), null);
      CompiledModule compiled = parsed.compile();
      HandlerInstance stays = ColdStart.instantiate(runtime, compiled, ColdStart.HANDLER, null)) {
      try (HandlerInstance goes = ColdStart.instantiate(runtime, compiled, ColdStart.HANDLER, null)) {
        assertThat(goes.handle(Files.readAllBytes(cold.eventFile()))).as("response beside another instance")
            .isEqualTo(cold.expected());
      }
      for (Event event : fixture.events()) {
        byte[] bytes = Files.readAllBytes(event.eventFile());
        assertThat(stays.handle(bytes)).as("first response to %s", event.name()).isEqualTo(event.expected());
        assertThat(stays.handle(bytes)).as("second response to %s", event.name()).isEqualTo(event.expected());
      }
    }
  }

  @Test
  void shouldGiveBackWhatInstancesHeld() throws Exception {
    Fixture fixture = smallestFixture();
    try (WasmRuntime runtime = child(fixture).open();
      ParsedModule parsed = runtime.parse(fixture.id(), fixture.wasm(), null);
      CompiledModule compiled = parsed.compile()) {
      // A leak grows with every batch. Memory that the heap and the allocator keep for reuse grows only at first.
      openAndClose(runtime, compiled, fixture.coldEvent(), INSTANCES / 3);
      HeldResources before = HeldResources.ofThisProcess();
      openAndClose(runtime, compiled, fixture.coldEvent(), INSTANCES);
      HeldResources after = HeldResources.ofThisProcess();
      for (int more = 0; more < MOST_MORE && after.isAbove(before, INSTANCES); more++) {
        before = after;
        openAndClose(runtime, compiled, fixture.coldEvent(), INSTANCES);
        after = HeldResources.ofThisProcess();
      }
      after.assertNotAbove(before, INSTANCES);
    }
  }

  private static void openAndClose(WasmRuntime runtime, CompiledModule compiled, Event event, int instances)
      throws Exception {
    byte[] bytes = Files.readAllBytes(event.eventFile());
    for (int i = 0; i < instances; i++) {
      try (HandlerInstance instance = ColdStart.instantiate(runtime, compiled, ColdStart.HANDLER, null)) {
        instance.handle(bytes);
      }
    }
  }

  @Test
  void shouldStateItsEngineAndVersionOnOneLine() throws Exception {
    try (WasmRuntime runtime = open()) {
      assertThat(runtime.engine()).matches("\\S.* .*\\d+\\.\\d+.*");
    }
  }

  protected static List<Fixture> fixtures() {
    List<Fixture> fixtures = Fixture.allIn(ProjectHome.path().resolve("wasm-fixtures"));
    assertThat(fixtures).as("fixtures").isNotEmpty();
    return fixtures;
  }

  static Fixture smallestFixture() {
    return fixtures().stream().min(Comparator.comparingInt(fixture -> fixture.wasm().length)).orElseThrow();
  }

  final byte[] firstResponse(String fixture, Path module, Path event, String entry, String imports)
      throws PhaseException {
    return child().firstResponse(fixture, module.toString(), event.toString(), entry, imports);
  }

  /** Runs all phases as a child does, without the rest of its main. */
  final byte[] firstResponse(String fixture, Path module, Path event, String entry) throws PhaseException {
    return firstResponse(fixture, module, event, entry, ColdStart.NO_IMPORTS);
  }
}
