package dev.coldstart.launcher.machine;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;

/**
 * The limits of one process. Its memory is its resident set: a JVM and an engine reserve far more address space than
 * they use, so a limit of the kernel's on that would stop processes that need little.
 *
 * @param memoryBytes the largest resident set; checked only a few times a second, so a process can exceed it for a
 * moment, and only on platforms that tell it
 * @param diskBytes the most that may be in its temporary folder; checked as seldom
 */
public record ProcessLimits(Duration time, long memoryBytes, long diskBytes) {

  public static final long DEFAULT_MEMORY_BYTES = 4L << 30;

  private static final int BYTES_PER_MIB = 1 << 20;

  /** Far more than the native libraries that engines extract. */
  private static final long DEFAULT_DISK_BYTES = 1L << 30;

  /** With the default limit for the temporary folder. */
  public ProcessLimits(Duration time, long memoryBytes) {
    this(time, memoryBytes, DEFAULT_DISK_BYTES);
  }

  /** With the default limit for memory. */
  public static ProcessLimits of(Duration time) {
    return new ProcessLimits(time, DEFAULT_MEMORY_BYTES);
  }

  /** The same with another time. */
  public ProcessLimits withTime(Duration other) {
    return new ProcessLimits(other, memoryBytes, diskBytes);
  }

  /** Whether the process has more memory than it may have. False if that is unknown. */
  public boolean isExceededBy(long pid) {
    Long bytes = SystemFiles.REAL.residentBytes(pid);
    return bytes != null && bytes > memoryBytes;
  }

  /** Whether the process has more in its temporary folder than it may have. */
  public boolean isExceededIn(Path folder) {
    try {
      return Folders.bytes(folder) > diskBytes;
    } catch (IOException changing) {
      // The process has just removed a file. The next look tells.
      return false;
    }
  }

  /** What to say of a process that was killed for what it wrote. */
  public String exceededDisk() {
    return "had more than " + diskBytes / BYTES_PER_MIB + " MiB in its temporary folder, killed";
  }

  /** What to say of a process that was killed for its memory. */
  public String exceeded() {
    return "had more than " + memoryBytes / BYTES_PER_MIB + " MiB of memory, killed (--memory-limit)";
  }
}
