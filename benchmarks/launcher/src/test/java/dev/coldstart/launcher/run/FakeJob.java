package dev.coldstart.launcher.run;

import dev.coldstart.fixtures.Entry;
import dev.coldstart.fixtures.Fixture.Event;
import dev.coldstart.fixtures.Fixture;
import dev.coldstart.fixtures.Twin;
import dev.coldstart.launcher.TemporaryFolder;
import dev.coldstart.launcher.catalog.Catalog;
import dev.coldstart.launcher.catalog.Checkout;
import dev.coldstart.launcher.catalog.Configuration;
import dev.coldstart.launcher.catalog.Jdk;
import dev.coldstart.launcher.catalog.Jdks;
import dev.coldstart.launcher.catalog.JvmArgs;
import dev.coldstart.launcher.catalog.Profile;
import dev.coldstart.launcher.catalog.Requirements;
import dev.coldstart.launcher.catalog.SampleCatalog;
import dev.coldstart.launcher.child.CheckedChildren.Answer;
import dev.coldstart.launcher.jmh.JmhPlan;
import dev.coldstart.launcher.jmh.JmhRun;
import dev.coldstart.launcher.loop.FakeDriver;
import dev.coldstart.launcher.machine.FakeGuards;
import dev.coldstart.launcher.machine.PageCache;
import dev.coldstart.launcher.machine.ProcessLimits;
import dev.coldstart.launcher.plan.Controls;
import dev.coldstart.launcher.plan.PlannedArm;
import dev.coldstart.launcher.plan.SampleArms;
import dev.coldstart.launcher.plan.Selection;
import dev.coldstart.launcher.scenario.FakeScenarios;
import dev.coldstart.launcher.scenario.LaunchDriver;
import dev.coldstart.launcher.scenario.Scenario;
import dev.coldstart.record.Guards;
import dev.coldstart.record.Manifest;
import dev.coldstart.record.Shard;
import dev.coldstart.record.text.Commands;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** A complete job on real files that starts no process. */
final class FakeJob {
  private static final byte[] EMPTY_MODULE = {0, 'a', 's', 'm', 1, 0, 0, 0};
  /** Of the fixture that is no control, if there are builds. */
  static final String SECOND_EVENT = "01-second";
  static final Duration BUDGET = Duration.ofHours(1);

  final FakeDriver driver = new FakeDriver();
  final FakeScenarios scenarioDriver = new FakeScenarios();
  final List<String> observed = new ArrayList<>();
  final Path lock;
  int blocks = 3;
  List<Manifest.Scenario> scenarios = List.of();
  Manifest.Sparse sparse;
  Shard shard;
  List<String> profiles = List.of();
  boolean withProgram;
  List<String> fixtures = List.of();
  String jdkVersion = "25.0.3+9";

  /** The version of another JDK 25 in the catalog. Null for none. */
  String newerJdkVersion;

  List<String> profileArgs = List.of("-Xshare:auto");
  String response = "{}";

  /** The responses of a fixture without one, by configuration. Null if its response is known; a null value fails. */
  Map<String, String> answers;

  /** Whether a configuration without an answer was ended by a limit. */
  boolean atLimit;

  /** Builds with a configuration's name and their own. */
  List<String> builds = List.of();

  /** Configurations and events that they answer otherwise than expected, with a space between. */
  List<String> wrong = List.of();

  /** The configurations that were asked for an answer, in that order. */
  final List<String> asked = new ArrayList<>();

  Supplier<Guards> guards = new FakeGuards(block -> FakeGuards.quiet());
  List<Manifest.Spawn> spawns = List.of(new Manifest.Spawn("POSIX_SPAWN", true, 1_230_000, 30));
  Consumer<Integer> beforeFork = number -> {};
  boolean failingForks;
  volatile long freeBytes = 1L << 40;
  Path workFolder;
  private final Path folder;
  private final Analysis analysis;
  private final ByteArrayOutputStream said = new ByteArrayOutputStream();

  /** @param folder an empty folder; jobs with the same folder share checkout and runs */
  FakeJob(Path folder) {
    this(folder, new FakeAnalysis());
  }

  FakeJob(Path folder, Analysis analysis) {
    this.folder = folder;
    this.analysis = analysis;
    this.lock = folder.resolve("lock");
  }

  Path out() {
    return folder.resolve("out");
  }

  Checkout home() {
    return new Checkout(folder, folder.resolve("wasm-fixtures"));
  }

  /** All lines printed to the console. */
  List<String> said() {
    return said.toString(StandardCharsets.UTF_8).lines().toList();
  }

  int begin() throws IOException {
    Catalog catalog = catalog();
    return job(() -> RunStart.create(request(), catalog)).execute();
  }

  int resume(Path run) throws IOException {
    return resume(run, null);
  }

  int resume(Path run, Duration budget) throws IOException {
    Catalog catalog = catalog();
    return job(() -> RunStart.resume(home(), run, budget, catalog)).execute();
  }

  MainJob job(Supplier<RunStart> beginning) {
    return new MainJob(beginning, tools(), progress(), null, true);
  }

