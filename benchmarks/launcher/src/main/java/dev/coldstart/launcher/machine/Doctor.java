package dev.coldstart.launcher.machine;

import dev.coldstart.launcher.TemporaryFolder;
import dev.coldstart.launcher.UserError;
import dev.coldstart.launcher.catalog.Catalog;
import dev.coldstart.launcher.catalog.Checkout;
import dev.coldstart.launcher.catalog.Configuration;
import dev.coldstart.launcher.catalog.Jdk;
import dev.coldstart.launcher.machine.Doctor.Finding;
import dev.coldstart.record.Guards;
import dev.coldstart.record.Manifest.Machine;
import dev.coldstart.record.Manifest;
import dev.coldstart.record.text.SafeText;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Checks the machine for conditions that would spoil a measurement. */
public final class Doctor {

  /** Several times what children on two cores need to unpack and compile. */
  private static final long LEAST_FREE_BYTES = 2L << 30;

  private static final double MOST_LOAD_PER_PROCESSOR = 0.25;

  /** A fraction of all processors; with two of them, a tenth of one. A kernel and an idle shell stay below it. */
  private static final double MOST_OTHERS_PART = 0.05;

  /** While no launch runs, nothing of this run has to wait, so any pressure comes from other work. */
  private static final double MOST_PRESSURE_PART = 0.10;

  /** Fractions refer to the time between two readings. Ticks are 10 ms long. */
  private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(1);

  /** @param text the finding and, if it is not good, the advice */
  public record Finding(boolean good, String text) {

    static Finding good(String text) {
      return new Finding(true, text);
    }

    static Finding bad(String text) {
      return new Finding(false, text);
    }

    /** @param advice is appended if the finding is not good */
    static Finding of(boolean good, String text, String advice) {
      return new Finding(good, good ? text : text + advice);
    }
  }

  private Doctor() {}

  public static List<Finding> examine(Checkout home) {
    List<Finding> findings = new ArrayList<>();
    Machine machine = SystemFiles.REAL.machine();
    findings
        .add(Finding.good(machine.os() + ", " + machine.processorName() + ", " + machine.processors() + " processors"));
    findings.addAll(of(guards(home), MachineGuards.LIMITS, machine.processors()));
    List<Manifest.Spawn> spawns = SpawnCalibration.measure(() -> false);
    if (!spawns.isEmpty()) {
      findings.add(Finding.good(SpawnCalibration.text(spawns)));
      SpawnCalibration.advice(spawns).map(Finding::bad).ifPresent(findings::add);
    }
    findings.addAll(of(TemporaryFolder.ofThisJvm()));
    findings.addAll(results(home));
    findings.add(lock());
    findings.addAll(configurations(Catalog.of(home)));
    return findings;
  }

  /** Checks that children have a temporary folder to write to, and that native code can be loaded from it. */
  static List<Finding> of(TemporaryFolder temporary) {
    List<Finding> findings = new ArrayList<>();
    findings.add(temporary.unfit(TemporaryFolder.TO_BEGIN_BYTES)
        .map(Finding::bad)
        .orElseGet(() -> disk("temporary folder " + temporary.path(),
            temporary.freeBytes().applyAsLong(temporary.path()), ", or " + TemporaryFolder.MOVE)));
    temporary.noNativeCode().map(Finding::bad).ifPresent(findings::add);
    return findings;
  }

  /**
   * Checks that runs and caches can be written. A checkout that belongs to another user or to an image can still be
   * measured.
   */
  private static List<Finding> results(Checkout home) {
    List<Finding> findings = new ArrayList<>();
    Path folder = Folders.there(home.out());
    findings.add(disk("folder " + folder + ", for runs", folder.toFile().getUsableSpace(), ""));
    if (!Folders.canBeMade(home.out())) {
      findings.add(Finding.good(home.out() + " is not writable: choose another folder with run --out"));
    }
    if (!Folders.canBeMade(home.caches())) {
      findings.add(Finding.good(home.caches() + " is not writable: each run makes its own caches"));
    }
    return findings;
  }

  /** @param more is appended to the advice */
  private static Finding disk(String what, long freeBytes, String more) {
    return Finding.of(freeBytes >= LEAST_FREE_BYTES,
        String.format(Locale.ROOT, "%s: %.1f GB free", what, freeBytes / 1e9), "; make room" + more);
  }

