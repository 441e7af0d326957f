package dev.coldstart.validation.faults;

import dev.coldstart.launcher.machine.Folders;
import dev.coldstart.record.ArmLaunches;
import dev.coldstart.record.Launch;
import dev.coldstart.record.Manifest;
import dev.coldstart.record.RunData;
import dev.coldstart.record.RunFolder;
import dev.coldstart.record.RunFormatException;
import dev.coldstart.record.StopRule;
import dev.coldstart.record.io.RunReader;
import dev.coldstart.report.export.SummaryWriter;
import dev.coldstart.stats.run.Doubt;
import dev.coldstart.stats.run.RunStatus;
import dev.coldstart.stats.run.Summary;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * The conditions that must hold for a finished run, whatever went wrong during it.
 *
 * @param undisturbed outline of an undisturbed run with the same seed
 * @param whole whether every planned launch must count
 * @param neighbours whether the files next to the run must be correct
 */
record Invariants(Trial trial, Outline undisturbed, boolean whole, boolean neighbours) {

  /** For locks and similar files. */
  private static final long MOST_TEMPORARY_BYTES = 1 << 20;

  private static final Set<String> BESIDE_RUNS = Set.of("latest", "index.html");

  /** The violations in a run that ended as it should, in words; empty if there are none. */
  List<String> ofFinished(Path path) throws IOException {
    List<String> broken = new ArrayList<>();
    try {
      RunData run = RunReader.read(path);
      complete(run.manifest(), broken);
      once(run, broken);
      kept(path, broken);
      Outline.of(run).differences(undisturbed, whole).forEach(difference -> broken.add("statistics: " + difference));
      summary(run, broken);
      files(run.folder(), broken);
    } catch (RunFormatException e) {
      broken.add("the run cannot be read: " + e.getMessage());
    }
    if (neighbours) {
      beside(path, broken);
    }
    temporary(broken);
    return broken;
  }

  private static void complete(Manifest manifest, List<String> broken) {
    if (manifest.endedAt() == null || !StopRule.isComplete(manifest.stoppedBy())) {
      broken.add("the run is not complete: endedAt=" + manifest.endedAt() + " stoppedBy=" + manifest.stoppedBy());
    }
  }

  private static void once(RunData run, List<String> broken) {
    Set<List<Object>> places = new HashSet<>();
    run.launched().flatMap(arm -> arm.launches().stream()).forEach(launch -> {
      if (!places.add(List.of(launch.fixture(), launch.block(), launch.position()))) {
        broken.add("a launch is recorded twice: " + launch.fixture() + ", block " + launch.block() + ", position "
            + launch.position());
      }
    });
  }

  /** Checks that each reported launch is still there, once and in its order. */
  void kept(Path run, List<String> broken) throws IOException {
    List<String> now = Trial.launches(run);
    int at = 0;
    for (String line : trial.reported()) {
      int found = now.subList(at, now.size()).indexOf(line);
      if (found < 0) {
        broken.add("a launch that was reported as done is lost: " + line.substring(0, Math.min(120, line.length())));
        return;
      }
      at += found + 1;
    }
  }

  /** Checks that the summary is exactly what the raw data give. */
  private void summary(RunData run, List<String> broken) throws IOException {
    RunFolder again = rawDataAlone(run.folder());
    Summary summary = Summary.of(RunReader.read(again.path()));
    SummaryWriter.write(again, summary);
    for (Path file : List.of(again.summaryJson(), again.summaryCsv())) {
      Path written = run.folder().path().resolve(file.getFileName());
      if (Files.exists(written) && Files.mismatch(file, written) >= 0) {
        broken.add(file.getFileName() + " differs from what the raw data give");
      }
    }
    evidence(run, summary.status(), broken);
  }

  private RunFolder rawDataAlone(RunFolder run) throws IOException {
    Path folder = trial.folder().resolve("again");
    if (Files.exists(folder)) {
      Folders.delete(folder);
    }
    RunFolder again = new RunFolder(Files.createDirectories(folder.resolve(run.id())));
    for (Path file : List.of(run.manifest(), run.launches(), run.blocks())) {
      if (Files.exists(file)) {
        Files.copy(file, again.path().resolve(file.getFileName()));
      }
    }
    if (Files.isDirectory(run.jmh())) {
      Files.createDirectory(again.jmh());
      try (Stream<Path> files = Files.list(run.jmh())) {
        for (Path file : files.toList()) {
          Files.copy(file, again.jmh().resolve(file.getFileName()));
        }
      }
    }
    return again;
  }

