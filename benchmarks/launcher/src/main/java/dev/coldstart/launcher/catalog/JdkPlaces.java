package dev.coldstart.launcher.catalog;

import java.io.File;
import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The places to search for JDKs: those that the environment names, and the documented locations that distributions,
 * images, installers and version managers use.
 *
 * @param root the root of the file system; tests use a temporary one
 * @param running the home of the running JVM
 * @param environment the environment variables, by name
 */
record JdkPlaces(Path root, Path running, Map<String, String> environment) {

  /** Matches JAVA_HOME, JAVA_HOME_17_X64 (as in CI images), JAVA17_HOME, JDK_HOME and GRAALVM_HOME. */
  private static final Pattern NAMES_A_HOME = Pattern.compile("(JAVA|JDK|GRAALVM)\\w*HOME\\w*");

  /** No folder of JDKs has more entries. A store of all packages does, and checking each entry costs time. */
  private static final int MOST_ENTRIES = 1_000;

  static JdkPlaces ofThisMachine() {
    return new JdkPlaces(Path.of("/"), Path.of(System.getProperty("java.home")), System.getenv());
  }

  /**
   * Folders that may be the home of a JDK or a bundle that contains one, the running JVM's first. Any of them may turn
   * out not to be a JDK.
   */
  List<Path> homes() {
    Stream<Path> own = Stream.concat(Stream.of(running), variable("JAVA_HOME").flatMap(this::placed).stream());
    List<Path> first = own.map(Path::normalize).toList();
    Stream<Path> beside = first.stream()
        .map(Path::getParent)
        .filter(folder -> folder != null && folder.getParent() != null)
        .flatMap(folder -> matching(folder, List.of("*")));
    Stream<Path> known = patterns().stream().flatMap(this::matching);
    return Stream.of(first.stream(), named(), onPath(), beside, known).flatMap(homes -> homes).distinct().toList();
  }

  /** In these patterns {@code *} and {@code {a,b}} work as in a shell, and {@code ~} is the user's home. */
  private List<String> patterns() {
    String data = folder("XDG_DATA_HOME", "~/.local/share");
    String cache = folder("XDG_CACHE_HOME", "~/.cache");
    String archives = folder("COURSIER_ARCHIVE_CACHE", cache + "/coursier/arc") + "/https/";
    return List.of(
        // Packages of distributions, archives that were unpacked manually, and images made from either.
        "/usr/{lib,lib64}/{jvm,graalvm}/*", "/usr/java/*", "/usr/local/*{jdk,java,graalvm}*", "/usr/local/{java,jdk}/*",
        "/usr/local/lib/jvm/*", "/opt/*{jdk,java,graalvm}*", "/opt/{java,jdk,jdks,jvm}/*",
        // macOS, and Homebrew on macOS and on Linux.
        "/Library/Java/JavaVirtualMachines/*", "~/Library/Java/JavaVirtualMachines/*",
        "/opt/homebrew/opt/*{jdk,graalvm}*/libexec/*.jdk", "/usr/local/opt/*{jdk,graalvm}*/libexec/*.jdk",
        "/home/linuxbrew/.linuxbrew/opt/*{jdk,graalvm}*/libexec",
        folder("HOMEBREW_PREFIX", "/opt/homebrew") + "/opt/*{jdk,graalvm}*/libexec",
        // The tool cache of setup-java and of CI images.
        folder("RUNNER_TOOL_CACHE", folder("AGENT_TOOLSDIRECTORY", "/opt/hostedtoolcache")) + "/Java_*/*/*",
        // Version managers.
        folder("SDKMAN_DIR", "~/.sdkman") + "/candidates/java/*",
        folder("ASDF_DATA_DIR", "~/.asdf") + "/installs/java/*",
        folder("MISE_DATA_DIR", data + "/mise") + "/installs/java/*", folder("JENV_ROOT", "~/.jenv") + "/versions/*",
        folder("JABBA_HOME", "~/.jabba") + "/jdk/*",
        // Build tools and editors that install JDKs themselves.
        "~/.jdks/*", folder("GRADLE_USER_HOME", "~/.gradle") + "/jdks/*",
        folder("GRADLE_USER_HOME", "~/.gradle") + "/jdks/*/*",
        folder("JBANG_CACHE_DIR", folder("JBANG_DIR", "~/.jbang") + "/cache") + "/jdks/*", "~/.m2/jdks/*",
        // Coursier: its JVMs, and its archives, which it stores by URL.
        cache + "/coursier/jvm/*", "~/Library/Caches/Coursier/jvm/*",
        archives + "github.com/*/*/releases/download/*/*/*", archives + "*/*/*/*/*", archives + "*/*/*/*/*/*");
  }