  private static Finding lock() {
    try {
      RunLock.take(RunLock.place()).close();
      return Finding.good("no other run is measuring on this machine");
    } catch (UserError taken) {
      return Finding.bad(taken.getMessage());
    }
  }

  private static List<Finding> configurations(Catalog catalog) {
    Jdk newest = catalog.jdks().newest();
    List<Finding> findings = new ArrayList<>();
    findings.add(Finding.good("newest JDK: " + newest.version() + ", " + newest.vendor()));
    catalog.jdks().unusable().forEach(jdk -> findings.add(notUsed(jdk)));
    List<Configuration> all = catalog.configurations();
    all.stream()
        .flatMap(one -> one.cannotRunOn(newest).map(reason -> cannotRun(one, reason)).stream())
        .forEach(findings::add);
    long can = all.stream().filter(one -> one.cannotRunOn(newest).isEmpty()).count();
    findings.add(Finding.good(can + " of " + all.size() + " configurations are built and can run"));
    return findings;
  }

  /** Does not count as a problem: it is listed so that a user who expects this JDK sees the reason. */
  static Finding notUsed(Jdk.Unusable jdk) {
    return Finding.good("JDK not used: " + SafeText.brief(jdk.home() + " " + jdk.reason()));
  }

  /** A configuration that is measured on request only is no problem if it cannot run. */
  private static Finding cannotRun(Configuration configuration, String reason) {
    String text = configuration.id() + " cannot run: " + reason;
    return configuration.onRequest() ? Finding.good(text + " (only if named)") : Finding.bad(text);
  }

  /** Reads the guards as a run does between two blocks. */
  private static Guards guards(Checkout home) {
    MachineGuards guards = new MachineGuards(SystemFiles.REAL, home.root(), System::nanoTime);
    try {
      Thread.sleep(BETWEEN_LOOKS.toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return guards.get();
  }

  /**
   * The machine's state, with advice. Only steal and throttling make a run retry a block; the other values help to set
   * up a machine.
   */
  static List<Finding> of(Guards guards, Manifest.Limits limits, int processors) {
    return List.of(load(guards.load(), processors),
        part("processor time used by other programs", guards.othersPart(), MOST_OTHERS_PART, false,
            "stop other work; top shows it"),
        part("steal", guards.stealPart(), limits.stealPart(), true,
            "the host is overcommitted: measure at another time, or on a dedicated machine"),
        part("throttling by the container's quota", guards.throttledPart(), limits.throttledPart(), true,
            "raise the quota to whole processors, or remove it"),
        part("waiting for a processor", guards.cpuPressurePart(), MOST_PRESSURE_PART, false,
            "more programs run than there are processors: stop some of them"),
        part("waiting for the disk", guards.ioPressurePart(), MOST_PRESSURE_PART, false,
            "a program reads or writes a lot: wait until it ends"),
        part("waiting for memory", guards.memoryPressurePart(), MOST_PRESSURE_PART, false,
            "memory is short: stop other programs"),
        governor(guards.governor()), otherJvms(guards.otherJvms()));
  }

  private static Finding load(Double load, int processors) {
    double most = MOST_LOAD_PER_PROCESSOR * processors;
    return load == null
        ? unseen("load average")
        : Finding.of(load <= most,
            String.format(Locale.ROOT, "load average %.2f on %d processors (at most %.2f)", load, processors, most),
            ": other programs run; stop them, or wait a minute");
  }

  /** @param again whether a block is retried if the value is above the limit */
  private static Finding part(String what, Double part, double most, boolean again, String advice) {
    return part == null
        ? unseen(what)
        : Finding.of(part <= most, String.format(Locale.ROOT, "%s: %.1f %% (%s %.0f %%)", what, 100 * part,
            again ? "a block is retried above" : "at most", 100 * most), ": " + advice);
  }

  private static Finding governor(String governor) {
    return governor == null
        ? unseen("frequency governor")
        : Finding.of(governor.equals("performance"), "frequency governor: " + governor,
            "; set it to performance, for example with cpupower frequency-set -g performance");
  }

  private static Finding otherJvms(Integer others) {
    if (others == null) {
      return unseen("other JVMs");
    }
    if (others == 0) {
      return Finding.good("no other JVM runs");
    }
    return Finding.bad((others == 1 ? "another JVM runs" : others + " other JVMs run")
        + " (a build server, an editor?): stop them while you measure");
  }

  /** Not every platform provides every value, and a run works without them. */
  private static Finding unseen(String what) {
    return Finding.good(what + ": n/a on this platform");
  }
}
