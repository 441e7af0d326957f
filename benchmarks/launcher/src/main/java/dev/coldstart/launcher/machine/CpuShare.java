package dev.coldstart.launcher.machine;

import dev.coldstart.record.text.IoReason;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A control group of the kernel's that limits the processor time of the processes in it, for one process at a time. It
 * exists as long as this object is open.
 */
public final class CpuShare implements AutoCloseable {

  /**
   * The kernel gives the share anew after each period, and a process that has used it up waits for the next. Shorter
   * than a launch, so that times grow evenly as the share shrinks. The kernel refuses a share below 1 ms of a period.
   */
  private static final int PERIOD_US = 20_000;

  /** The rest of the name is the id of the process that made it. */
  private static final String NAME = "coldstart-";

  /** Moves the shell into the group, which then becomes the program. */
  private static final String ENTER = "echo $$ >\"$0\" && exec \"$@\"";

  private final Path group;
  private final Version version;

  /** The kernel's two interfaces. */
  private enum Version {

    ONE("cpu.cfs_quota_us") {
      @Override
      void limit(Path group, long quotaUs) throws IOException {
        Files.writeString(group.resolve("cpu.cfs_period_us"), String.valueOf(PERIOD_US));
        Files.writeString(group.resolve(file), String.valueOf(quotaUs));
      }
    },

    TWO("cpu.max") {
      @Override
      void limit(Path group, long quotaUs) throws IOException {
        Files.writeString(group.resolve(file), quotaUs + " " + PERIOD_US);
      }
    };

    /** A group without it cannot limit the time. */
    final String file;

    Version(String file) {
      this.file = file;
    }

    abstract void limit(Path group, long quotaUs) throws IOException;
  }

  private CpuShare(Path group, Version version) {
    this.group = group;
    this.version = version;
  }

  /** Why there can be none on this machine. Empty if there can. */
  public static Optional<String> unavailable() {
    return Tried.REASON;
  }

  /** Tried once, with a program that does nothing. */
  private static final class Tried {

    static final Optional<String> REASON = reason();

    private static Optional<String> reason() {
      try (CpuShare tried = here()) {
        List<String> command = new ArrayList<>(tried.limited(1));
        command.add("true");
        Program.Ended ended = Program.end(
            new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.DISCARD),
            Duration.ofSeconds(10));
        return Optional.ofNullable(ended.failure()).map(why -> "no process may enter a control group here: " + why);
      } catch (IOException e) {
        return Optional.of(IoReason.of(e));
      }
    }
  }

  /** @throws IOException if the kernel has no such group that this user may make; the message says what was tried */
  public static CpuShare here() throws IOException {
    return here(Path.of("/"));
  }

  /** @param root of the file system */
  static CpuShare here(Path root) throws IOException {
    Path groups = root.resolve("sys/fs/cgroup");
    List<String> own = ownGroups(root.resolve("proc/self/cgroup"));
    IOException first = null;
    for (String line : own) {
      // hierarchy-ID:controllers:path
      String[] parts = line.split(":", 3);
      if (parts.length == 3 && Stream.of(parts[1].split(",")).anyMatch("cpu"::equals)) {
        Path mount = groups.resolve(Files.isDirectory(groups.resolve("cpu")) ? "cpu" : parts[1]);
        return made(mount.resolve(parts[2].substring(1)), Version.ONE);
      }
      if (parts.length == 3 && parts[1].isEmpty()) {
        Path current = groups.resolve(parts[2].substring(1)).normalize();
        // A group with processes cannot have groups that limit them, but one beside it can.
        for (Path parent : current.equals(groups) ? List.of(groups) : List.of(current.getParent(), current)) {
          try {
            return made(parent, Version.TWO);
          } catch (IOException e) {
            first = first == null ? e : first;
          }
        }
      }
    }
    throw first == null ? new IOException("this machine has no control groups of Linux for processor time") : first;
  }

  private static List<String> ownGroups(Path file) {
    try {
      // The first version comes first: if it has the processor time, the second does not.
      return Files.readAllLines(file);
    } catch (IOException none) {
      return List.of();
    }
  }

  private static CpuShare made(Path parent, Version version) throws IOException {
    if (!Files.isWritable(parent)) {
      throw new IOException("this user may make no control group in " + parent);
    }
    removeOld(parent);
    Path group = parent.resolve(NAME + ProcessHandle.current().pid());
    if (!Files.isDirectory(group)) {
      Files.createDirectory(group);
    }
    CpuShare share = new CpuShare(group, version);
    if (!Files.exists(group.resolve(version.file))) {
      share.close();
      throw new IOException("a control group in " + parent + " cannot limit processor time");
    }
    return share;
  }

  /** Those of processes that were killed. A group with processes cannot be removed, and stays. */
  private static void removeOld(Path parent) throws IOException {
    try (Stream<Path> all = Files.list(parent)) {
      for (Path old : all.filter(one -> isOld(one.getFileName().toString())).toList()) {
        remove(old);
      }
    }
  }

  private static boolean isOld(String name) {
    return name.matches(NAME + "\\d{1,9}") && ProcessHandle.of(Long.parseLong(name.substring(NAME.length()))).isEmpty();
  }

  /**
   * Limits the next process.
   *
   * @param processors how many processors' time it gets
   * @return the words before its command, which put it into the group
   */
  public List<String> limited(double processors) throws IOException {
    version.limit(group, Math.round(processors * PERIOD_US));
    return List.of("/bin/sh", "-c", ENTER, group.resolve("cgroup.procs").toString());
  }

  private static void remove(Path group) {
    try {
      Files.deleteIfExists(group);
    } catch (IOException itsProcessesStillEnd) {
      // The next one that is made here removes it.
    }
  }

  @Override
  public void close() {
    remove(group);
  }
}
