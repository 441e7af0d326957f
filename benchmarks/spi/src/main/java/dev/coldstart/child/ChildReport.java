package dev.coldstart.child;

import com.sun.management.OperatingSystemMXBean;
import dev.coldstart.spi.CompiledModule;
import dev.coldstart.spi.WasmRuntime;
import java.io.File;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * The report that a child writes after its response: {@link #FIRST_LINE}, sections, {@link #LAST_LINE}. A section is a
 * line {@code <name> <length in bytes>} followed by that many bytes: a file as the kernel or the JVM provides it, or a
 * text. The parent parses the sections. A section is omitted if the platform does not provide it or if it is too long.
 *
 * <p>The counters must show the cost of the response alone, so they are read before anything else, and as raw bytes:
 * parsing them here took longer than some handlers. For the same reason this class uses no lambda, no string
 * concatenation, no formatting and no NIO. Everything done before the response is measured, so this class must not be
 * loaded before the response is written.
 */
public final class ChildReport {

  public static final String FIRST_LINE = "coldstart-report 2";
  public static final String LAST_LINE = "coldstart-report end";

  /** /proc/self/stat. */
  public static final String STAT = "stat";

  /** /proc/self/task/&#42;/schedstat of all live threads, concatenated. */
  public static final String SCHEDSTAT = "schedstat";

  /** CPU time in ns as the JDK reports it, if there is no {@link #SCHEDSTAT}. Its resolution on Linux is 10 ms. */
  public static final String CPU_NS_BY_JDK = "cpuNsByJdk";

  /** HotSpot's performance counter file. */
  public static final String HSPERFDATA = "hsperfdata";

  /** /proc/self/status. */
  public static final String STATUS = "status";

  /** /proc/self/maps. */
  public static final String MAPS = "maps";

  /** The end of each phase, by {@link dev.coldstart.spi.Phase#ordinal()}, in ns of nanoTime, comma-separated. */
  public static final String STAMPS_NS = "stampsNs";

  public static final String CLASS_PATH = "classPath";
  public static final String JAVA_HOME = "javaHome";

  /** The script of a child that is not a JVM. Replaces {@link #CLASS_PATH} and {@link #JAVA_HOME}. */
  public static final String SCRIPT = "script";

  /** {@link WasmRuntime#engine()}, if {@link ColdStart#IDENTIFY} asked for it. */
  public static final String ENGINE = "engine";

  /** {@link CompiledModule#counts()}. */
  public static final String ENGINE_COUNTS = "engineCounts";

  /** Duration of each call after the first in ns, comma-separated. Present if {@link ColdStart#CALLS} asked for it. */
  public static final String CALL_NS = "callNs";

  /**
   * From making to answer of each further instance in ns, comma-separated, if {@link ColdStart#ANOTHER} asked for it.
   */
  public static final String INSTANCE_NS = "instanceNs";

  /** Number of live instances at each reading, comma-separated. Present if {@link ColdStart#INSTANCES} asked for it. */
  public static final String INSTANCES = "instances";

  /** /proc/self/status at each of these readings, concatenated. */
  public static final String INSTANCES_STATUS = "instancesStatus";

  /** Why further calls or instances ended early. */
  public static final String FAILURE = "failure";

  /** Far above the size of real files: HotSpot's counters take 32 KiB, the maps of a large JVM about 100 KiB. */
  private static final int MOST_SECTION_BYTES = 1 << 19;

  /** Enough for any length below the parent's limit on a whole report. */
  private static final int LENGTH_DIGITS = 7;

  /** For a larger read, FileInputStream allocates a temporary buffer and copies through it. */
  private static final int READ_BYTES = 8192;

  private static final String TASKS = "/proc/self/task";

  private byte[] bytes = new byte[1 << 16];
  private int length;

  /** Offset of the section that is being written, and offset of its content. */
  private int header;
  private int content;

  ChildReport() {
    append(FIRST_LINE);
    append("\n");
  }

  /** Reads the counters that keep counting, CPU time first. */
  void readCounters() {
    // First: reading stat makes the kernel update the reading thread's times. Reading schedstat does not, and its times
    // would be up to one tick (4 ms) old.
    file(STAT, "/proc/self/stat");
    if (!schedstat()) {
      text(CPU_NS_BY_JDK, cpuNsByJdk());
    }
    file(HSPERFDATA, hsperfdata());
  }

  private boolean schedstat() {
    begin(SCHEDSTAT);
    String[] threads = new File(TASKS).list();
    for (int i = 0; threads != null && i < threads.length; i++) {
      // A thread that has ended meanwhile has no such file.
      append(new File(new File(TASKS, threads[i]), SCHEDSTAT));
    }
    return end();
  }

  private static String cpuNsByJdk() {
    if (ManagementFactory.getOperatingSystemMXBean() instanceof OperatingSystemMXBean system) {
      long ns = system.getProcessCpuTime();
      return ns < 0 ? null : Long.toString(ns);
    }
    return null;
  }

  /**
   * Path of this JVM's HotSpot counter file, which may not exist. The management beans are no substitute: starting them
   * loads hundreds of classes, which would then be counted, and they do not tell which classes came from an archive.
   */
  static String hsperfdata() {
    // HotSpot ignores java.io.tmpdir here. It uses /tmp on Linux and the user's own folder on macOS.
    File file = hsperfdata("/tmp");
    // Reads the environment only if necessary: that loads 8 classes.
    return (file.canRead() ? file : hsperfdata(System.getenv("TMPDIR"))).getPath();
  }

  private static File hsperfdata(String temporary) {
    return new File(new File(temporary, "hsperfdata_".concat(System.getProperty("user.name"))), pid());
  }

  /** Avoids ProcessHandle where possible: it starts a thread pool and loads 140 classes. */
  private static String pid() {
    File self = new File("/proc/self");
    try {
      return self.exists() ? self.getCanonicalFile().getName() : String.valueOf(ProcessHandle.current().pid());
    } catch (IOException unresolved) {
      return "";
    }
  }

  /**
   * Adds the remaining sections and writes the report. The status is read only here, so that the peak resident set
   * includes everything that the child was asked to do, such as further instances.
   *
   * @param identified the adapter whose engine the report names; null to name none
   * @param module the module whose counts the report has; null for none
   */
  void writeTo(OutputStream out, long[] stamps, WasmRuntime identified, CompiledModule module) throws IOException {
    file(STATUS, "/proc/self/status");
    file(MAPS, "/proc/self/maps");
    text(STAMPS_NS, joined(stamps));
    text(CLASS_PATH, System.getProperty("java.class.path"));
    text(JAVA_HOME, System.getProperty("java.home"));
    text(ENGINE, identified == null ? null : identified.engine());
    text(ENGINE_COUNTS, module == null ? null : module.counts());
    append(LAST_LINE);
    append("\n");
    out.write(bytes, 0, length);
  }

  /** Adds a section with the file's content. */
  private void file(String name, String path) {
    begin(name);
    append(new File(path));
    end();
  }

  /** Adds a section with this text. Does nothing if the text is null. */
  void text(String name, String text) {
    if (text != null) {
      byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
      begin(name);
      makeRoom(utf8.length);
      System.arraycopy(utf8, 0, bytes, length, utf8.length);
      length += utf8.length;
      end();
    }
  }

  static String joined(long[] numbers) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < numbers.length; i++) {
      text.append(i == 0 ? "" : ",").append(numbers[i]);
    }
    return text.toString();
  }

  void begin(String name) {
    header = length;
    append(name);
    append(" 0000000\n");
    content = length;
  }

  /** Ends the section. Drops it and returns false if it is empty or too long. */
  boolean end() {
    int size = length - content;
    if (size == 0 || size > MOST_SECTION_BYTES) {
      length = header;
      return false;
    }
    for (int i = 0; i < LENGTH_DIGITS; i++) {
      bytes[content - 2 - i] = (byte) ('0' + size % 10);
      size /= 10;
    }
    return true;
  }

  /** Adds the file's bytes to the section. Returns false if the file cannot be read. */
  boolean append(File file) {
    try (FileInputStream in = new FileInputStream(file)) {
      int read = 0;
      while (read >= 0 && length - content <= MOST_SECTION_BYTES) {
        length += read;
        makeRoom(READ_BYTES);
        read = in.read(bytes, length, READ_BYTES);
      }
      return true;
    } catch (IOException absent) {
      return false;
    }
  }

  /** Uses no charset: StandardCharsets loads 9 classes, which would be counted. */
  private void append(String ascii) {
    makeRoom(ascii.length());
    for (int i = 0; i < ascii.length(); i++) {
      bytes[length++] = (byte) ascii.charAt(i);
    }
  }

  private void makeRoom(int more) {
    if (bytes.length - length < more) {
      bytes = Arrays.copyOf(bytes, Math.max(2 * bytes.length, length + more));
    }
  }
}
