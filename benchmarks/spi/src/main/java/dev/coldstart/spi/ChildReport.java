package dev.coldstart.spi;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/**
 * What a child says of itself after its response: lines {@code key=value} between {@link #FIRST_LINE} and
 * {@link #LAST_LINE}. A fact that this platform does not give is left out, never written as 0.
 *
 * <table> <caption>Keys</caption> <tr><td>stampsNs</td><td>the end of each phase, by {@link Phase#ordinal()}, in ns of
 * nanoTime, with commas</td></tr> <tr><td>classPath</td><td>the class path that the JVM in truth has</td></tr>
 * <tr><td>javaHome</td><td>the home of the JVM that it runs in</td></tr> <tr><td>script</td><td>in the place of these
 * two, of a child that is no JVM: the script that it runs</td></tr> <tr><td>archives</td><td>CDS archives and AOT
 * caches that the JVM has mapped, with the path's separator</td></tr>
 * <tr><td>engine</td><td>{@link WasmRuntime#engine()}, where it was asked for</td></tr> <tr><td>cpuNs,
 * runQueueNs</td><td>time on a processor, and time ready but waiting for one, all live threads</td></tr>
 * <tr><td>peakRssBytes</td><td>VmHWM</td></tr> <tr><td>majorFaults</td><td>page faults that needed the disk</td></tr>
 * <tr><td>classesLoaded, classesFromArchive</td><td>classes, and those of them that came from a CDS archive</td></tr>
 * <tr><td>jitNs, gcNs</td><td>time in compilers and collectors</td></tr> <tr><td>callNs</td><td>what each call after
 * the first took, with commas, where it was asked to go on</td></tr> <tr><td>instances, rssBytes</td><td>how many
 * instances lived and the resident set, reading by reading, likewise</td></tr> <tr><td>failure</td><td>why it went on
 * for less than it was asked to</td></tr> </table>
 */
public final class ChildReport {

  public static final String FIRST_LINE = "coldstart-report 1";
  public static final String LAST_LINE = "coldstart-report end";

  private ChildReport() {}

  /**
   * @param identified the adapter whose engine is to be named; null for none
   * @param further lines of what the child did after its response; null for none
   */
  static void write(OutputStream out, long[] stamps, WasmRuntime identified, String further) throws IOException {
    // First, for whatever follows loads classes and takes time of its own.
    JvmCounters counters = JvmCounters.ofThisJvm();
    ProcessFacts facts = ProcessFacts.ofThisProcess();

    StringBuilder text = new StringBuilder(1024).append(FIRST_LINE).append('\n');
    line(text, "stampsNs", joined(stamps));
    line(text, "classPath", System.getProperty("java.class.path"));
    line(text, "javaHome", System.getProperty("java.home"));
    line(text, "archives", facts.archives());
    line(text, "engine", identified == null ? null : identified.engine());
    line(text, "cpuNs", facts.cpuNs());
    line(text, "runQueueNs", facts.runQueueNs());
    line(text, "peakRssBytes", facts.peakRssBytes());
    line(text, "majorFaults", facts.majorFaults());
    line(text, "classesLoaded", counters.classesLoaded());
    line(text, "classesFromArchive", counters.classesFromArchive());
    line(text, "jitNs", counters.jitNs());
    line(text, "gcNs", counters.gcNs());
    text.append(further == null ? "" : further).append(LAST_LINE).append('\n');
    out.write(text.toString().getBytes(StandardCharsets.UTF_8));
  }

  static void line(StringBuilder text, String key, Object value) {
    if (value != null) {
      text.append(key).append('=').append(String.valueOf(value).replace('\n', ' ')).append('\n');
    }
  }

  static String joined(long[] numbers) {
    StringBuilder text = new StringBuilder();
    for (long number : numbers) {
      text.append(text.length() == 0 ? "" : ",").append(number);
    }
    return text.toString();
  }
}
