package dev.coldstart.command.tune;

import dev.coldstart.launcher.UserError;
import dev.coldstart.launcher.catalog.Checkout;
import dev.coldstart.launcher.catalog.Jdks;
import dev.coldstart.launcher.machine.ProcessLimits;
import dev.coldstart.launcher.run.RunSeries;
import dev.coldstart.record.Manifest;
import dev.coldstart.record.RunData;
import dev.coldstart.record.RunFolder;
import dev.coldstart.record.RunFormatException;
import dev.coldstart.record.Tuning;
import dev.coldstart.record.io.RunReader;
import dev.coldstart.record.io.TuningFolder;
import dev.coldstart.record.text.IoReason;
import dev.coldstart.record.text.Layout;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An interrupted tuning that is to be resumed.
 *
 * @param request the request that began it
 */
public record ResumedTuning(TuningFolder folder, Tuning tuning, TuneRequest request) {

  private static final Pattern JDK = Pattern.compile("jdk([0-9]{1,4})");

  /**
   * Reads a tuning.
   *
   * @throws RunFormatException if the folder holds no tuning, or a damaged one
   * @throws UserError if it cannot be resumed
   */
  public static ResumedTuning of(Path path, Checkout home) {
    TuningFolder folder = new TuningFolder(real(path));
    Tuning tuning = folder.read();
    if (!tuning.isComplete() && (tuning.usedMs() == null || tuning.savedAt() == null || tuning.timeoutMs() == null)) {
      throw unfit("it was written by an older coldstart that recorded less");
    }
    if (!tuning.isComplete() && !Files.isWritable(folder.path())) {
      throw unfit("its folder " + folder.path() + " is write-protected");
    }
    return new ResumedTuning(folder, tuning, request(tuning, folder, home));
  }

  private static Path real(Path path) {
    try {
      return path.toRealPath();
    } catch (IOException e) {
      throw new UserError("no tuning at " + path + " (" + IoReason.of(e) + "); tunings are in " + Layout.here().runs()
          + ", in folders named <time>-tune", e);
    }
  }

  private static TuneRequest request(Tuning tuning, TuningFolder folder, Checkout home) {
    Matcher jdk = JDK.matcher(tuning.jdk());
    if (!jdk.matches()) {
      throw unfit("its JDK " + tuning.jdk() + " is not a JDK's id, such as jdk25");
    }
    return new TuneRequest(home.withRecorded(tuning.fixturesFolder()), tuning.runtime(), tuning.fixture(),
        List.of(jdk(tuning, folder, jdk.group(1))), Duration.ofMillis(tuning.budgetMs()), tuning.blocks(),
        tuning.seed(), limits(tuning), folder.path().getParent(), tuning.commandLine());
  }

  private static ProcessLimits limits(Tuning tuning) {
    Duration time = Duration.ofMillis(tuning.timeoutMs() == null ? 0 : tuning.timeoutMs());
    return tuning.memoryLimitBytes() == null
        ? ProcessLimits.of(time)
        : new ProcessLimits(time, tuning.memoryLimitBytes());
  }

  /**
   * The JDK by the home that the user gave, otherwise by the version that the first round recorded: by now another JDK
   * may be the newest of that feature version.
   */
  private static String jdk(Tuning tuning, TuningFolder folder, String feature) {
    Optional<String> asked = Jdks.asked(tuning.commandLine()).stream().findFirst();
    if (tuning.isComplete() || asked.filter(Jdks::isHome).isPresent()) {
      return asked.orElse(feature);
    }
    return tuning.rounds()
        .stream()
        .map(round -> new RunFolder(folder.path().resolve(round.run())))
        .filter(RunFolder::isBegun)
        .limit(1)
        .flatMap(run -> RunReader.manifest(run.path()).jdks().stream())
        .filter(jdk -> jdk.version() != null)
        .map(Manifest.Jdk::version)
        .findFirst()
        .or(() -> asked)
        .orElse(feature);
  }

  /**
   * The used part of the budget. Only a round's raw data show what it measured after {@code tune.json} was last
   * written.
   */
  Duration used() {
    long lostMs = tuning.rounds()
        .stream()
        .filter(round -> round.standings() == null && new RunFolder(run(round)).isBegun())
        .mapToLong(round -> lastEndMs(RunReader.read(run(round))) - tuning.savedAt().toEpochMilli())
        .sum();
    return Duration.ofMillis(tuning.usedMs() + Math.max(0, lostMs));
  }

  /** The end of the last launch, in ms since 1970. */
  private static long lastEndMs(RunData run) {
    return run.arms()
        .stream()
        .flatMap(arm -> arm.launches().stream())
        .mapToLong(one -> one.startedAtMs() + (one.wallNs() == null ? 0 : Duration.ofNanos(one.wallNs()).toMillis()))
        .max()
        .orElse(0);
  }

  private Path run(Tuning.Round round) {
    return folder.path().resolve(round.run());
  }

  /**
   * Fails if anything differs from the start of an earlier round: its decisions are reused, and later rounds build on
   * them.
   */
  void assertCanGoOn(RunSeries series) {
    List<String> differences = tuning.rounds()
        .stream()
        .filter(round -> round.standings() != null || new RunFolder(run(round)).isBegun())
        .flatMap(round -> series.differences(request.home(), run(round)).stream())
        .distinct()
        .toList();
    if (!differences.isEmpty()) {
      throw new UserError("the tuning " + tuning.id() + " cannot be resumed here: " + String.join("; ", differences)
          + ". Resume it on the machine and with the software of its start, or start a new tuning");
    }
  }

  static UserError unfit(String why) {
    return new UserError("the tuning cannot be resumed: " + why + "; start a new one");
  }

  /** The arguments that resume a tuning. */
  static List<String> toGoOn(Path folder) {
    return List.of("tune", "--resume", folder.toAbsolutePath().toString());
  }
}
