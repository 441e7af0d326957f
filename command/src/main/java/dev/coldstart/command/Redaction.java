package dev.coldstart.command;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.coldstart.launcher.UserError;
import dev.coldstart.launcher.catalog.Checkout;
import dev.coldstart.record.RunFolder;
import dev.coldstart.record.RunFormatException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/**
 * Replaces what a run's raw data tell about the machine's owner: known folders by a name, every other absolute path by
 * its last part, and names of the user and the host.
 *
 * @param names the replacement of each text, longest texts first
 */
record Redaction(Map<String, String> names) {

  /** Of the last part alone a reader needs to know something, such as the name of a jar. */
  private static final Pattern ABSOLUTE =
      Pattern.compile("(?<![\\w./<>-])(?:/[^\\s/\"':;,<>()\\[\\]\\\\]+)+/([^\\s/\"':;,<>()\\[\\]\\\\]+)");

  private static final int SHORTEST_NAME = 3;

  static Redaction ofThisMachine(Checkout home) {
    Map<String, String> names = new LinkedHashMap<>();
    names.put(home.root().toString(), "<coldstart>");
    names.put(System.getProperty("user.home"), "<home>");
    names.put(System.getProperty("user.name"), "<user>");
    names.put(host(), "<host>");
    return of(names);
  }

  /** @param names may hold texts that are too short to be recognised, which are left alone */
  static Redaction of(Map<String, String> names) {
    Map<String, String> sorted = new LinkedHashMap<>();
    names.entrySet()
        .stream()
        .filter(name -> name.getKey() != null && name.getKey().length() >= SHORTEST_NAME)
        .sorted((one, other) -> Integer.compare(other.getKey().length(), one.getKey().length()))
        .forEach(name -> sorted.put(name.getKey(), name.getValue()));
    return new Redaction(sorted);
  }

  private static String host() {
    try {
      return InetAddress.getLocalHost().getHostName();
    } catch (UnknownHostException noName) {
      return "";
    }
  }

  /** A text without them. */
  String text(String raw) {
    String text = raw;
    for (Map.Entry<String, String> name : names.entrySet()) {
      String word = "(?<![\\w.-])" + Pattern.quote(name.getKey()) + "(?![\\w-])";
      text = text.replaceAll(word, Matcher.quoteReplacement(name.getValue()));
    }
    return ABSOLUTE.matcher(text).replaceAll("<path>/$1");
  }

  /**
   * Copies the raw data of a run. Derived files are not copied.
   *
   * @param out an existing folder
   * @return the copy's folder in it
   * @throws UserError if the run is not one, or the copy is there already
   */
  Path copy(Path run, Path out) throws IOException {
    RunFolder from = new RunFolder(run);
    if (!from.isBegun()) {
      throw new RunFormatException(run + " is not a run folder: it has no manifest.json");
    }
    RunFolder to = new RunFolder(out.resolve(from.id()));
    if (Files.exists(to.path())) {
      throw new UserError(to.path() + " exists: give another folder with --out");
    }
    Files.createDirectories(to.path());
    for (Path file : raw(from)) {
      Path target = to.path().resolve(run.relativize(file));
      Files.createDirectories(target.getParent());
      copyFile(file, target);
    }
    return to.path();
  }

  private void copyFile(Path file, Path target) throws IOException {
    boolean compressed = file.toString().endsWith(".gz");
    try (InputStream bytes = Files.newInputStream(file);
      InputStream in = compressed ? new GZIPInputStream(bytes) : bytes;
      OutputStream raw = Files.newOutputStream(target);
      OutputStream outStream = compressed ? new GZIPOutputStream(raw) : raw) {
      outStream.write(text(new String(in.readAllBytes(), UTF_8)).getBytes(UTF_8));
    }
  }

  private static List<Path> raw(RunFolder run) throws IOException {
    try (Stream<Path> files = Files.walk(run.path(), 2)) {
      return files.filter(Files::isRegularFile).filter(file -> isRaw(run, file)).sorted().toList();
    }
  }

  private static boolean isRaw(RunFolder run, Path file) {
    String name = file.getFileName().toString();
    return file.equals(run.manifest()) || name.endsWith(".jsonl") || name.endsWith(".jsonl.gz")
        || file.getParent().equals(run.jmh()) && (name.endsWith(".json") || name.endsWith(".log"));
  }
}
