package dev.coldstart.validation.faults;

import dev.coldstart.launcher.machine.Folders;
import dev.coldstart.record.RunFolder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Damages the folder of a run that has ended, like a power failure or a careless user; then the run is resumed.
 *
 * @param seed for the positions in files
 */
record DamageFault(Damage damage, long seed) implements Fault {

  /** The run whose folder is damaged. */
  private enum Of {
    INTERRUPTED(SmallRun.LAUNCHES),
    FINISHED(SmallRun.LAUNCHES),
    FINISHED_JMH(SmallRun.JMH);

    private final SmallRun run;

    Of(SmallRun run) {
      this.run = run;
    }
  }

  private interface Harm {
    void to(Path file, Random random) throws IOException;
  }

  /** A kind of damage and the file it is done to. */
  enum Damage {
    LAUNCH_CUT("launches.jsonl ends within its last line", Of.INTERRUPTED, RunFolder::launches, DamageFault::cutLine),
    LAUNCH_LOST_PAGE("a part of the last line of launches.jsonl is zeroes", Of.INTERRUPTED, RunFolder::launches,
        DamageFault::zeroInLine),
    LAUNCH_TWICE("the last line of launches.jsonl is duplicated", Of.INTERRUPTED, RunFolder::launches,
        DamageFault::repeatLine),
    LAUNCH_JUNK("launches.jsonl ends with the beginning of another line", Of.INTERRUPTED, RunFolder::launches,
        DamageFault::addJunk),
    LAUNCH_ZEROES("launches.jsonl ends with zeroes", Of.INTERRUPTED, RunFolder::launches, DamageFault::addZeroes),
    LAUNCH_WITHIN("a line in the middle of launches.jsonl is truncated", Of.INTERRUPTED, RunFolder::launches,
        DamageFault::cutWithin),
    LAUNCH_GONE("a line in the middle of launches.jsonl is missing", Of.INTERRUPTED, RunFolder::launches,
        DamageFault::dropWithin),
    LAUNCHES_EMPTY("launches.jsonl is empty", Of.INTERRUPTED, RunFolder::launches, DamageFault::empty),
    LAUNCHES_GONE("launches.jsonl is missing", Of.INTERRUPTED, RunFolder::launches, DamageFault::remove),
    BLOCK_CUT("blocks.jsonl ends within its last line", Of.INTERRUPTED, RunFolder::blocks, DamageFault::cutLine),
    BLOCK_LOST_PAGE("a part of the last line of blocks.jsonl is zeroes", Of.INTERRUPTED, RunFolder::blocks,
        DamageFault::zeroInLine),
    BLOCK_TWICE("the last line of blocks.jsonl is duplicated", Of.INTERRUPTED, RunFolder::blocks,
        DamageFault::repeatLine),
    BLOCKS_EMPTY("blocks.jsonl is empty", Of.INTERRUPTED, RunFolder::blocks, DamageFault::empty),
    BLOCKS_GONE("blocks.jsonl is missing", Of.INTERRUPTED, RunFolder::blocks, DamageFault::remove),
    BLOCKS_ZEROES("blocks.jsonl ends with zeroes", Of.INTERRUPTED, RunFolder::blocks, DamageFault::addZeroes),
    MANIFEST_CUT("manifest.json is truncated", Of.INTERRUPTED, RunFolder::manifest, DamageFault::cut),
    MANIFEST_LOST_PAGE("a part of manifest.json is zeroes", Of.INTERRUPTED, RunFolder::manifest, DamageFault::zero),
    MANIFEST_EMPTY("manifest.json is empty", Of.INTERRUPTED, RunFolder::manifest, DamageFault::empty),
    MANIFEST_GONE("manifest.json is missing", Of.INTERRUPTED, RunFolder::manifest, DamageFault::remove),
    MANIFEST_NO_RULE("manifest.json says when the run ended, but not why", Of.INTERRUPTED, RunFolder::manifest,
        DamageFault::endWithoutRule),
    MANIFEST_HALF_NEW("half a manifest.json.tmp is next to manifest.json", Of.INTERRUPTED, RunFolder::manifest,
        DamageFault::halfNew),
    PAGE_CUT("report.html of a finished run is truncated", Of.FINISHED, RunFolder::reportHtml, DamageFault::cut),
    SUMMARY_CUT("summary.json of a finished run is truncated", Of.FINISHED, RunFolder::summaryJson, DamageFault::cut),
    SUMMARY_GONE("summary.json of a finished run is missing", Of.FINISHED, RunFolder::summaryJson, DamageFault::remove),
    TABLE_GONE("summary.csv of a finished run is missing", Of.FINISHED, RunFolder::summaryCsv, DamageFault::remove),
    PICTURE_EMPTY("summary.svg of a finished run is empty", Of.FINISHED, RunFolder::summarySvg, DamageFault::empty),
    HISTOGRAMS_GONE("the histograms of a finished run are missing", Of.FINISHED, RunFolder::histograms,
        DamageFault::remove),
    LATEST_GONE("the link to a finished run is missing", Of.FINISHED, run -> run.path().resolveSibling("latest"),
        DamageFault::remove),
    INDEX_CUT("the list of runs is truncated", Of.FINISHED, run -> run.path().resolveSibling("index.html"),
        DamageFault::cut),
    FORK_CUT("the result of a JMH fork of a finished run is truncated", Of.FINISHED_JMH, DamageFault::fork,
        DamageFault::cut),
    FORK_GONE("the result of a JMH fork of a finished run is missing", Of.FINISHED_JMH, DamageFault::fork,
        DamageFault::remove);

