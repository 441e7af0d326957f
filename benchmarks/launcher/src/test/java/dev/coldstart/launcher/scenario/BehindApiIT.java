package dev.coldstart.launcher.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coldstart.fixtures.Fixture;
import dev.coldstart.fixtures.Fixture.Event;
import dev.coldstart.launcher.catalog.Catalog;
import dev.coldstart.launcher.catalog.Checkout;
import dev.coldstart.launcher.catalog.Configuration;
import dev.coldstart.launcher.catalog.Profile;
import dev.coldstart.launcher.child.CheckedChildren;
import dev.coldstart.launcher.machine.ProcessLimits;
import dev.coldstart.launcher.plan.PlannedArm;
import dev.coldstart.launcher.prepare.Artifacts;
import dev.coldstart.launcher.scenario.LaunchDriver.Slot;
import dev.coldstart.record.LaunchLine;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What becomes of a launch that does not answer: its reason is what AWS Lambda would report. */
@EnabledOnOs(OS.LINUX)
class BehindApiIT {

  private static final Duration TIMEOUT = Duration.ofSeconds(60);

  /** The exports of the handler ABI; {@code handle} is a loop without end. */
  private static final byte[] ENDLESS = HexFormat.of()
      .parseHex("0061736d01000000" + "010c0260017f017f60027f7f017e" + "0303020001" + "0503010001"
          + "071b03066d656d6f7279020005616c6c6f63000006" + "68616e646c650001" + "0a1002040041000b0900"
          + "03400c000b42000b");

  /** The modules with which the adapters are tested. */
  private static final String MODULES = "benchmarks/spi/src/test/resources/dev/coldstart/spi/modules";

  @TempDir
  private Path work;
  private final Checkout home = Checkout.find();
  private final Catalog catalog = Catalog.of(home);
  private final Fixture hello = fixture("hello");

  /** Who takes the events. */
  enum Way {
    BY_ITSELF {
      @Override
      LaunchLine launch(PlannedArm arm, CheckedChildren children) throws IOException {
        return BehindApi.byItself(arm, SLOT, children);
      }
    },
    BY_THE_CLIENT {
      @Override
      LaunchLine launch(PlannedArm arm, CheckedChildren children) throws IOException {
        return ClientLibraryLock.alone(() -> BehindApi.byTheClient(arm, SLOT, children));
      }
    };

    private static final Slot SLOT = new Slot(0, 0, false, null);

    abstract LaunchLine launch(PlannedArm arm, CheckedChildren children) throws IOException;
  }

  /** The handler's answer to a malformed event is its own, and the same on all ways. */
  @ParameterizedTest
  @ValueSource(strings = {"20-malformed-no-bytes", "23-malformed-truncated", "31-malformed-utf-8"})
  void shouldAnswerAMalformedEvent(String name) throws IOException {
    Fixture fixture = fixture("api-event");
    Event event = fixture.events().stream().filter(one -> one.name().equals(name)).findFirst().orElseThrow();
    for (Way way : Way.values()) {
      assertThat(reason(way, with(fixture, fixture.module(), event), "", TIMEOUT)).as(way.name()).isEmpty();
    }
  }

  @ParameterizedTest
  @EnumSource
  void shouldReportAHandlerThatTraps(Way way) throws IOException {
    assertThat(reason(way, module("trap"), "", TIMEOUT)).hasValueSatisfying(
        reason -> assertThat(reason).startsWith("error at event 1: ").contains("errorMessage", "errorType"));
  }

  @ParameterizedTest
  @EnumSource
  void shouldReportAModuleThatCannotBeInstantiated(Way way) throws IOException {
    assertThat(reason(way, module("trap-at-start"), "", TIMEOUT)).hasValueSatisfying(
        reason -> assertThat(reason).startsWith("error before the first event: ").contains("errorMessage"));
  }

  @ParameterizedTest
  @EnumSource
  void shouldReportARuntimeThatEndsBeforeItAsksForAnEvent(Way way) throws IOException {
    assertThat(reason(way, hello, "-XX:+NoSuchOption", TIMEOUT)).hasValueSatisfying(reason -> assertThat(reason)
        .startsWith("Runtime.ExitError: it ended before it asked for an event: exit code 1; it said: ")
        .contains("NoSuchOption"));
  }

  /** The JVM ends itself, after some seconds of the loop. */
  @ParameterizedTest
  @EnumSource
  void shouldReportARuntimeThatEndsWithAnEvent(Way way) throws IOException {
    assertThat(reason(way, endless(), "-XX:SelfDestructTimer=0.1", TIMEOUT)).hasValueSatisfying(
        reason -> assertThat(reason).startsWith("Runtime.ExitError: it ended at event 1: exit code "));
  }

  @ParameterizedTest
  @EnumSource
  void shouldReportARuntimeThatNeverAnswers(Way way) throws IOException {
    assertThat(reason(way, endless(), "", Duration.ofSeconds(5)))
        .hasValueSatisfying(reason -> assertThat(reason).startsWith("Sandbox.Timedout: at event 1: ").contains("5 s"));
  }

  private Fixture endless() throws IOException {
    return with(hello, Files.write(work.resolve("endless.wasm"), ENDLESS), hello.coldEvent());
  }

  private Fixture module(String name) {
    return with(hello, home.root().resolve(MODULES).resolve(name + ".wasm"), hello.coldEvent());
  }

  private Fixture fixture(String id) {
    return catalog.fixtures().stream().filter(fixture -> fixture.id().equals(id)).findFirst().orElseThrow();
  }

  private static Fixture with(Fixture f, Path module, Event event) {
    return new Fixture(f.id(), f.title(), f.standsFor(), module, f.sha256(), f.control(), f.onRequest(), f.twin(),
        f.entry(), f.imports(), List.of(event), f.series());
  }

  /** @param jvmArgument empty for none */
  private Optional<String> reason(Way way, Fixture fixture, String jvmArgument, Duration timeout) throws IOException {
    Profile profile = catalog.profile(jvmArgument.isEmpty() ? "default" : "default+" + jvmArgument);
    Configuration interpreter = catalog.configurations()
        .stream()
        .filter(configuration -> configuration.id().equals("chicory.interpreter"))
        .findFirst()
        .orElseThrow();
    PlannedArm arm = new PlannedArm(interpreter, profile, catalog.jdks().newest(), fixture);
    Artifacts artifacts = new Artifacts(work, work.resolve("caches"));
    try (CheckedChildren children = new CheckedChildren(artifacts, work, ProcessLimits.of(timeout))) {
      LaunchLine line = way.launch(arm, children);
      assertThat(line.valid()).isEqualTo(line.reason() == null);
      assertThat(children.leftBehind()).isEmpty();
      return Optional.ofNullable(line.reason());
    }
  }
}
