package dev.coldstart.child;

import com.sun.management.OperatingSystemMXBean;
import dev.coldstart.spi.WasmRuntime;
import java.io.File;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * What a child says of itself after its response: {@link #FIRST_LINE}, sections, {@link #LAST_LINE}. A section is a
 * line {@code <name> <length in bytes>} and then that many bytes: a file as the kernel or the JVM gives it, or a text.
 * The parent parses them. A section that this platform does not give, or that is too long, is left out.
 *
 * <p>The counters must say what the response took, so they are read before anything else is done, and as raw bytes:
 * parsing them here took longer than some handlers. For the same reason no lambda, no string concatenation, no format
 * and no NIO is used here. And because whatever is done before the response is measured, neither this class nor its
 * buffer may exist before the response is out.
 */
public final class ChildReport {

  public static final String FIRST_LINE = "coldstart-report 2";
  public static final String LAST_LINE = "coldstart-report end";

  /** /proc/self/stat. */
  public static final String STAT = "stat";

  /** /proc/self/task/&#42;/schedstat of all live threads, one after the other. */
  public static final String SCHEDSTAT = "schedstat";

  /** CPU time in ns by the JDK, where there is no {@link #SCHEDSTAT}; in ticks of 10 ms on Linux. */
  public static final String CPU_NS_BY_JDK = "cpuNsByJdk";

  /** HotSpot's file of performance counters. */
  public static final String HSPERFDATA = "hsperfdata";

  /** /proc/self/status. */
  public static final String STATUS = "status";

  /** /proc/self/maps. */
  public static final String MAPS = "maps";

  /** The end of each phase, by {@link dev.coldstart.spi.Phase#ordinal()}, in ns of nanoTime, with commas. */
  public static final String STAMPS_NS = "stampsNs";

  public static final String CLASS_PATH = "classPath";
  public static final String JAVA_HOME = "javaHome";

  /** In place of these two, of a child that is no JVM: the script that it runs. */
  public static final String SCRIPT = "script";

  /** {@link WasmRuntime#engine()}, where it was asked for. */
  public static final String ENGINE = "engine";

  /** How long each call after the first took, with commas, where further calls were asked for. */
  public static final String CALL_NS = "callNs";

  /** How many instances lived at each reading, with commas, where instances were asked for. */
  public static final String INSTANCES = "instances";

  /** /proc/self/status at each of these readings, one after the other. */
  public static final String INSTANCES_STATUS = "instancesStatus";

  /** Why further calls or instances ended early. */
  public static final String FAILURE = "failure";

  /** Far more than a file takes: HotSpot's counters 32 KiB, the maps of a large JVM near 100. */
  private static final int MOST_SECTION_BYTES = 1 << 19;

  /** Enough for any length below the parent's bound on a whole report. */
  private static final int LENGTH_DIGITS = 7;

  /** FileInputStream copies through memory that it allocates, where it is asked for more at once. */
  private static final int READ_BYTES = 8192;

  private static final String TASKS = "/proc/self/task";

  private byte[] bytes = new byte[1 << 16];
  private int length;

  /** Where the section that is being written begins, and where its content does. */
  private int header;
  private int content;

  ChildReport() {
    append(FIRST_LINE);
    append("\n");
  }

  /** Reads what counts on, the processor's time first. */
  void readCounters() {
    // First, because it makes the kernel bring the reading thread's times up to date, which schedstat alone does not:
    // they would be up to a tick of 4 ms old.
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
      // A thread may have ended meanwhile, and then has no such file.
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
   * The path of HotSpot's counters of this JVM, which there need not be. They are not read from the management beans:
   * starting those loads hundreds of classes, which would then be counted, and they do not tell which classes came from
   * an archive.
   */
  static String hsperfdata() {
    // HotSpot ignores java.io.tmpdir here: /tmp on Linux, the user's own folder on macOS.
    File file = hsperfdata("/tmp");
    // Only then: reading the environment loads 8 classes.
    return (file.canRead() ? file : hsperfdata(System.getenv("TMPDIR"))).getPath();
  }

  private static File hsperfdata(String temporary) {
    return new File(new File(temporary, "hsperfdata_".concat(System.getProperty("user.name"))), pid());
  }

  /** Where possible not from ProcessHandle, which starts a thread pool and loads 140 classes. */
  private static String pid() {
    File self = new File("/proc/self");
    try {
      return self.exists() ? self.getCanonicalFile().getName() : String.valueOf(ProcessHandle.current().pid());
    } catch (IOException unresolved) {
      return "";
    }
  }

  /**
   * Adds what the counters do not depend on, and writes the whole. The status comes only here, so that the peak of the
   * resident set is that of all that the child was asked for, further instances included.
   *
   * @param identified the adapter whose engine is to be named; null for none
   */
  void writeTo(OutputStream out, long[] stamps, WasmRuntime identified) throws IOException {
    file(STATUS, "/proc/self/status");
    file(MAPS, "/proc/self/maps");
    text(STAMPS_NS, joined(stamps));
    text(CLASS_PATH, System.getProperty("java.class.path"));
    text(JAVA_HOME, System.getProperty("java.home"));
    text(ENGINE, identified == null ? null : identified.engine());
    append(LAST_LINE);
    append("\n");
    out.write(bytes, 0, length);
  }

  /** Adds a section that holds a file. */
  private void file(String name, String path) {
    begin(name);
    append(new File(path));
    end();
  }

  /** Adds a section that holds a text; none if it is null. */
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

  /** Ends the section; false if there is nothing in it or too much, and then it is left out. */
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

  /** Adds the file's bytes to the section; false if it cannot be read. */
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

  /** Not by a charset: StandardCharsets loads 9 classes, which the counters would hold. */
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
