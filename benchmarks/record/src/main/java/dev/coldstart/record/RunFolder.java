package dev.coldstart.record;

import dev.coldstart.record.text.IoReason;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;

/** The files and folders in a run's folder. */
public record RunFolder(Path path) {

  /** Name of the link to the newest run, next to the runs' folders. */
  public static final String LATEST = "latest";

  /** An id is the name of a folder and appears in commands and links. */
  private static final Pattern ID = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,99}");

  private static final DateTimeFormatter START =
      DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);

  /** With the default of 512 bytes, every line or two would cost a read of the file. */
  private static final int GZIP_BUFFER = 1 << 16;

  /** Whether a text can be a run's id: a folder name that cannot lead out of the parent folder. */
  public static boolean isId(String text) {
    return ID.matcher(text).matches();
  }

  /**
   * An id that is not used in the folder: the start time in UTC, such as {@code 20261122T234500Z}, so that ids sort by
   * time.
   *
   * @param ending appended to the id, to mark a folder that is not a run's
   */
  public static String newId(Instant start, String ending, Path out) {
    String id = START.format(start);
    int next = 2;
    String free = id + ending;
    while (Files.exists(out.resolve(free))) {
      free = id + "-" + next++ + ending;
    }
    return free;
  }

  /**
   * The folders in a folder, in no order. Omits the link to the newest run, even if copying has turned it into a
   * folder: otherwise that run would occur twice.
   *
   * @param what the kind of folders, for the error message
   * @throws UncheckedIOException if the folder cannot be read
   */
  public static List<Path> foldersIn(Path out, String what) {
    try (Stream<Path> entries = Files.list(out)) {
      return entries.filter(entry -> Files.isDirectory(entry) && !Files.isSymbolicLink(entry))
          .filter(entry -> !entry.getFileName().toString().equals(LATEST))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(what + " in " + out + " cannot be listed (" + IoReason.of(e) + ")", e);
    }
  }

  /** Whether a run has begun in this folder. */
  public boolean isBegun() {
    return Files.isRegularFile(manifest());
  }

  public String id() {
    return path.getFileName().toString();
  }

  public Path manifest() {
    return path.resolve("manifest.json");
  }

  public Path launches() {
    return path.resolve("launches.jsonl");
  }

  public Path blocks() {
    return path.resolve("blocks.jsonl");
  }

  /** The lines of a scenario. The file is missing if the scenario was not run. */
  public Path scenario(String id) {
    return path.resolve(id + ".jsonl");
  }

  /**
   * The file itself, or if it is missing and the run is archived, the compressed file whose name ends in {@code .gz}.
   */
  public static Path kept(Path file) {
    Path compressed = file.resolveSibling(file.getFileName() + ".gz");
    return Files.exists(compressed) && !Files.exists(file) ? compressed : file;
  }

  /**
   * Whether the run is archived, with its launches compressed. Nothing more is measured into it, and nothing is written
   * into it unless the user asks.
   */
  public boolean isKept() {
    return !kept(launches()).equals(launches());
  }

  /** Reads a file that may be compressed. */
  public static BufferedReader lines(Path kept) throws IOException {
    InputStream bytes = Files.newInputStream(kept);
    InputStream text = kept.toString().endsWith(".gz") ? new GZIPInputStream(bytes, GZIP_BUFFER) : bytes;
    // Not Files.newBufferedReader: it throws if a torn line ends inside a character.
    return new BufferedReader(new InputStreamReader(text, StandardCharsets.UTF_8));
  }

  /** Holds one file of JMH's own JSON per fork. */
  public Path jmh() {
    return path.resolve("jmh");
  }

  /** An archive of these files in place of the folder. Empty if there is none. */
  public Optional<Path> packedJmh() {
    try (Stream<Path> entries = Files.list(path)) {
      return entries.filter(entry -> entry.getFileName().toString().startsWith("jmh.tar")).sorted().findFirst();
    } catch (IOException e) {
      throw new UncheckedIOException(path + " cannot be read (" + IoReason.of(e) + ")", e);
    }
  }

  public Path histograms() {
    return path.resolve("histograms");
  }

  public Path summaryJson() {
    return path.resolve("summary.json");
  }

  public Path summaryCsv() {
    return path.resolve("summary.csv");
  }

  public Path summaryMd() {
    return path.resolve("summary.md");
  }

  public Path summarySvg() {
    return path.resolve("summary.svg");
  }

  /** The ratios for tools that draw them from commit to commit. */
  public Path ratios() {
    return path.resolve("ratios.json");
  }

  /** Holds one picture per fixture. */
  public Path badges() {
    return path.resolve("badges");
  }

  public Path reportHtml() {
    return path.resolve("report.html");
  }

  /** Lists the files that were made from the raw data. Written when all of them exist. */
  public Path reportFiles() {
    return path.resolve("report-files.json");
  }
}
