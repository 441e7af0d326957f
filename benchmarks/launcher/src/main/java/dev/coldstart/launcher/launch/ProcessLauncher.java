package dev.coldstart.launcher.launch;

import dev.coldstart.launcher.launch.ChildProcess.Seen;
import dev.coldstart.launcher.plan.PlannedArm;
import dev.coldstart.results.Launch;
import dev.coldstart.spi.ColdStart;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Launches real children, each with a temporary folder of its own that is removed outside the clock. */
public final class ProcessLauncher implements LaunchDriver, AutoCloseable {

  private static final int MOST_ERROR_BYTES_SHOWN = 600;

  private final ChildProcess children = new ChildProcess();
  private final Preparations preparations;
  private final Path workFolder;
  private final Duration timeout;
  private final Map<String, byte[]> expected = new HashMap<>();

  /**
   * @param workFolder where the children's temporary folders go
   * @param timeout how long one child may take
   */
  public ProcessLauncher(Preparations preparations, Path workFolder, Duration timeout) {
    this.preparations = preparations;
    this.workFolder = workFolder;
    this.timeout = timeout;
  }

  @Override
  public Launched launch(PlannedArm arm, Slot slot) throws IOException {
    Path folder = Files.createTempDirectory(workFolder, "launch-");
    try {
      return launch(arm, slot, folder);
    } finally {
      Folders.delete(folder);
    }
  }

  private Launched launch(PlannedArm arm, Slot slot, Path folder) throws IOException {
    byte[] response = expected.computeIfAbsent(arm.fixture().id(), id -> arm.fixture().coldEvent().expected());
    ChildCommand child = command(arm, folder);
    List<String> command = new ArrayList<>(child.words());
    // Each time where that is cheap: a program can be replaced by another under the same name.
    if (slot.block() == 0 || arm.configuration().program().isPresent()) {
      command.add(ColdStart.IDENTIFY);
    }
    Path errors = folder.resolve("stderr");
    long startedAtMs = System.currentTimeMillis();
    Seen seen = children.run(command, child.unset(), folder, errors, response.length, timeout);

    Optional<Reported> reported = Reported.parse(seen.rest());
    Optional<String> broken =
        ValidityRules.broken(seen, response, reported, Proof.of(arm.configuration()), lastErrors(errors), timeout);
    if (broken.isEmpty() && arm.cache().isPresent()) {
      broken = ValidityRules.unusedCache(reported.get(), preparations.cache(arm));
    }
    Launch launch =
        broken.isPresent()
            ? invalid(arm, slot, startedAtMs, seen, broken.get())
            : valid(arm, slot, startedAtMs, seen, reported.get());
    return new Launched(launch, reported.map(Reported::engine).orElse(null));
  }

  private ChildCommand command(PlannedArm arm, Path folder) {
    return new ChildCommand(arm, preparations.folder(arm), preparations.cache(arm), folder);
  }

  private static Launch valid(PlannedArm arm, Slot slot, long startedAtMs, Seen seen, Reported reported) {
    long[] stampsNs = reported.stampsNs();
    return new Launch(
        slot.block(),
        slot.position(),
        arm.id(),
        arm.fixture().id(),
        slot.warmup(),
        true,
        null,
        startedAtMs,
        seen.respondedNs() - seen.startedNs(),
        seen.exitedNs() - seen.startedNs(),
        Phases.of(seen.startedNs(), stampsNs, seen.respondedNs(), arm.configuration().fused()),
        seen.respondedNs() - stampsNs[stampsNs.length - 1],
        reported.number("cpuNs"),
        reported.number("runQueueNs"),
        reported.number("peakRssBytes"),
        reported.number("majorFaults"),
        reported.number("classesLoaded"),
        reported.number("classesFromArchive"),
        reported.number("jitNs"),
        reported.number("gcNs"),
        seen.exitCode());
  }

  /** Times of a launch that does not count are left out, but for the time until its end, which explains a hang. */
  private static Launch invalid(PlannedArm arm, Slot slot, long startedAtMs, Seen seen, String reason) {
    return new Launch(
        slot.block(),
        slot.position(),
        arm.id(),
        arm.fixture().id(),
        slot.warmup(),
        false,
        reason,
        startedAtMs,
        null,
        seen.exitedNs() - seen.startedNs(),
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        seen.killed() ? null : Integer.valueOf(seen.exitCode()));
  }

  /** The end of what a child said to standard error, on one line. */
  private static String lastErrors(Path file) throws IOException {
    try (RandomAccessFile errors = new RandomAccessFile(file.toFile(), "r")) {
      long from = Math.max(0, errors.length() - MOST_ERROR_BYTES_SHOWN);
      errors.seek(from);
      byte[] end = new byte[(int) (errors.length() - from)];
      errors.readFully(end);
      return Shown.endOf(new String(end, StandardCharsets.UTF_8), MOST_ERROR_BYTES_SHOWN);
    }
  }

  @Override
  public List<String> leftBehind() {
    return children.leftBehind();
  }

  @Override
  public void close() {
    children.close();
  }
}
