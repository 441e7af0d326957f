package dev.coldstart.launcher.run;

import dev.coldstart.launcher.UserError;
import dev.coldstart.launcher.catalog.Catalog;
import dev.coldstart.launcher.catalog.Configuration;
import dev.coldstart.launcher.catalog.Home;
import dev.coldstart.launcher.catalog.Jdk;
import dev.coldstart.launcher.launch.SpawnCalibration;
import dev.coldstart.record.Guards;
import dev.coldstart.record.Manifest;
import dev.coldstart.record.Manifest.Machine;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Looks for what would spoil a measurement. */
public final class Doctor {

  /** Two cores' worth of children that unpack and compile fit into it many times over. */
  private static final long LEAST_FREE_BYTES = 2L << 30;

  /** Parts are of the time between two looks; ticks are of 10 ms. */
  private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(1);

  /** @param text what was found, and where it is not good what to do */
  public record Finding(boolean good, String text) {

    static Finding good(String text) {
      return new Finding(true, text);
    }

    static Finding bad(String text) {
      return new Finding(false, text);
    }
  }

  private Doctor() {}

  public static List<Finding> examine(Home home) {
    List<Finding> findings = new ArrayList<>();
    Machine machine = Machines.here();
    findings.add(Finding.good(machine.os() + ", " + machine.processor() + ", " + machine.processors() + " processors"));
    findings.addAll(GuardFindings.of(guards(home), RunRequest.LIMITS, machine.processors()));
    findings.addAll(spawns(SpawnCalibration.measure()));
    findings.add(disk("temporary folder", Path.of(System.getProperty("java.io.tmpdir"))));
    findings.add(disk("checkout", home.root()));
    findings.add(lock());
    findings.addAll(configurations(Catalog.of(home)));
    return findings;
  }

  /** What every launch pays for being started; empty where it cannot be measured. */
  static List<Finding> spawns(List<Manifest.Spawn> spawns) {
    if (spawns.isEmpty()) {
      return List.of();
    }
    List<Finding> findings = new ArrayList<>();
    findings.add(Finding.good("starting a trivial program: " + SpawnCalibration.text(spawns)));
    SpawnCalibration.advice(spawns).map(Finding::bad).ifPresent(findings::add);
    return findings;
  }

  private static Finding disk(String what, Path place) {
    try {
      long free = Files.getFileStore(place).getUsableSpace();
      String text = String.format(Locale.ROOT, "%s: %.1f GB free", what, free / 1e9);
      return free >= LEAST_FREE_BYTES ? Finding.good(text) : Finding.bad(text + "; make room");
    } catch (IOException e) {
      return Finding.bad(what + " " + place + " cannot be looked at: " + e);
    }
  }

  private static Finding lock() {
    try {
      RunLock.take(RunLock.place()).close();
      return Finding.good("no other run measures on this machine");
    } catch (UserError taken) {
      return Finding.bad(taken.getMessage());
    }
  }

  private static List<Finding> configurations(Catalog catalog) {
    Jdk newest = catalog.jdks().newest();
    List<Finding> findings = new ArrayList<>();
    findings.add(Finding.good("newest JDK: " + newest.version() + ", " + newest.vendor()));
    for (Configuration configuration : catalog.configurations()) {
      findings.add(configuration.cannotRunOn(newest)
          .map(reason -> cannotRun(configuration, reason))
          .orElseGet(() -> Finding.good(configuration.id() + " is built and can run")));
    }
    return findings;
  }

  /** What is there on request alone spoils nothing where it cannot run. */
  private static Finding cannotRun(Configuration configuration, String reason) {
    String text = configuration.id() + " cannot run: " + reason;
    return configuration.onRequest() ? Finding.good(text + " (on request, nothing else needs it)") : Finding.bad(text);
  }

  /** As a run sees them between two of its blocks. */
  private static Guards guards(Home home) {
    MachineGuards guards = new MachineGuards(SystemFiles.REAL, home.root(), System::nanoTime);
    guards.begin();
    try {
      Thread.sleep(BETWEEN_LOOKS.toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return guards.blockEnded();
  }
}
