package dev.coldstart.results;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import tools.jackson.core.JacksonException;

/** Reads a run's folder and checks it: a run that was killed is readable, one that was damaged is refused. */
public final class RunReader {

  private record Key(String arm, String fixture) {}

  private final RunFolder folder;
  private final List<String> warnings = new ArrayList<>();

  private RunReader(RunFolder folder) {
    this.folder = folder;
  }

  /**
   * @param folder a run's folder, or a link to one
   * @throws RunFormatException when it is not what SCHEMA.md says
   */
  public static RunData read(Path folder) {
    return new RunReader(new RunFolder(real(folder))).read();
  }

  private RunData read() {
    Manifest manifest = manifest();
    List<ArmLaunches> arms = launches(manifest);
    List<JmhResult> jmh = JmhFiles.read(folder.jmh(), warnings);
    return new RunData(folder, manifest, arms, jmh, List.copyOf(warnings));
  }

  /** The link {@code latest} is followed, for the folder's name is the run's id. */
  private static Path real(Path folder) {
    try {
      return folder.toRealPath();
    } catch (IOException e) {
      throw new RunFormatException(folder + " cannot be read: " + e, e);
    }
  }

  private Manifest manifest() {
    Path file = folder.manifest();
    if (!Files.isRegularFile(file)) {
      throw new RunFormatException(
          folder.path() + " is not a run folder: it has no manifest.json; give a folder under reports/out");
    }
    Manifest manifest;
    try {
      manifest = RunJson.MAPPER.readValue(file, Manifest.class);
    } catch (JacksonException e) {
      throw new RunFormatException(file + " is not a manifest: " + RunJson.problem(e), e);
    }
    if (manifest == null || manifest.schema() != Manifest.SCHEMA) {
      throw new RunFormatException(
          String.format(
              Locale.ROOT,
              "%s: schema=%s, but this version reads schema=%d: take the version of coldstart that wrote the run",
              file, manifest == null ? "none" : manifest.schema(), Manifest.SCHEMA));
    }
    return manifest;
  }

  private List<ArmLaunches> launches(Manifest manifest) {
    Map<Key, ArmLaunches> byArm = new LinkedHashMap<>();
    for (Arm arm : manifest.arms()) {
      if (byArm.put(new Key(arm.arm(), arm.fixture()), new ArmLaunches(arm, new ArrayList<>())) != null) {
        throw new RunFormatException(
            folder.manifest() + ": arm " + arm.arm() + " of fixture " + arm.fixture() + " stands there twice");
      }
    }
    PhaseSums sums = new PhaseSums();
    new LaunchLines(folder.launches(), warnings)
        .forEach(
            (line, launch) -> {
              sums.check(line, launch);
              armOf(byArm, line, launch).launches().add(launch);
            });
    sums.warning().ifPresent(warnings::add);
    return byArm.values().stream().map(arm -> new ArmLaunches(arm.arm(), List.copyOf(arm.launches()))).toList();
  }

  private ArmLaunches armOf(Map<Key, ArmLaunches> byArm, long line, Launch launch) {
    ArmLaunches arm = byArm.get(new Key(launch.arm(), launch.fixture()));
    if (arm == null) {
      throw new RunFormatException(
          String.format(
              Locale.ROOT,
              "%s line %d: arm %s of fixture %s is not in manifest.json; add it there or take the line out",
              folder.launches(), line, launch.arm(), launch.fixture()));
    }
    return arm;
  }
}
