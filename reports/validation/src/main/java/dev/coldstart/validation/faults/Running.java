package dev.coldstart.validation.faults;

import dev.coldstart.record.text.SafeText;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** The command as a user starts it, in its own session, with all processes that it starts. */
final class Running {

  /** The receiver of a signal. */
  enum Target {
    STARTED("what was started"),
    GROUP("the whole group"),
    LAUNCHER("the launcher"),
    SUPERVISOR("the launcher's supervisor, or the launcher if there is none"),
    CHILD("a child");

    private final String words;

    Target(String words) {
      this.words = words;
    }

    String words() {
      return words;
    }
  }

  /** A command that takes longer counts as hung. */
  private static final Duration MOST = Duration.ofMinutes(2);

  /** Between two children there is a time without one. */
  private static final Duration UNTIL_THE_NEXT_CHILD = Duration.ofSeconds(3);

  private static final Duration LOOK_EVERY = Duration.ofMillis(5);
  private static final int MOST_LINES = 5_000;

  private final SmallRun of;
  private final boolean resumed;
  private final Process process;
  private final Processes processes;
  private final Thread reader;
  private final List<String> said = Collections.synchronizedList(new ArrayList<>());

  private Running(SmallRun of, boolean resumed, Process process, Processes processes) {
    this.of = of;
    this.resumed = resumed;
    this.process = process;
    this.processes = processes;
    this.reader = new Thread(this::read, "said");
    reader.setDaemon(true);
    reader.start();
  }

  /** @param builder whose environment has the processes' mark */
  static Running start(SmallRun of, boolean resumed, ProcessBuilder builder, Processes processes) throws IOException {
    return new Running(of, resumed, builder.redirectErrorStream(true).start(), processes);
  }

  /** Reads to the end: otherwise the command would block on a full pipe. */
  private void read() {
    try (BufferedReader lines =
        new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        if (said.size() < MOST_LINES) {
          said.add(SafeText.line(line));
        }
      }
    } catch (IOException over) {
      // The lines read so far are kept.
    }
  }

  SmallRun of() {
    return of;
  }

  /** Whether it resumes a run. */
  boolean isResumed() {
    return resumed;
  }

  boolean isOver() {
    return !process.isAlive();
  }

  /** Sends a signal; false if the target has ended. */
  boolean signal(String name, Target target) throws IOException {
    OptionalLong pid = find(target);
    return pid.isPresent() && signal(name, (target == Target.GROUP ? "-" : "") + pid.getAsLong());
  }

  /** @param to a process, or a group with a minus sign */
  static boolean signal(String name, String to) throws IOException {
    // The shell's builtin: not every system has the program.
    return SystemPrograms.succeeds("bash", "-c", "kill -s \"$1\" -- \"$2\"", "kill", name, to);
  }

  OptionalLong find(Target target) {
    return switch (target) {
      case STARTED, GROUP -> isOver() ? OptionalLong.empty() : OptionalLong.of(process.pid());
      case LAUNCHER -> first(Processes.Found::isLauncher);
      case SUPERVISOR -> {
        OptionalLong supervisor =
            first(found -> !found.isLauncher() && !found.isLaunch() && found.pid() != process.pid());
        yield supervisor.isPresent() ? supervisor : find(Target.LAUNCHER);
      }
      case CHILD -> child();
    };
  }

  private OptionalLong child() {
    long untilNs = System.nanoTime() + UNTIL_THE_NEXT_CHILD.toNanos();
    OptionalLong child = first(Processes.Found::isLaunch);
    while (child.isEmpty() && !isOver() && untilNs - System.nanoTime() > 0) {
      Moment.sleep(LOOK_EVERY);
      child = first(Processes.Found::isLaunch);
    }
    return child;
  }

  private OptionalLong first(Predicate<Processes.Found> which) {
    return processes.alive().stream().filter(which).mapToLong(Processes.Found::pid).findFirst();
  }

  /** Waits for its end. */
  Ended end() throws IOException {
    try {
      boolean ended = process.waitFor(MOST.toSeconds(), TimeUnit.SECONDS);
      if (!ended) {
        processes.kill();
      }
      int exitCode = process.waitFor();
      // Processes that it left running may hold its output open.
      reader.join(Duration.ofSeconds(2).toMillis());
      synchronized (said) {
        return new Ended(ended ? exitCode : null, List.copyOf(said));
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    }
  }

  /**
   * The end of a command.
   *
   * @param exitCode null if it hung and was killed
   * @param said the lines of both streams
   */
  record Ended(Integer exitCode, List<String> said) {

    private static final String OWN = "coldstart: ";
    private static final int MOST_CHARACTERS = 200;

    boolean isDone() {
      return exitCode != null && exitCode == 0;
    }

    /** Its messages to the user, who has to fix something. */
    List<String> messages() {
      return said.stream().filter(line -> line.startsWith(OWN)).toList();
    }

    boolean says(String text) {
      return said.stream().anyMatch(line -> line.contains(text));
    }

    /** Whether it shows a stack trace, which does not help a user. */
    boolean hasTrace() {
      return said.stream()
          .anyMatch(line -> line.startsWith("at ") || line.startsWith("Exception in thread")
              || line.contains("this is a defect of coldstart"));
    }

    /** The most important line. */
    String line() {
      Stream<String> best = Stream.of("coldstart: ", "stopped", "is complete", "report: ", "")
          .flatMap(start -> said.stream().filter(line -> line.contains(start)).limit(1));
      return SafeText.start(best.findFirst().orElse("nothing"), MOST_CHARACTERS);
    }

    String code() {
      return exitCode == null ? "hung" : "exit " + exitCode;
    }
  }
}