  RunRequest request() {
    return new RunRequest(home(),
        new Selection(fixtures, List.of(), List.of(), profiles, List.of(), Controls.STANDARD)::from,
        new RunRequest.Size(Preset.QUICK, blocks, null, scenarios, BUDGET, sparse, 1, shard), 1,
        ProcessLimits.of(Duration.ofSeconds(5)), PageCache.WARM, out(), List.of("run"));
  }

  /** The only run. */
  Path run() throws IOException {
    try (var entries = Files.list(out())) {
      return entries.filter(entry -> Files.isDirectory(entry) && !Files.isSymbolicLink(entry))
          .findFirst()
          .orElseThrow();
    }
  }

  /** The command that resumes a run. */
  static String toGoOn(Path run) {
    return Commands.here().coldstart("run", "--resume", run.toString());
  }

  RunSeries series() throws IOException {
    return new RunSeries(catalog(), tools(), progress());
  }

  private Progress progress() {
    return new Progress(new PrintStream(said, true, StandardCharsets.UTF_8), 0, 0, driver::nowNs);
  }

  private RunContext.Tools tools() {
    return new RunContext.Tools(context -> {
      workFolder = context.workFolder();
      return new Both();
    }, (context, plan, size, listener) -> observe(plan, context.record().folder().jmh(), listener), analysis,
        run -> guards, interrupted -> spawns, driver::nowNs, lock, folder.resolve("caches"), new TemporaryFolder(
            Path.of(System.getProperty("java.io.tmpdir")), folder.resolve("no-mounts"), place -> freeBytes));
  }

  /** Combines the drivers of the headline and of the scenarios. */
  private final class Both implements LaunchDriver {

    private LaunchDriver last = driver;

    @Override
    public Made launch(Step step, Slot slot) throws IOException {
      last = step.scenario() == Scenario.FIRST_RESPONSE ? driver : scenarioDriver;
      return last.launch(step, slot);
    }
    @Override
    public Answer answer(PlannedArm arm) {
      asked.add(arm.configuration().id());
      if (answers == null) {
        return new Answer(wrong.contains(arm.configuration().id() + " " + arm.fixture().coldEvent().name())
            ? "else".getBytes(StandardCharsets.UTF_8)
            : arm.fixture().coldEvent().expected(), null);
      }
      String text = answers.get(arm.configuration().id());
      return text == null
          ? new Answer(null, "failed in the phase compile", atLimit)
          : new Answer(text.getBytes(StandardCharsets.UTF_8), null);
    }

    @Override
    public List<String> leftBehind() {
      return last.leftBehind();
    }
  }

  private int observe(JmhPlan plan, Path results, JmhRun.Listener listener) throws IOException {
    for (JmhPlan.Fork fork : plan.forks()) {
      beforeFork.accept(observed.size() + 1);
      if (failingForks) {
        listener.failed(fork, "Could not reserve enough space");
        continue;
      }
      Files.writeString(results.resolve(fork.name() + ".json"), "[]");
      observed.add(fork.name());
    }
    return 0;
  }

  Catalog catalog() throws IOException {
    Path stage = Files.createDirectories(folder.resolve("stage"));
    Files.writeString(stage.resolve("classpath"), "");
    Files.writeString(stage.resolve("child.script"), "");
    List<Configuration> configurations = new ArrayList<>(
        List.of(SampleArms.configuration("base.plain", true, stage), SampleArms.configuration("fast.jit", false, stage),
            SampleArms.configuration("slow.interpreter", false, stage)));
    builds.forEach(id -> configurations.add(SampleArms.configuration(id, false, stage)));
    if (withProgram) {
      configurations.add(SampleArms.withProgram(SampleArms.configuration("script.run", false, stage), "sh"));
    }
    return SampleCatalog.of(List.of(fixture("control", true), fixture("hello", false)), configurations,
        new Profile("default", "Default", JvmArgs.of(Map.of(17, profileArgs)), new Requirements(null, null, null),
            Optional.empty(), List.of(), Optional.empty()),
        jdks());
  }

  private Jdks jdks() {
    Jdk jdk = new Jdk(folder.resolve("jdk"), 25, jdkVersion, "A vendor");
    return newerJdkVersion == null
        ? SampleCatalog.jdks(jdk)
        : new Jdks(List.of(new Jdk(folder.resolve("newer"), 25, newerJdkVersion, "A vendor")), List.of(jdk), List.of());
  }

  private Fixture fixture(String id, boolean control) throws IOException {
    Path module = folder.resolve(id + ".wasm");
    Path expected = folder.resolve(id + ".expected.json");
    Files.write(module, EMPTY_MODULE);
    if (answers == null || control) {
      Files.writeString(expected, response);
    }
    Event event = new Event("00-get", Files.writeString(folder.resolve(id + ".event.json"), "{}"), expected);
    List<Event> events = new ArrayList<>(List.of(event));
    if (!builds.isEmpty() && !control) {
      events.add(new Event(SECOND_EVENT, event.eventFile(), expected));
    }
    return new Fixture(id, "The fixture " + id, "nothing real", module, Fixture.sha256(EMPTY_MODULE), control, false,
        Twin.BUILT_IN, Entry.HANDLER, null, events, null);
  }
}
