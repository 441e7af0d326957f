package dev.coldstart.launcher.run;

import dev.coldstart.fixtures.Fixture;
import dev.coldstart.launcher.catalog.Configuration;
import dev.coldstart.launcher.launch.ChildCommand;
import dev.coldstart.launcher.launch.LaunchDriver.Launched;
import dev.coldstart.launcher.launch.Preparations;
import dev.coldstart.launcher.plan.PlannedArm;
import dev.coldstart.results.Arm;
import dev.coldstart.results.Manifest;
import dev.coldstart.results.Manifest.FixtureFacts;
import dev.coldstart.results.RunFolder;
import dev.coldstart.results.RunWriter;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What is known of a run while it is on, written down as it becomes known. */
final class RunRecord implements AutoCloseable {

  /** Stand in a recorded command line for folders that come and go with the run. */
  private static final Path LAUNCH_FOLDER = Path.of("<launch>");

  private static final Path PREPARED_FOLDER = Path.of("<prepared>");

  private final RunRequest request;
  private final List<PlannedArm> arms;
  private final Preparations preparations;
  private final Instant startedAt;
  private final Map<String, String> engines = new HashMap<>();
  private final Map<PlannedArm, String> notRun = new HashMap<>();
  private final List<String> notes = new ArrayList<>();
  private final RunWriter writer;
  private StopRule stoppedBy;

  /** Creates the run's folder; nothing has been launched by then. */
  RunRecord(RunRequest request, List<PlannedArm> arms, Preparations preparations) {
    this.request = request;
    this.arms = arms;
    this.preparations = preparations;
    this.startedAt = Instant.now();
    for (PlannedArm arm : arms) {
      arm.cannotRun().ifPresent(reason -> notRun(arm, reason));
    }
    this.writer = RunWriter.create(request.out(), manifest(RunIds.at(startedAt, request.out()), null));
  }

  RunFolder folder() {
    return writer.folder();
  }

  /** The arms that nothing speaks against so far. */
  List<PlannedArm> running() {
    return arms.stream().filter(arm -> !notRun.containsKey(arm)).toList();
  }

  void notRun(PlannedArm arm, String reason) {
    notRun.put(arm, reason);
  }

  /** Something that a reader of the numbers must know. */
  void note(String what) {
    notes.add(what);
  }

  void append(Launched launched) {
    writer.append(launched.launch());
    if (launched.engine() != null) {
      engines.putIfAbsent(launched.launch().arm(), launched.engine());
    }
  }

  /** The rule that ended the launches. */
  void stoppedBy(StopRule rule) {
    stoppedBy = rule;
  }

  /** Writes down what is known by now. */
  void save() {
    writer.update(manifest(folder().id(), null));
  }

  void end() {
    writer.update(manifest(folder().id(), Instant.now()));
  }

  private Manifest manifest(String runId, Instant endedAt) {
    Checkout checkout = Checkout.of(request.home().root());
    return new Manifest(
        Manifest.SCHEMA,
        runId,
        startedAt,
        endedAt,
        stoppedBy == null ? null : stoppedBy.id(),
        request.commandLine(),
        Version.ofThis(),
        checkout.commit(),
        checkout.clean(),
        request.plan(),
        Machines.here(),
        arms.stream().map(PlannedArm::jdk).distinct().map(jdk -> new Manifest.Jdk(jdk.id(), jdk.version(), jdk.vendor())).toList(),
        arms.stream().map(PlannedArm::fixture).distinct().map(RunRecord::facts).toList(),
        arms.stream().map(this::recorded).toList(),
        List.copyOf(notes),
        null,
        null);
  }

  private static FixtureFacts facts(Fixture fixture) {
    return new FixtureFacts(
        fixture.id(),
        fixture.title(),
        fixture.standsFor(),
        fixture.wasm().length,
        fixture.sha256(),
        fixture.coldEvent().name(),
        fixture.coldEvent().expected().length);
  }

  private Arm recorded(PlannedArm arm) {
    Configuration configuration = arm.configuration();
    String reason = notRun.get(arm);
    return new Arm(
        arm.id(),
        configuration.runtime(),
        configuration.runtimeLabel(),
        configuration.id(),
        configuration.label(),
        arm.profile().id(),
        arm.jdk().id(),
        arm.fixture().id(),
        configuration.baseline() && arm.control() == null,
        arm.control(),
        configuration.fused(),
        engines.get(arm.id()),
        reason == null ? command(arm) : List.of(),
        preparations.cost(arm),
        reason);
  }

  /** The child's command line, with what differs between machines named: a run's folder is there to be shown to others. */
  private List<String> command(PlannedArm arm) {
    return new ChildCommand(arm, PREPARED_FOLDER, LAUNCH_FOLDER)
        .words().stream()
            .map(word -> word.replace(request.home().root().toString(), "<coldstart>"))
            .map(word -> word.replace(arm.jdk().home().toString(), "<" + arm.jdk().id() + ">"))
            .toList();
  }

  @Override
  public void close() {
    writer.close();
  }
}
