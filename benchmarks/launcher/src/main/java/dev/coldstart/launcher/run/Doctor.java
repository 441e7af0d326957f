package dev.coldstart.launcher.run;

import com.sun.management.OperatingSystemMXBean;
import dev.coldstart.launcher.UserError;
import dev.coldstart.launcher.catalog.Catalog;
import dev.coldstart.launcher.catalog.Configuration;
import dev.coldstart.launcher.catalog.Home;
import dev.coldstart.launcher.catalog.Jdk;
import dev.coldstart.results.Manifest.Machine;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Looks for what would spoil a measurement. */
public final class Doctor {

  /** Two cores' worth of children that unpack and compile fit into it many times over. */
  private static final long LEAST_FREE_BYTES = 2L << 30;

  private static final double MOST_LOAD_PER_PROCESSOR = 0.25;

  /** @param text what was found, and where it is not good what to do */
  public record Finding(boolean good, String text) {}

  private Doctor() {}

  public static List<Finding> examine(Home home) {
    List<Finding> findings = new ArrayList<>();
    Machine machine = Machines.here();
    findings.add(good(machine.os() + ", " + machine.processor() + ", " + machine.processors() + " processors"));
    findings.add(load(machine.processors()));
    findings.add(governor(machine.governor()));
    findings.add(otherJvms());
    findings.add(disk("temporary folder", Path.of(System.getProperty("java.io.tmpdir"))));
    findings.add(disk("checkout", home.root()));
    findings.add(lock());
    findings.addAll(configurations(Catalog.of(home)));
    return findings;
  }

  private static Finding load(int processors) {
    double load = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getSystemLoadAverage();
    String text = String.format(Locale.ROOT, "load average %.2f on %d processors", load, processors);
    return load <= MOST_LOAD_PER_PROCESSOR * processors
        ? good(text)
        : bad(text + ": something else is at work; stop it, or wait a minute");
  }

  private static Finding governor(String governor) {
    if (governor == null) {
      return good("frequency governor: not to be seen, as in most virtual machines");
    }
    return governor.equals("performance")
        ? good("frequency governor: performance")
        : bad("frequency governor: " + governor + "; set performance, for example with cpupower frequency-set -g performance");
  }

  private static Finding otherJvms() {
    long self = ProcessHandle.current().pid();
    long others =
        ProcessHandle.allProcesses()
            .filter(process -> process.pid() != self)
            .filter(process -> process.info().command().map(command -> command.endsWith("/java")).orElse(false))
            .count();
    return others == 0
        ? good("no other JVM runs")
        : bad(others + " other JVMs run (a build server, an editor?): stop them while you measure");
  }

  private static Finding disk(String what, Path place) {
    try {
      long free = Files.getFileStore(place).getUsableSpace();
      String text = String.format(Locale.ROOT, "%s: %.1f GB free", what, free / 1e9);
      return free >= LEAST_FREE_BYTES ? good(text) : bad(text + "; make room");
    } catch (IOException e) {
      return bad(what + " " + place + " cannot be looked at: " + e);
    }
  }

  private static Finding lock() {
    try {
      RunLock.take(RunLock.place()).close();
      return good("no other run measures on this machine");
    } catch (UserError taken) {
      return bad(taken.getMessage());
    }
  }

  private static List<Finding> configurations(Catalog catalog) {
    Jdk newest = catalog.jdks().newest();
    List<Finding> findings = new ArrayList<>();
    findings.add(good("newest JDK: " + newest.version() + ", " + newest.vendor()));
    for (Configuration configuration : catalog.configurations()) {
      findings.add(
          configuration
              .cannotRunOn(newest)
              .map(reason -> bad(configuration.id() + " cannot run: " + reason))
              .orElseGet(() -> good(configuration.id() + " is built and can run")));
    }
    return findings;
  }

  private static Finding good(String text) {
    return new Finding(true, text);
  }

  private static Finding bad(String text) {
    return new Finding(false, text);
  }
}
