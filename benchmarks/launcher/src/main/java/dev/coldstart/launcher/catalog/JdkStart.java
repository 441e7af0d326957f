package dev.coldstart.launcher.catalog;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Checks that a JDK starts on this machine and is the version that its files claim. Each JDK is checked once per
 * process, before anything is planned for it and outside every clock.
 */
final class JdkStart {

  /** A JVM prints its version within about 0.1 s. This limit catches one that hangs. */
  private static final Duration MOST = Duration.ofSeconds(20);

  private static final int MOST_BYTES = 4_096;
  private static final int MOST_CHARACTERS = 200;
  private static final Pattern VERSION = Pattern.compile("version \"([^\"]+)\"");

  /** Offsets in the ELF header: class and byte order, then the machine; see elf(5). */
  private static final byte[] ELF = {0x7f, 'E', 'L', 'F'};

  private static final int ELF_CLASS_AT = 4;
  private static final int ELF_MACHINE_AT = 18;
  private static final int ELF_MACHINE_END = 20;

  private static final Map<Path, Optional<String>> KNOWN = new ConcurrentHashMap<>();

  private JdkStart() {}

  /** Why the JDK does not start. Empty if it does. */
  static Optional<String> failure(Jdk jdk) {
    return KNOWN.computeIfAbsent(jdk.home(), home -> failure(jdk, MOST));
  }

  /** @param most the time limit */
  static Optional<String> failure(Jdk jdk, Duration most) {
    try {
      Path running = Path.of(System.getProperty("java.home")).toRealPath();
      if (running.equals(jdk.home())) {
        return Optional.empty();
      }
      return isForAnotherProcessor(jdk.java(), running.resolve("bin/java"))
          ? Optional.of("its bin/java is for another processor")
          : asked(jdk, most);
    } catch (IOException e) {
      return Optional.of("does not start: " + e.getMessage());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Optional.of("does not start: interrupted");
    }
  }

  private static Optional<String> asked(Jdk jdk, Duration most) throws IOException, InterruptedException {
    ProcessBuilder builder = new ProcessBuilder(jdk.java().toString(), "-version").redirectErrorStream(true);
    // Launches also run without the variables that change a JVM or the libraries it loads.
    builder.environment().keySet().removeIf(name -> name.matches("(_?JAVA|JDK|IBM_JAVA|OPENJ9_JAVA|LD)_.*"));
    Process process = builder.start();
    process.getOutputStream().close();
    if (!process.waitFor(most.toMillis(), TimeUnit.MILLISECONDS)) {
      process.descendants().forEach(ProcessHandle::destroyForcibly);
      process.destroyForcibly();
      return Optional.of("does not report its version within " + most.toSeconds() + " s");
    }
    String said = new String(process.getInputStream().readNBytes(MOST_BYTES), StandardCharsets.UTF_8)
        .replaceAll("[\\p{C}&&[^\\n]]", "?");
    if (process.exitValue() != 0) {
      String words = said.lines().map(String::strip).filter(line -> !line.isEmpty()).findFirst().orElse("no output");
      return Optional.of("does not start: exit code " + process.exitValue() + ", "
          + words.substring(0, Math.min(words.length(), MOST_CHARACTERS)));
    }
    Matcher version = VERSION.matcher(said);
    if (!version.find()) {
      return Optional.of("its bin/java is not a JVM: it reports no version");
    }
    return isOf(jdk, version.group(1))
        ? Optional.empty()
        : Optional.of("its bin/java has version " + version.group(1) + ", but its release file says " + jdk.version());
  }

  private static boolean isOf(Jdk jdk, String stated) {
    try {
      return Runtime.Version.parse(stated).version().equals(Runtime.Version.parse(jdk.version()).version());
    } catch (IllegalArgumentException unusual) {
      return stated.startsWith(String.valueOf(jdk.feature()));
    }
  }

  /**
   * Compares the ELF headers; false if either file is not ELF. Without this check, the operating system may hand a
   * binary for another processor to a shell.
   */
  private static boolean isForAnotherProcessor(Path java, Path own) throws IOException {
    byte[] one = head(java);
    byte[] other = head(own);
    return isElf(one) && isElf(other) && !(one[ELF_CLASS_AT] == other[ELF_CLASS_AT]
        && Arrays.equals(one, ELF_MACHINE_AT, ELF_MACHINE_END, other, ELF_MACHINE_AT, ELF_MACHINE_END));
  }

  private static byte[] head(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      return in.readNBytes(ELF_MACHINE_END);
    }
  }

  private static boolean isElf(byte[] head) {
    return head.length == ELF_MACHINE_END && Arrays.equals(head, 0, ELF.length, ELF, 0, ELF.length);
  }
}