    private final String words;
    private final Of of;
    private final Function<RunFolder, Path> file;
    private final Harm harm;

    Damage(String words, Of of, Function<RunFolder, Path> file, Harm harm) {
      this.words = words;
      this.of = of;
      this.file = file;
      this.harm = harm;
    }

    /** @param run whose folder is damaged */
    void in(RunFolder run, Random random) throws IOException {
      harm.to(file.apply(run), random);
    }
  }

  @Override
  public FaultKind kind() {
    return FaultKind.DAMAGED;
  }

  @Override
  public String words() {
    return damage.words;
  }

  /** Files that can be derived from raw data must be restored. */
  @Override
  public Set<May> may() {
    return switch (damage.of) {
      case INTERRUPTED -> Set.of(May.BE_REFUSED);
      // Files next to the runs belong to all of them.
      case FINISHED -> damage == Damage.LATEST_GONE || damage == Damage.INDEX_CUT ? Set.of(May.SPOIL_BESIDE) : Set.of();
      case FINISHED_JMH -> Set.of(May.BE_REFUSED, May.FAIL_LAUNCHES);
    };
  }

  @Override
  public SmallRun run() {
    return damage.of.run;
  }

  @Override
  public void prepare(Trial trial) throws IOException {
    trial.takeOver(damage.of == Of.INTERRUPTED ? trial.interrupted() : trial.undisturbed(run()).out());
    Path run = trial.run().orElseThrow();
    List<String> before = Trial.launches(run);
    damage.in(new RunFolder(run), new Random(seed));
    List<String> after = Trial.launches(run);
    trial.remember(before.stream().filter(after::contains).toList());
  }

  @Override
  public Running begin(Trial trial) throws IOException {
    return trial.resume(run(), trial.folderOfRun());
  }

  /** The first of the files with a fork's results. */
  private static Path fork(RunFolder run) {
    try (Stream<Path> files = Files.list(run.jmh())) {
      return files.filter(file -> file.toString().endsWith(".json")).sorted().findFirst().orElseThrow();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static void remove(Path file, Random random) throws IOException {
    if (Files.isDirectory(file, LinkOption.NOFOLLOW_LINKS)) {
      Folders.delete(file);
    } else {
      Files.delete(file);
    }
  }

  static void empty(Path file, Random random) throws IOException {
    Files.write(file, new byte[0]);
  }

  /** Cuts at a random position. */
  static void cut(Path file, Random random) throws IOException {
    byte[] bytes = Files.readAllBytes(file);
    // Cuts more than the usual end of a text.
    Files.write(file, Arrays.copyOf(bytes, 1 + random.nextInt(bytes.length - 10)));
  }

  static void zero(Path file, Random random) throws IOException {
    byte[] bytes = Files.readAllBytes(file);
    int at = random.nextInt(bytes.length - 64);
    Arrays.fill(bytes, at, at + 64, (byte) 0);
    Files.write(file, bytes);
  }

  private static List<String> lines(Path file) throws IOException {
    return Files.readAllLines(file, StandardCharsets.ISO_8859_1);
  }

  private static void write(Path file, List<String> lines, String last) throws IOException {
    String text = String.join("\n", lines) + (lines.isEmpty() ? "" : "\n") + last;
    Files.writeString(file, text, StandardCharsets.ISO_8859_1);
  }

  static void cutLine(Path file, Random random) throws IOException {
    List<String> lines = lines(file);
    String last = lines.get(lines.size() - 1);
    write(file, lines.subList(0, lines.size() - 1), last.substring(0, 1 + random.nextInt(last.length() - 2)));
  }

  static void zeroInLine(Path file, Random random) throws IOException {
    List<String> lines = lines(file);
    StringBuilder last = new StringBuilder(lines.get(lines.size() - 1));
    int at = random.nextInt(last.length() - 8);
    last.replace(at, at + 8, "\0".repeat(8));
    write(file, lines.subList(0, lines.size() - 1), last + "\n");
  }

  static void repeatLine(Path file, Random random) throws IOException {
    List<String> lines = lines(file);
    write(file, lines, lines.get(lines.size() - 1) + "\n");
  }

  static void addJunk(Path file, Random random) throws IOException {
    write(file, lines(file), "{\"block\":1,\"posi");
  }

  static void addZeroes(Path file, Random random) throws IOException {
    write(file, lines(file), "\0".repeat(1 + random.nextInt(4_000)));
  }

  static void cutWithin(Path file, Random random) throws IOException {
    List<String> lines = new ArrayList<>(lines(file));
    int at = random.nextInt(lines.size() - 1);
    lines.set(at, lines.get(at).substring(0, lines.get(at).length() / 2));
    write(file, lines, "");
  }

  static void dropWithin(Path file, Random random) throws IOException {
    List<String> lines = new ArrayList<>(lines(file));
    lines.remove(random.nextInt(lines.size() - 1));
    write(file, lines, "");
  }

  /** Like a version that wrote the two one after the other. */
  static void endWithoutRule(Path file, Random random) throws IOException {
    String text = Files.readString(file);
    Files.writeString(file, text.replaceFirst("\\{", "{\"endedAt\":\"2026-01-01T00:00:00Z\","));
  }

  static void halfNew(Path file, Random random) throws IOException {
    byte[] bytes = Files.readAllBytes(file);
    Files.write(file.resolveSibling(file.getFileName() + ".tmp"), Arrays.copyOf(bytes, bytes.length / 2));
  }
}
