package dev.coldstart.validation.hostile;

import dev.coldstart.launcher.catalog.Configuration;
import dev.coldstart.launcher.catalog.Jdk;
import dev.coldstart.validation.hostile.HostileResult.Ended;
import dev.coldstart.validation.hostile.HostileResult.Failure;
import dev.coldstart.validation.hostile.HostileResult.Row;
import dev.coldstart.validation.hostile.HostileResult.Tally;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/** All modules of a campaign in one configuration. A process that hangs or crashes is replaced after that module. */
final class Trials {

  /** A process gets this many: what engines leave behind must not add up. */
  private static final int MODULES_PER_PROCESS = 1_000;

  /** Failures of checks that an engine should have made itself. Whether they have a message does not matter. */
  private static final Set<String> UNCHECKED = Set.of("java.lang.NullPointerException", "java.lang.ClassCastException",
      "java.lang.ArithmeticException", "java.lang.NegativeArraySizeException", "java.lang.IndexOutOfBoundsException",
      "java.lang.ArrayIndexOutOfBoundsException", "java.lang.StringIndexOutOfBoundsException",
      "java.util.NoSuchElementException", "java.nio.BufferUnderflowException", "java.nio.BufferOverflowException");

  private final Configuration configuration;
  private final Jdk jdk;
  private final Path sources;
  private final HostileModules modules;
  private final int count;
  private final Path work;
  private final Duration most;
  private final UnaryOperator<String> named;
  private final Consumer<String> say;
  private final Tally tally = new Tally();

  /**
   * @param sources the folder with the real modules
   * @param count how many modules it gets
   * @param work for temporary files
   * @param most how long one module may take
   * @param named replaces paths in texts: the result is meant to be shown to others
   */
  Trials(Configuration configuration, Jdk jdk, Path sources, long seed, int count, Path work, Duration most,
      UnaryOperator<String> named, Consumer<String> say) throws IOException {
    this.configuration = configuration;
    this.jdk = jdk;
    this.sources = sources;
    this.modules = new HostileModules(ManyModules.sources(sources), seed);
    this.count = count;
    this.work = Files.createDirectories(work.resolve(configuration.id()));
    this.most = most;
    this.named = named;
    this.say = say;
  }

  Row row() throws IOException {
    int next = 0;
    while (next < count) {
      next = after(next);
    }
    return tally.row(configuration.id(), configuration.label());
  }

  /** Gives modules to one process, from that number on. Returns the number with which the next one begins. */
  private int after(int from) throws IOException {
    int to = Math.min(count, from + MODULES_PER_PROCESS);
    int next = from;
    try (ManyModulesProcess process =
        new ManyModulesProcess(configuration, jdk, work, sources, modules.seed(), from, to, most)) {
      while (next < to) {
        String[] line = process.next();
        if (line == null) {
          return ended(next, null);
        }
        if (line.length == 0) {
          return ended(next, process.ended());
        }
        if (line[0].equals(ManyModules.END)) {
          count(next, line);
          next++;
        }
      }
    }
    return next;
  }

  private int ended(int number, String how) {
    String words = modules.module(number).words();
    tally.ended(new Ended(number, words, how == null ? null : named.apply(how)));
    say.accept("  " + configuration.id() + ", module " + number + " (" + words + "): "
        + (how == null ? "still running after " + most.toSeconds() + " s, killed" : how));
    return number + 1;
  }

  private void count(int number, String[] line) {
    String phase = line[2];
    String type = line[3];
    if (phase.equals(ManyModules.RAN)) {
      tally.ran();
    } else if (isClear(type, line[4])) {
      tally.rejected();
    } else {
      tally.failed(type, new Failure(1, number, modules.module(number).words(), phase, named.apply(line[4])));
    }
  }

  /** Not if a check is missing, or if the JVM's stack or heap was the limit. */
  private static boolean isClear(String type, String message) {
    boolean isJvmError = type.startsWith("java.lang.") && type.endsWith("Error");
    return !message.isEmpty() && !message.equals("null") && !UNCHECKED.contains(type) && !isJvmError;
  }
}
