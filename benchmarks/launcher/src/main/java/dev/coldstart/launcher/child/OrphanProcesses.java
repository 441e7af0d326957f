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
 * Processes that children left behind. Every child gets a marker variable in its environment. Its descendants inherit
 * the variable and keep it when the child has ended. Works on Linux only, and does not find a process with a cleared
 * environment.
 */
final class OrphanProcesses {

  private static final File PROC = new File("/proc");

  /** Linux limits the environment to a quarter of the stack limit, 2 MB in most cases. */
  private static final int MOST_BYTES = 4 << 20;

  private static final int MOST_COMMAND_CHARACTERS = 120;

  /** The maximum number of searches, because processes may start others while they are being killed. */
  private static final int MOST_ROUNDS = 5;

  /** The common prefix of all launches' marks. This process's own mark ends before the dash. */
  private static final String LAUNCHES = ProcessMark.OWN + "-";

  private static final AtomicInteger NEXT = new AtomicInteger();

  /** The value of {@link ProcessMark#VARIABLE} for the next launch. */
  String nextMark() {
    return LAUNCHES + HexFormat.of().toHexDigits(NEXT.getAndIncrement());
  }

  /** Kills the processes that any launch of this process left behind, and returns a description of each. */
  List<String> kill() {
    return kill(LAUNCHES);
  }

  /** Kills all processes whose mark begins with this text, and returns a description of each. */
  List<String> kill(String mark) {
    Map<Long, String> killed = new TreeMap<>();
    for (int round = 0; round < MOST_ROUNDS; round++) {
      int before = killed.size();
      for (long pid : SystemFiles.REAL.processes().stream().filter(pid -> isMarked(pid, mark)).toList()) {
        // Get the handle first: it holds the start time, so no other process that reuses the number can be killed.
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

  /** False for a zombie, because it no longer has an environment. */
  private static boolean isMarked(long pid, String mark) {
    String environment = "\0" + text(pid, "environ", MOST_BYTES, StandardCharsets.ISO_8859_1);
    return environment.contains("\0" + ProcessMark.VARIABLE + "=" + mark);
  }

  private static String command(long pid) {
    String words = text(pid, "cmdline", MOST_COMMAND_CHARACTERS * 4, StandardCharsets.UTF_8).replace('\0', ' ');
    return SafeText.start(words, MOST_COMMAND_CHARACTERS);
  }

  /** The content of a file in /proc. Empty if the process has ended or belongs to another user. */
  private static String text(long pid, String file, int most, Charset charset) {
    try (InputStream in = new FileInputStream(new File(PROC, pid + "/" + file))) {
      return new String(in.readNBytes(most), charset);
    } catch (IOException gone) {
      return "";
    }
  }
}
