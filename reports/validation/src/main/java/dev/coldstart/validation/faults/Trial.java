package dev.coldstart.validation.faults;

import dev.coldstart.launcher.catalog.Checkout;
import dev.coldstart.launcher.machine.Program;
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

/** The environment of one fault: a folder for runs, a temporary folder, and a mark in all of its processes. */
final class Trial implements AutoCloseable {

  /**
   * Shared by all faults of a campaign.
   *
   * @param folder parent of each fault's folder
   * @param jdk that everything runs on
   * @param subject the fixture and the arms of a run, as options
   * @param seed of each run
   * @param undisturbed an undisturbed run of each kind
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

  /** The prefix of the marks of all processes that this campaign starts. */
  static String mark() {
    return ProcessHandle.current().pid() + "-";
  }

  Path folder() {
    return folder;
  }

  /** The folder for runs, which the runs create. */
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

  /** Mounts a separate disk over a folder. */
  SmallDisk disk(Path place) throws IOException {
    disk = SmallDisk.mount(place);
    return disk;
  }

  /** The disk that was mounted. */
  SmallDisk disk() {
    return disk;
  }

  /** The first run in its folder; empty if none has begun. */
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

  /** The first folder of a run, even if it is too damaged to show that the run had begun. */
  Path folderOfRun() throws IOException {
    try (Stream<Path> entries = Files.list(out())) {
      return entries.filter(entry -> !Files.isSymbolicLink(entry) && Files.isDirectory(entry))
          .sorted()
          .findFirst()
          .orElseThrow();
    }
  }

  /** The folder with the run that was killed while it launched, for a fault that is made afterwards. */
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

  /** Starts another user's run: its processes have a different mark. */
  Running startBeside(SmallRun run, Duration timeout, Processes others) throws IOException {
    return launch(run, others, false, run.arguments(bench.subject(), bench.seed(), timeout, out()), List.of());
  }

  Running resume(SmallRun run, Path folder) throws IOException {
    return launch(run, processes, true, List.of("run", "--resume", folder.toString()), List.of());
  }

  private Running launch(SmallRun run, Processes marked, boolean resumed, List<String> arguments, List<String> before)
      throws IOException {
    // A separate session, so that its group can be signalled. Signals that the campaign's caller ignored are reset to
    // their defaults.
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

  /** Copies an undisturbed or interrupted run's folder, with the files next to it, for this trial. */
  void takeOver(Path otherOut) throws IOException {
    // Keeps the link to the newest run a link.
    SystemPrograms.run("cp", "-a", otherOut.toString(), out().toString());
  }

  /** The complete lines in the run's file of launches; empty if there is no file. */
  static List<String> launches(Path run) throws IOException {
    Path file = new RunFolder(run).launches();
    if (!Files.exists(file)) {
      return List.of();
    }
    String text = Files.readString(file, StandardCharsets.ISO_8859_1);
    return text.substring(0, text.lastIndexOf('\n') + 1).lines().toList();
  }

  /** From now on, the launches that the run has reported must be kept. */
  void remember() {
    run().ifPresent(run -> {
      try {
        reported = launches(run);
      } catch (IOException gone) {
        // The launches remembered before still apply.
      }
    });
  }

  void remember(List<String> launches) {
    reported = launches;
  }

  List<String> reported() {
    return reported;
  }

  /** Keeps the folder for an analysis of the failure. */
  void keep() throws IOException {
    kept = true;
    if (disk != null) {
      // The disk is in memory and would be lost.
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
      // Files that are still being written may remain: no reason to fail here.
      SystemPrograms.succeeds("rm", "-rf", folder.toString());
    }
  }
}
