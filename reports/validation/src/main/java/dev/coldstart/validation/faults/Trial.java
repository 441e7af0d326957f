package dev.coldstart.validation.faults;

import dev.coldstart.launcher.catalog.Checkout;
import dev.coldstart.launcher.prepare.Program;
import dev.coldstart.record.RunFolder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** One fault's own place: a folder for runs, a temporary folder, and a mark that all of its processes carry. */
final class Trial implements AutoCloseable {

  /**
   * What all faults of a campaign have in common.
   *
   * @param folder in which each has a folder of its own
   * @param jdk that everything runs on
   * @param subject the fixture and the arms of a run, as options
   * @param seed of each run
   * @param undisturbed what each kind of run is where nothing goes wrong
   */
  record Bench(Checkout home, Path folder, FaultyJdk jdk, List<String> subject, long seed,
      Map<SmallRun, Undisturbed> undisturbed) {}

  private final Bench bench;
  private final Path folder;
  private final Processes processes;
  private SmallDisk disk;
  private boolean kept;
  private List<String> reported = List.of();

  Trial(Bench bench, String name) throws IOException {
    this.bench = bench;
    this.folder = Files.createDirectory(bench.folder().resolve(name));
    this.processes = new Processes(mark() + name + ".");
    Files.createDirectory(tmp());
  }

  /** With which the marks of all processes begin that this campaign starts. */
  static String mark() {
    return ProcessHandle.current().pid() + "-";
  }

  Path folder() {
    return folder;
  }

  /** The folder that runs go into; made by them. */
  Path out() {
    return folder.resolve("out");
  }

  Path tmp() {
    return folder.resolve("tmp");
  }

  FaultyJdk jdk() {
    return bench.jdk();
  }

  Checkout home() {
    return bench.home();
  }

  Processes processes() {
    return processes;
  }

  Undisturbed undisturbed(SmallRun of) {
    return bench.undisturbed().get(of);
  }

  /** A disk of its own in the place of a folder. */
  SmallDisk disk(Path place) throws IOException {
    disk = SmallDisk.mount(place);
    return disk;
  }

  /** The disk that was made. */
  SmallDisk disk() {
    return disk;
  }

  /** The first run in its folder; empty as long as none has begun. */
  Optional<Path> run() {
    if (!Files.isDirectory(out())) {
      return Optional.empty();
    }
    try (Stream<Path> entries = Files.list(out())) {
      return entries.filter(entry -> !Files.isSymbolicLink(entry) && new RunFolder(entry).isBegun())
          .sorted()
          .findFirst();
    } catch (IOException | UncheckedIOException gone) {
      return Optional.empty();
    }
  }

  /** The same, whether or not one can see that it was begun. */
  Path folderOfRun() throws IOException {
    try (Stream<Path> entries = Files.list(out())) {
      return entries.filter(entry -> !Files.isSymbolicLink(entry) && Files.isDirectory(entry))
          .sorted()
          .findFirst()
          .orElseThrow();
    }
  }

  /** The folder with the run that was killed while it launched, for a fault that comes afterwards. */
  Path interrupted() {
    return bench.folder().resolve(Campaign.INTERRUPTED).resolve("out");
  }

  Running start(SmallRun run, Duration timeout) throws IOException {
    return start(run, timeout, List.of());
  }

  /**
   * Starts a new run.
   *
   * @param before words before the command, which start it
   */
  Running start(SmallRun run, Duration timeout, List<String> before) throws IOException {
    return launch(run, processes, false, run.arguments(bench.subject(), bench.seed(), timeout, out()), before);
  }

  /** Starts another run, of somebody else: its processes have a mark of their own. */
  Running startBeside(SmallRun run, Duration timeout, Processes others) throws IOException {
    return launch(run, others, false, run.arguments(bench.subject(), bench.seed(), timeout, out()), List.of());
  }

  Running resume(SmallRun run, Path folder) throws IOException {
    return launch(run, processes, true, List.of("run", "--resume", folder.toString()), List.of());
  }

  private Running launch(SmallRun run, Processes marked, boolean resumed, List<String> arguments, List<String> before)
      throws IOException {
    // A session of its own, so that its group can be signalled; and no signal ignored because the campaign's caller
    // did.
    List<String> command = new ArrayList<>(List.of("setsid", "env", "--default-signal=HUP,INT,TERM,XFSZ"));
    command.addAll(before);
    command.add(bench.home().root().resolve("scripts/coldstart").toString());
    command.addAll(arguments);
    ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile());
    builder.environment().keySet().removeAll(Program.CLEARED);
    builder.environment().remove(FaultyJdk.LAUNCH);
    builder.environment().put(Processes.VARIABLE, marked.mark());
    builder.environment().put("JAVA_HOME", bench.jdk().home().toString());
    builder.environment().put("TMPDIR", tmp().toString());
    return Running.start(run, resumed, builder, marked);
  }

  /** Takes an undisturbed or interrupted run's folder, with all that lies beside it, as this trial's own. */
  void takeOver(Path otherOut) throws IOException {
    // The link to the newest run stays one.
    SystemPrograms.run("cp", "-a", otherOut.toString(), out().toString());
  }

  /** The launches that are in the run's file, each a whole line; none where there is no file. */
  static List<String> launches(Path run) throws IOException {
    Path file = new RunFolder(run).launches();
    if (!Files.exists(file)) {
      return List.of();
    }
    String text = Files.readString(file, StandardCharsets.ISO_8859_1);
    return text.substring(0, text.lastIndexOf('\n') + 1).lines().toList();
  }

  /** From now on, what the run has reported done must stay. */
  void remember() {
    run().ifPresent(run -> {
      try {
        reported = launches(run);
      } catch (IOException gone) {
        // Then what was remembered before counts.
      }
    });
  }

  void remember(List<String> launches) {
    reported = launches;
  }

  List<String> reported() {
    return reported;
  }

  /** For those who look for what went wrong: it is not removed. */
  void keep() throws IOException {
    kept = true;
    if (disk != null) {
      // What is in memory would go with it.
      SystemPrograms.run("cp", "-a", disk.place().toString(), folder.resolve("disk").toString());
    }
  }

  @Override
  public void close() throws IOException {
    processes.kill();
    bench.jdk().heal();
    if (disk != null) {
      disk.close();
    }
    if (!kept) {
      // What is still being written to stays: it is no reason to end here.
      SystemPrograms.succeeds("rm", "-rf", folder.toString());
    }
  }
}
