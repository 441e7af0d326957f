package dev.coldstart.record;

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

/** The places in a run's folder. */
public record RunFolder(Path path) {

  /** The name of the link to the newest run, beside the runs. */
  public static final String LATEST = "latest";

  /** It is a folder's name and goes into commands and links. */
  private static final Pattern ID = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,99}");

  private static final DateTimeFormatter START =
      DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);

  /** The default of 512 bytes costs a read of the file for each line or two. */
  private static final int GZIP_BUFFER = 1 << 16;

  /** Whether a text can be a run's id: the name of a folder and no way out of the one that it is in. */
  public static boolean isId(String text) {
    return ID.matcher(text).matches();
  }

  /**
   * An id that nothing in the folder has: when it began, in UTC, so that ids sort by time, {@code 20261122T234500Z}.
   *
   * @param ending says what it is, where that is no run
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
   * The folders in a folder, in no order. The link to the newest run is none, also where copying made a folder of it:
   * it would be that run a second time.
   *
   * @param what is looked for, for the message
   * @throws UncheckedIOException when the folder cannot be read
   */
  public static List<Path> foldersIn(Path out, String what) {
    try (Stream<Path> entries = Files.list(out)) {
      return entries.filter(entry -> Files.isDirectory(entry) && !Files.isSymbolicLink(entry))
          .filter(entry -> !entry.getFileName().toString().equals(LATEST))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(what + " in " + out + " cannot be listed (" + e + ")", e);
    }
  }

  /** Whether a run was begun in it. */
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

  /** The lines of a scenario; missing where it was not run. */
  public Path scenario(String id) {
    return path.resolve(id + ".jsonl");
  }

  /** The file, or in a run that is kept for long the compressed one in its place, whose name ends in {@code .gz}. */
  public static Path kept(Path file) {
    Path compressed = file.resolveSibling(file.getFileName() + ".gz");
    return Files.exists(compressed) && !Files.exists(file) ? compressed : file;
  }

  /** Whether it is kept for long, with its launches compressed: nothing is measured into it, or written unasked. */
  public boolean isKept() {
    return !kept(launches()).equals(launches());
  }

  /** Its lines, also where the file is a compressed one. */
  public static BufferedReader lines(Path kept) throws IOException {
    InputStream bytes = Files.newInputStream(kept);
    InputStream text = kept.toString().endsWith(".gz") ? new GZIPInputStream(bytes, GZIP_BUFFER) : bytes;
    // Not Files.newBufferedReader: it throws where a torn line ends inside a character.
    return new BufferedReader(new InputStreamReader(text, StandardCharsets.UTF_8));
  }

  /** Holds one file of JMH's own JSON per fork. */
  public Path jmh() {
    return path.resolve("jmh");
  }

  /** A pack of them in the folder's place; empty where there is none. */
  public Optional<Path> packedJmh() {
    try (Stream<Path> entries = Files.list(path)) {
      return entries.filter(entry -> entry.getFileName().toString().startsWith("jmh.tar")).sorted().findFirst();
    } catch (IOException e) {
      throw new UncheckedIOException(path + " cannot be read (" + e + ")", e);
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

  /** The launches in the shape of JMH's own results; not what JMH measured, which is under {@link #jmh()}. */
  public Path jmhShaped() {
    return path.resolve("results.jmh.json");
  }

  /** Holds one picture a fixture. */
  public Path badges() {
    return path.resolve("badges");
  }

  public Path reportHtml() {
    return path.resolve("report.html");
  }

  /** The list of the files that were made of the raw data; written when all of them are there. */
  public Path reportFiles() {
    return path.resolve("report-files.json");
  }
}
