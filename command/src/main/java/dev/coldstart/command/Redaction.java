package dev.coldstart.command;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.coldstart.launcher.UserError;
import dev.coldstart.launcher.catalog.Checkout;
import dev.coldstart.record.RunFolder;
import dev.coldstart.record.RunFormatException;
import dev.coldstart.record.text.IoReason;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;

/**
 * Replaces what a run's raw data say about the machine's owner: known folders by a name, every other absolute path by
 * its last part, and the names of the user and the host.
 *
 * @param names the replacement of each text, longest texts first
 */
record Redaction(Map<String, String> names) {

  private static final String PART = "[^\\s/\"':;,<>()\\[\\]\\\\]++";

  /** A whole JSON string that is a path, in which a part may have blanks. */
  private static final Pattern PATH_IN_QUOTES = Pattern.compile("\"((?:/[^\"/:\\\\]++){2,}+)\"");

  /** A reader needs the last part, such as the name of a jar, and must not see the others. */
  private static final Pattern ABSOLUTE =
      Pattern.compile("(?:file:/*(?=/)|(?<![\\w./<>-])|(?<=[\\s\"]-[A-Za-z]))(?:/" + PART + ")++/?");

  private static final Pattern HOME_OF_ANYBODY = Pattern.compile("(?<![\\w.<>-])/(?:home|Users)/" + PART);
  private static final Pattern IN_HOME = Pattern.compile("<home>(?:/" + PART + ")++");
  private static final Pattern KEY = Pattern.compile("\"([\\w.-]+)\"\\s*:");
  private static final Pattern ID =
      Pattern.compile("\"(?:arm|fixture|runtime|configuration|profile|jdk)\"\\s*:\\s*\"([^\"]*)\"");

  private static final int SHORTEST_NAME = 3;

  static Redaction ofThisMachine(Checkout home) {
    Map<String, String> names = new LinkedHashMap<>();
    names.put(home.root().toString(), "<coldstart>");
    names.put(System.getProperty("user.home"), "<home>");
    names.put(System.getProperty("user.name"), "<user>");
    hosts().forEach(host -> names.put(host, "<host>"));
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

  /** A container's name often does not resolve, so all places are asked; with the first label of each. */
  private static Set<String> hosts() {
    Set<String> hosts = new TreeSet<>();
    try {
      hosts.add(InetAddress.getLocalHost().getHostName());
    } catch (UnknownHostException notResolved) {
      // The other places may know it.
    }
    hosts.add(System.getenv().getOrDefault("HOSTNAME", ""));
    try {
      hosts.add(Files.readString(Path.of("/etc/hostname")).strip());
    } catch (IOException none) {
      // Not every platform has it.
    }
    return hosts.stream()
        .flatMap(host -> Stream.of(host, host.replaceFirst("\\..*", "")))
        .filter(host -> !host.equals("localhost"))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** One line of a file without them. */
  String line(String raw) {
    String text = raw;
    for (Map.Entry<String, String> name : names.entrySet()) {
      String word = "(?<![\\w.-])" + Pattern.quote(name.getKey()) + "(?![\\w-])";
      text = text.replaceAll(word, Matcher.quoteReplacement(name.getValue()));
    }
    text = HOME_OF_ANYBODY.matcher(text).replaceAll("<home>");
    text = IN_HOME.matcher(text).replaceAll(path -> Matcher.quoteReplacement("<home>/" + last(path.group())));
    text = PATH_IN_QUOTES.matcher(text)
        .replaceAll(path -> Matcher.quoteReplacement("\"<path>/" + last(path.group(1)) + "\""));
    return ABSOLUTE.matcher(text)
        .replaceAll(
            path -> Matcher.quoteReplacement(hasFolders(path.group()) ? "<path>/" + last(path.group()) : path.group()));
  }

  /** A single part, as in "/x", says nothing. */
  private static boolean hasFolders(String path) {
    String only = path.replaceFirst("^file:/*", "/").replaceFirst("/$", "");
    return only.lastIndexOf('/') > 0;
  }

  private static String last(String path) {
    String only = path.replaceFirst("/$", "");
    return only.substring(only.lastIndexOf('/') + 1);
  }

  /**
   * Copies the raw data of a run. Derived files are not copied.
   *
   * @param out an existing folder
   * @return the copy's folder in it
   * @throws UserError if the copy exists already, or cannot be written
   * @throws RunFormatException if the folder holds no run
   */
  Path copy(Path run, Path out) {
    RunFolder from = new RunFolder(run);
    if (!from.isBegun()) {
      throw new RunFormatException(run + " is not a run folder: it has no manifest.json");
    }
    RunFolder to = new RunFolder(out.resolve(from.id()));
    if (Files.exists(to.path())) {
      throw new UserError(to.path() + " exists: give another folder with --out");
    }
    try {
      Redaction safe = without(idsAndKeys(from.manifest()));
      for (Path file : raw(from)) {
        Path target = to.path().resolve(run.relativize(file));
        Files.createDirectories(target.getParent());
        safe.copyFile(file, target);
      }
      return to.path();
    } catch (IOException e) {
      throw new UserError(run + " cannot be copied to " + to.path() + ": " + IoReason.of(e), e);
    }
  }

  /** A user called like a runtime, such as node, must not change ids and keys, by which the data are read. */
  private Redaction without(Set<String> words) {
    return new Redaction(names.entrySet()
        .stream()
        .filter(name -> !words.contains(name.getKey()))
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue, (one, other) -> one, LinkedHashMap::new)));
  }

  private static Set<String> idsAndKeys(Path manifest) throws IOException {
    String text = Files.readString(manifest);
    return Stream.of(KEY, ID)
        .flatMap(pattern -> pattern.matcher(text).results())
        .map(found -> found.group(1))
        .flatMap(id -> Stream.of(id.split("[./+]")))
        .collect(Collectors.toSet());
  }

  private void copyFile(Path file, Path target) throws IOException {
    try (BufferedReader lines = RunFolder.lines(file);
      OutputStream raw = Files.newOutputStream(target);
      Writer writer =
          new OutputStreamWriter(file.toString().endsWith(".gz") ? new GZIPOutputStream(raw) : raw, UTF_8)) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        writer.write(line(line) + "\n");
      }
    }
  }

  private static List<Path> raw(RunFolder run) throws IOException {
    try (Stream<Path> files = Files.walk(run.path(), 2)) {
      return files.filter(file -> Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS))
          .filter(file -> isRaw(run, file))
          .sorted()
          .toList();
    }
  }

  private static boolean isRaw(RunFolder run, Path file) {
    String name = file.getFileName().toString();
    return file.equals(run.manifest()) || name.endsWith(".jsonl") || name.endsWith(".jsonl.gz")
        || file.getParent().equals(run.jmh()) && (name.endsWith(".json") || name.endsWith(".log"));
  }
}
