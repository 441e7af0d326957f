package dev.coldstart.launcher.catalog;

import dev.coldstart.launcher.UserError;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeMap;
import java.util.function.BinaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The JDKs of this machine.
 *
 * @param all from {@link #OLDEST} up, one of each feature version, newest first
 */
public record Jdks(List<Jdk> all) {

  /** The oldest JDK that can run the project's classes. */
  public static final int OLDEST = 17;

  private static final Comparator<Jdk> BY_VERSION = Comparator.comparing(jdk -> Runtime.Version.parse(jdk.version()));

  /** Looks where package managers and version managers put JDKs, and where this JVM's own stands. */
  public static Jdks installed() {
    Path user = Path.of(System.getProperty("user.home"));
    Stream<Path> running = Stream.of(System.getProperty("java.home"), System.getenv("JAVA_HOME"))
        .filter(Objects::nonNull)
        .map(home -> Path.of(home).getParent());
    Stream<Path> known = Stream.of(Path.of("/usr/lib").resolve("jvm"), Path.of("/usr/java"), Path.of("/opt/java"),
        Path.of("/Library/Java/JavaVirtualMachines"), user.resolve("Library/Java/JavaVirtualMachines"),
        user.resolve(".sdkman/candidates/java"), user.resolve(".jdks"),
        user.resolve(".local/share/mise/installs/java"));
    return in(Stream.concat(running, known).toList());
  }

  /** The JDKs that stand in these folders, which need not exist. */
  static Jdks in(List<Path> folders) {
    Map<Integer, Jdk> newest = new TreeMap<>(Comparator.reverseOrder());
    folders.stream()
        .flatMap(Jdks::entries)
        .flatMap(entry -> Stream.of(entry, entry.resolve("Contents/Home")))
        .map(Jdks::read)
        .flatMap(Optional::stream)
        .filter(jdk -> jdk.feature() >= OLDEST)
        .forEach(jdk -> newest.merge(jdk.feature(), jdk, BinaryOperator.maxBy(BY_VERSION)));
    return new Jdks(List.copyOf(newest.values()));
  }

  private static Stream<Path> entries(Path folder) {
    if (folder == null || !Files.isDirectory(folder)) {
      return Stream.empty();
    }
    try (Stream<Path> entries = Files.list(folder)) {
      return entries.sorted().toList().stream();
    } catch (IOException unreadable) {
      return Stream.empty();
    }
  }

  /** Reads the JDK's file {@code release}; empty when this is no JDK with a {@code bin/java}. */
  private static Optional<Jdk> read(Path home) {
    Path release = home.resolve("release");
    if (!Files.isReadable(release) || !Files.isExecutable(home.resolve("bin/java"))) {
      return Optional.empty();
    }
    Properties facts = new Properties();
    try (Reader reader = Files.newBufferedReader(release)) {
      facts.load(reader);
      String version = unquoted(facts.getProperty("JAVA_RUNTIME_VERSION", facts.getProperty("JAVA_VERSION")));
      int feature = Runtime.Version.parse(version).feature();
      String vendor = unquoted(facts.getProperty("IMPLEMENTOR", "unknown"));
      // Package managers link several names to one JDK: its own name is the one to record.
      return Optional.of(new Jdk(home.toRealPath(), feature, version, vendor));
    } catch (IOException | IllegalArgumentException | NullPointerException notAJdk) {
      return Optional.empty();
    }
  }

  private static String unquoted(String text) {
    return text.replace("\"", "");
  }

  public Jdk newest() {
    return all.stream().findFirst().orElseThrow(() -> new UserError("no JDK " + OLDEST + " or later is installed"));
  }

  /** The JDKs of these feature versions, in the order asked for. */
  public List<Jdk> of(List<Integer> features) {
    return features.stream().map(this::of).toList();
  }

  private Jdk of(int feature) {
    return all.stream()
        .filter(jdk -> jdk.feature() == feature)
        .findFirst()
        .orElseThrow(() -> new UserError(all.stream()
            .map(jdk -> String.valueOf(jdk.feature()))
            .collect(Collectors.joining(", ", "no JDK " + feature + " is installed; found ",
                ". Install it, or choose with --jdk"))));
  }
}
