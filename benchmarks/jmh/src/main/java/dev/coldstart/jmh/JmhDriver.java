package dev.coldstart.jmh;

import java.io.File;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Collection;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.results.format.ResultFormatFactory;
import org.openjdk.jmh.results.format.ResultFormatType;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.format.OutputFormat;
import org.openjdk.jmh.runner.format.OutputFormatFactory;
import org.openjdk.jmh.runner.options.Options;
import org.openjdk.jmh.runner.options.VerboseMode;

/**
 * Runs JMH, one fork per call.
 *
 * <p>JMH itself would run all forks of a benchmark in a row, which turns the machine's drift into a difference between
 * configurations. It would also discard the forks before a failed one, and write results only at the very end.
 *
 * @param ownClassPath this module's staged jar and its dependencies, which a fork needs in addition to the runtime
 */
public record JmhDriver(List<Path> ownClassPath) {

  private static final int LOG_LINES_IN_MESSAGE = 30;
  private static final String CLASS_PATH = "java.class.path";

  /** JMH's own lines around the output of a fork. */
  private static final Pattern TAG = Pattern.compile("(?m)^</?(failure|forked VM|stdout|stderr)\\b.*>$");

  /** A fork gave no result. The message names the fork, the reason and JMH's log, and quotes a part of the log. */
  public static final class JmhForkException extends Exception {

    private static final long serialVersionUID = 1L;

    private final String reason;

    JmhForkException(String message, String reason, Throwable cause) {
      super(message, cause);
      this.reason = reason;
    }

    /** JMH's reason, followed on separate lines by the output of the fork's JVM. */
    public String reason() {
      return reason;
    }
  }

  static {
    // JMH locks a file in the machine's shared temporary directory and fails if another user owns it. The launcher
    // holds a lock of its own. JMH reads the property once, so it is set before JMH's classes are loaded.
    System.setProperty("jmh.ignoreLock", "true");
  }

  /**
   * Runs one fork and writes JMH's own JSON atomically. JMH's text goes to a file with the same name and the extension
   * {@code .log}.
   *
   * <p>During the call, JMH uses this JVM's {@code java.class.path}, standard output and standard error. This JVM must
   * not start another child in that time, because a timeout would kill it. Concurrent calls run one after the other.
   *
   * @throws JmhForkException if the fork crashes, hangs, answers wrongly or gives no result
   */
  public void run(JmhFork fork, Path json) throws JmhForkException, IOException {
    Path log = json.resolveSibling(json.getFileName().toString().replaceFirst("\\.json$", "") + ".log");
    synchronized (JmhDriver.class) {
      write(results(fork, log), json);
    }
  }

  private Collection<RunResult> results(JmhFork fork, Path log) throws JmhForkException, IOException {
    Options options = fork.options();
    String classPath = Stream.concat(ownClassPath.stream(), fork.subject().classPath().stream())
        .map(Path::toString)
        .collect(Collectors.joining(File.pathSeparator));
    try (PrintStream text = new PrintStream(log.toFile(), StandardCharsets.UTF_8);
      Watchdog watchdog = new Watchdog(fork.timeout())) {
      try {
        Collection<RunResult> results = runLent(options, classPath, text);
        if (!results.isEmpty()) {
          return results;
        }
      } catch (RunnerException | RuntimeException e) {
        throw failure(fork, watchdog.expired() ? "no result within " + fork.timeout() : reason(e), log, e);
      }
      throw failure(fork, "JMH gave no result", log, null);
    }
  }

  /**
   * Lends JMH the global state that it takes from the host JVM: the class path, which becomes the fork's, and the
   * standard streams, to which JMH copies the fork's output.
   */
  private static Collection<RunResult> runLent(Options options, String classPath, PrintStream text)
      throws RunnerException {
    OutputFormat output = OutputFormatFactory.createFormatInstance(text, VerboseMode.NORMAL);
    String classPathBefore = System.getProperty(CLASS_PATH);
    PrintStream outBefore = System.out;
    PrintStream errBefore = System.err;
    System.setProperty(CLASS_PATH, classPath);
    System.setOut(text);
    System.setErr(text);
    try {
      return new Runner(options, output).run();
    } finally {
      System.setProperty(CLASS_PATH, classPathBefore);
      System.setOut(outBefore);
      System.setErr(errBefore);
    }
  }

  /** JMH wraps a benchmark's own exception twice, the second time as suppressed. */
  private static String reason(Throwable failure) {
    Throwable cause = failure.getCause() == null ? failure : failure.getCause();
    return cause.getSuppressed().length == 0 ? cause.toString() : cause.getSuppressed()[0].toString();
  }

  private static JmhForkException failure(JmhFork fork, String reason, Path log, Throwable cause) throws IOException {
    String excerpt = excerpt(log);
    String message = "JMH fork failed: " + fork.description() + ": " + reason + "\nfrom " + log + ":\n" + excerpt;
    return new JmhForkException(message, reason + "\n" + TAG.matcher(excerpt).replaceAll(""), cause);
  }

  /**
   * JMH's log from the first failure on. If there is none, the last lines. If the class of an exception is only on the
   * fork's class path, JMH cannot deserialize it and ends without a result, so only the log shows it.
   */
  private static String excerpt(Path log) throws IOException {
    // Not readAllLines, which fails if a fork has printed invalid UTF-8.
    List<String> lines = new String(Files.readAllBytes(log), StandardCharsets.UTF_8).lines().toList();
    int start = IntStream.range(0, lines.size())
        .filter(i -> lines.get(i).contains("<failure") || lines.get(i).contains("<forked VM failed"))
        .findFirst()
        .orElse(Math.max(0, lines.size() - LOG_LINES_IN_MESSAGE));
    return lines.stream().skip(start).limit(LOG_LINES_IN_MESSAGE).collect(Collectors.joining("\n"));
  }

  private static void write(Collection<RunResult> results, Path json) throws IOException {
    Path partial = json.resolveSibling(json.getFileName() + ".part");
    try (PrintStream text = new PrintStream(partial.toFile(), StandardCharsets.UTF_8)) {
      ResultFormatFactory.getInstance(ResultFormatType.JSON, text).writeOut(results);
      if (text.checkError()) {
        throw new IOException("cannot write " + partial);
      }
    }
    Files.move(partial, json, StandardCopyOption.ATOMIC_MOVE);
  }
}
