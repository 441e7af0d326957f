package dev.coldstart.launcher.child;

import dev.coldstart.launcher.machine.ProcessMark;
import dev.coldstart.launcher.machine.SystemFiles;
import dev.coldstart.record.text.SafeText;
import java.io.File;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Processes that children left behind. Every child gets a variable in its environment, which what it starts inherits
 * and keeps when its parent is gone. Found on Linux alone, and not where something cleared its environment.
 */
final class OrphanProcesses {

  private static final File PROC = new File("/proc");

  /** Linux itself bounds an environment at a quarter of the stack, 2 MB mostly. */
  private static final int MOST_BYTES = 4 << 20;

  private static final int MOST_COMMAND_CHARACTERS = 120;

  /** How often one looks again for what was started while others were killed. */
  private static final int MOST_ROUNDS = 5;

  /** Where the mark of a launch begins; this process's own ends before it. */
  private static final String LAUNCHES = ProcessMark.OWN + "-";

  private static final AtomicInteger NEXT = new AtomicInteger();

  /** The value of {@link ProcessMark#VARIABLE} for the next launch. */
  String nextMark() {
    return LAUNCHES + HexFormat.of().toHexDigits(NEXT.getAndIncrement());
  }

  /** Kills what any launch of this process left behind, and says what that was. */
  List<String> kill() {
    return kill(LAUNCHES);
  }

  /** Kills all processes whose mark begins so, and says what they were. */
  List<String> kill(String mark) {
    Map<Long, String> killed = new TreeMap<>();
    for (int round = 0; round < MOST_ROUNDS; round++) {
      int before = killed.size();
      for (long pid : SystemFiles.REAL.processes().stream().filter(pid -> isMarked(pid, mark)).toList()) {
        // The handle first: it holds the start time, so that no other process of the same number is killed.
        Optional<ProcessHandle> process = ProcessHandle.of(pid);
        if (process.isPresent() && isMarked(pid, mark)) {
          killed.putIfAbsent(pid, command(pid));
          process.get().destroyForcibly();
        }
      }
      if (killed.size() == before) {
        break;
      }
    }
    return killed.entrySet().stream().map(entry -> entry.getValue() + " (process " + entry.getKey() + ")").toList();
  }

  /** A process that has ended and waits for its parent to notice has no environment any more. */
  private static boolean isMarked(long pid, String mark) {
    String environment = "\0" + text(pid, "environ", MOST_BYTES, StandardCharsets.ISO_8859_1);
    return environment.contains("\0" + ProcessMark.VARIABLE + "=" + mark);
  }

  private static String command(long pid) {
    String words = text(pid, "cmdline", MOST_COMMAND_CHARACTERS * 4, StandardCharsets.UTF_8).replace('\0', ' ');
    return SafeText.start(words, MOST_COMMAND_CHARACTERS);
  }

  /** A file of a process; empty where it has gone, or is another user's. */
  private static String text(long pid, String file, int most, Charset charset) {
    try (InputStream in = new FileInputStream(new File(PROC, pid + "/" + file))) {
      return new String(in.readNBytes(most), charset);
    } catch (IOException gone) {
      return "";
    }
  }
}