  /** Checks the status independently of the code that decides it. */
  static void evidence(RunData run, RunStatus status, List<String> broken) {
    List<ArmLaunches> ran = run.arms().stream().filter(arm -> arm.arm().ran()).toList();
    int fewest = ran.stream().mapToInt(arm -> arm.counted().size()).min().orElse(0);
    int most = ran.stream().mapToInt(arm -> arm.counted().size()).max().orElse(0);
    boolean controlled = ran.stream().anyMatch(arm -> arm.arm().isControl() && !arm.counted().isEmpty());
    if (status == RunStatus.SOUND && (fewest < Doubt.ENOUGH_BLOCKS || !controlled)) {
      broken.add("the run is called sound with " + fewest + " launches of an arm"
          + (controlled ? "" : " and without a control"));
    }
    if (status == RunStatus.INDICATIVE && most == 0) {
      broken.add("the run is called indicative, but no launch is valid");
    }
  }

  private static void files(RunFolder run, List<String> broken) throws IOException {
    wholeFile(run.reportHtml(), text -> text.endsWith("</html>"), broken);
    wholeFile(run.summarySvg(), text -> text.endsWith("</svg>"), broken);
    wholeFile(run.summaryJson(), Invariants::isJson, broken);
    wholeFile(run.ratios(), Invariants::isJson, broken);
    wholeFile(run.summaryCsv(), text -> !text.isEmpty(), broken);
    wholeFile(run.summaryMd(), text -> !text.isEmpty(), broken);
  }

  private static void wholeFile(Path file, Predicate<String> isWhole, List<String> broken) throws IOException {
    if (!Files.isRegularFile(file) || !isWhole.test(Files.readString(file).strip())) {
      broken.add(file.getFileName() + (Files.exists(file) ? " is incomplete" : " is missing"));
    }
  }

  private static boolean isJson(String text) {
    try {
      return !JsonMapper.shared().readTree(text).isMissingNode();
    } catch (JacksonException torn) {
      return false;
    }
  }

  private void beside(Path run, List<String> broken) throws IOException {
    Path latest = trial.out().resolve("latest");
    if (!Files.isSymbolicLink(latest) || !new RunFolder(latest).isBegun()) {
      broken.add("latest does not point to a run");
    }
    wholeFile(trial.out().resolve("index.html"),
        text -> text.endsWith("</html>") && text.contains(run.getFileName().toString()), broken);
    try (Stream<Path> entries = Files.list(trial.out())) {
      entries.filter(entry -> !BESIDE_RUNS.contains(entry.getFileName().toString()) && !Files.isDirectory(entry))
          .forEach(entry -> broken.add(entry.getFileName() + " is left over next to the runs"));
    }
  }

  /** Checks that the run removed its temporary files. */
  private void temporary(List<String> broken) throws IOException {
    if (!Files.isDirectory(trial.tmp())) {
      return;
    }
    try (Stream<Path> entries = Files.walk(trial.tmp())) {
      List<Path> left = entries.toList();
      long bytes = left.stream().filter(Files::isRegularFile).mapToLong(file -> file.toFile().length()).sum();
      String folders = left.stream()
          .filter(entry -> Files.isDirectory(entry) && trial.tmp().equals(entry.getParent()))
          .map(folder -> folder.getFileName().toString())
          .collect(Collectors.joining(", "));
      if (!folders.isEmpty() || bytes > MOST_TEMPORARY_BYTES) {
        broken
            .add("left over in the temporary folder: " + bytes + " bytes" + (folders.isEmpty() ? "" : ", " + folders));
      }
    }
  }

  /** The launches that influence the result. */
  static Stream<Launch> counted(RunData run) {
    return run.launched().flatMap(arm -> arm.counted().stream());
  }
}
