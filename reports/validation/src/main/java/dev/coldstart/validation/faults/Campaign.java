package dev.coldstart.validation.faults;

import dev.coldstart.launcher.UserError;
import dev.coldstart.launcher.catalog.Checkout;
import dev.coldstart.launcher.catalog.Jdks;
import dev.coldstart.record.Manifest;
import dev.coldstart.record.text.Commands;
import dev.coldstart.record.text.Format;
import dev.coldstart.report.text.RunFacts;
import dev.coldstart.validation.faults.FaultsResult.Row;
import dev.coldstart.validation.faults.FaultsResult.Then;
import dev.coldstart.validation.faults.Running.Target;
import dev.coldstart.validation.faults.Trial.Bench;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/**
 * Makes faults one after the other, each in its own real run, and checks the result.
 *
 * @param folder for all files of the campaign and its results
 * @param subject the fixture and the arms of each run, as options
 * @param seed for the choice of faults, and for each run
 * @param count number of faults
 * @param only numbers of the faults to make; empty for all
 */
public record Campaign(Checkout home, Path folder, List<String> subject, long seed, int count, Set<Integer> only) {

  static final String INTERRUPTED = "interrupted";

  /** The folder with the runs. */
  private static final String WORK = "work";

  /** The interrupted run has this many launches, of 8: one block is complete and one is not. */
  private static final int LAUNCHES_BEFORE = 6;

  private static final Duration LOOK_EVERY = Duration.ofMillis(2);

  /** @throws UserError if no fault can be observed on this system */
  public FaultsResult run(Consumer<String> say) throws IOException {
    if (!Files.isDirectory(Path.of("/proc/self"))) {
      throw new UserError("faults are injected and checked through Linux's /proc, which does not exist here");
    }
    Instant startedAt = Instant.now();
    Path work = Files.createDirectories(folder.resolve(WORK));
    Thread cleaning = new Thread(() -> new Processes(Trial.mark()).kill(), "cleaning");
    Runtime.getRuntime().addShutdownHook(cleaning);

    FaultyJdk jdk = FaultyJdk.copyOf(Jdks.installed().newest().home(), work.resolve("jdks/jdk"));
    Bench bench = new Bench(home, work, jdk, subject, seed, new EnumMap<>(SmallRun.class));
    List<String> notMade = new ArrayList<>();
    List<Fault> faults = recipes(work, notMade).draw(seed, count);
    notMade.forEach(what -> say.accept("not injected: " + what));
    say.accept("first, the undisturbed runs");
    undisturbed(bench, chosen(faults));

    FaultsResult result = result(startedAt, bench, notMade);
    for (int number : numbers(faults)) {
      Row row = play(bench, number, faults.get(number - 1));
      result.faults().add(row.named(this::named));
      result.write(folder);
      lines(row).forEach(say);
    }
    if (result.broken().isEmpty()) {
      SystemPrograms.succeeds("rm", "-rf", work.toString());
    }
    return result;
  }

  /** Replaces paths with placeholders, as in a run's folder: the page is meant to be shown to others. */
  private String named(String text) {
    String out = folder.toAbsolutePath().toString();
    return home.named(text.replace(out + "/" + WORK, "<runs>").replace(out, "<out>"));
  }

  private List<Integer> numbers(List<Fault> faults) {
    return IntStream.rangeClosed(1, faults.size())
        .boxed()
        .filter(number -> only.isEmpty() || only.contains(number))
        .toList();
  }

  private List<Fault> chosen(List<Fault> faults) {
    return numbers(faults).stream().map(number -> faults.get(number - 1)).toList();
  }

  private static Recipes recipes(Path work, List<String> notMade) throws IOException {
    Optional<String> noDisk = SmallDisk.whyNot(work);
    noDisk.ifPresent(why -> notMade
        .add("full and write-protected disks, because " + why + "; files with a size limit are used instead"));
    boolean clocks = ClockFault.library().isPresent();
    if (!clocks) {
      notMade.add("a changed clock, because faketime is not installed; on Debian: sudo apt-get install -y faketime");
    }
    return new Recipes(noDisk.isEmpty(), clocks);
  }

  /** One undisturbed run of each kind that a fault is made in. */
  private static void undisturbed(Bench bench, List<Fault> faults) throws IOException {
    for (SmallRun kind : SmallRun.values()) {
      if (kind == SmallRun.LAUNCHES || faults.stream().anyMatch(fault -> fault.run() == kind)) {
        Trial trial = new Trial(bench, "undisturbed-" + kind.words());
        bench.undisturbed().put(kind, Undisturbed.of(kind, trial));
      }
    }
    interrupt(new Trial(bench, INTERRUPTED));
  }

  /** Makes the run that is killed while it launches. */
  private static void interrupt(Trial trial) throws IOException {
    Running running = trial.start(SmallRun.LAUNCHES, SmallRun.TIMEOUT);
    while (!running.isOver() && (trial.run().isEmpty() || Trial.launches(trial.run().get()).size() < LAUNCHES_BEFORE)) {
      Moment.sleep(LOOK_EVERY);
    }
    if (!running.signal("KILL", Target.GROUP)) {
      throw new UserError("the run ended before it could be interrupted: " + running.end().line());
    }
    running.end();
    trial.processes().kill();
  }

  private FaultsResult result(Instant startedAt, Bench bench, List<String> notMade) {
    Manifest manifest = bench.undisturbed().get(SmallRun.LAUNCHES).manifest();
    return new FaultsResult(FaultsResult.SCHEMA, seed, count, startedAt.toString(), RunFacts.commit(manifest),
        RunFacts.machine(manifest.machine()), RunFacts.jdks(manifest.jdks()), notMade, new ArrayList<>());
  }

  /** A fault that the campaign itself cannot handle must not lose the others. */
  private static Row play(Bench bench, int number, Fault fault) throws IOException {
    try (Trial trial = new Trial(bench, "fault-" + number)) {
      Row row;
      try {
        row = new Course(fault, trial).play(number);
      } catch (IOException | RuntimeException e) {
        row = new Row(number, fault.kind(), fault.words(), false, Format.MISSING, Format.MISSING, Then.NOT_SEEN, 0,
            List.of("it could not be checked: " + e));
      }
      if (!row.holds()) {
        trial.keep();
      }
      return row;
    }
  }

  private List<String> lines(Row row) {
    List<String> lines = new ArrayList<>();
    lines.add(String.format(Locale.ROOT, "[%d/%d] %s %s: %s; %s%s, %s; it said: %s", row.number(), count,
        row.holds() ? "ok    " : "BROKEN", row.kind().id(), row.what(), row.late() ? "too late, " : "", row.ended(),
        row.then().words() + " (" + Format.seconds(Duration.ofMillis(row.tookMs())) + ")", row.said()));
    row.broken().forEach(what -> lines.add("    broken: " + what));
    if (!row.holds()) {
      lines.add("    left over: " + folder.resolve("work/fault-" + row.number()));
      lines.add("    to repeat it: " + Commands.here()
          .script("inject-faults", List.of("--faults", "" + count, "--seed", "" + seed, "--only", "" + row.number())));
    }
    return lines;
  }
}