  private Optional<String> variable(String name) {
    return Optional.ofNullable(environment.get(name)).filter(value -> !value.isBlank());
  }

  private String folder(String variable, String usual) {
    return variable(variable).orElse(usual);
  }

  private Stream<Path> named() {
    return environment.entrySet()
        .stream()
        .filter(variable -> NAMES_A_HOME.matcher(variable.getKey()).matches() && !variable.getValue().isBlank())
        .sorted(Map.Entry.comparingByKey())
        .flatMap(variable -> placed(variable.getValue()).stream());
  }

  /** Skips version managers' shims, which start a {@code java} in some other folder. */
  private Stream<Path> onPath() {
    return Stream.of(environment.getOrDefault("PATH", "").split(File.pathSeparator))
        .filter(folder -> !folder.isBlank())
        .flatMap(folder -> placed(folder).stream())
        .flatMap(folder -> real(folder.resolve("java")).stream())
        .filter(java -> java.getParent().endsWith("bin"))
        .map(java -> java.getParent().getParent())
        .filter(home -> home != null && Files.exists(home.resolve(JdkSearch.RELEASE)));
  }

  private static Optional<Path> real(Path file) {
    try {
      return Optional.of(file.toRealPath());
    } catch (IOException absent) {
      return Optional.empty();
    }
  }

  /** Empty if the locale cannot represent the name. */
  private Optional<Path> placed(String name) {
    try {
      Path path = Path.of(name);
      return Optional.of(path.isAbsolute() ? root.resolve(path.toString().substring(1)) : path.toAbsolutePath());
    } catch (InvalidPathException unmappable) {
      return Optional.empty();
    }
  }

  private static Optional<Path> child(Path folder, String name) {
    try {
      return Optional.of(folder.resolve(name));
    } catch (InvalidPathException unmappable) {
      return Optional.empty();
    }
  }

  private Stream<Path> matching(String pattern) {
    String home = folder("HOME", System.getProperty("user.home"));
    Optional<Path> from = placed(pattern.startsWith("~") ? home : "/");
    List<String> globs = List.of(pattern.substring(pattern.indexOf('/') + 1).split("/+"));
    return from.stream().flatMap(folder -> matching(folder, globs));
  }

  private static Stream<Path> matching(Path folder, List<String> globs) {
    if (globs.isEmpty()) {
      return Stream.of(folder);
    }
    return entries(folder, globs.get(0)).stream().flatMap(entry -> matching(entry, globs.subList(1, globs.size())));
  }

  /** Returns the folder itself if it cannot be read, so that the search reports this folder as unreadable. */
  private static List<Path> entries(Path folder, String glob) {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    if (!glob.contains("*") && !glob.contains("{")) {
      return child(folder, glob).stream().toList();
    }
    List<Path> found = new ArrayList<>();
    try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder, glob)) {
      for (Path entry : entries) {
        if (found.size() == MOST_ENTRIES) {
          break;
        }
        found.add(entry);
      }
    } catch (IOException | DirectoryIteratorException unreadable) {
      return List.of(folder);
    } catch (IllegalArgumentException noGlob) {
      return List.of();
    }
    Collections.sort(found);
    return found;
  }
}
