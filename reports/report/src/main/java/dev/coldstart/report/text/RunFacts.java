package dev.coldstart.report.text;

import dev.coldstart.record.Manifest;
import dev.coldstart.record.Manifest.FixtureFacts;
import dev.coldstart.record.text.Format;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** A run, its machine and its JDKs as every page names them. */
public final class RunFacts {

  private static final DateTimeFormatter DATE =
      DateTimeFormatter.ofPattern("d MMMM yyyy, HH:mm 'UTC'", Locale.ROOT).withZone(ZoneOffset.UTC);

  private static final int SHORT_COMMIT = 12;

  private RunFacts() {}

  /** A fixture's name for people. */
  public static String title(FixtureFacts fixture) {
    return fixture.title() == null ? fixture.id() : fixture.title();
  }

  public static String date(Instant at) {
    return at == null ? Format.MISSING : DATE.format(at);
  }

  public static String took(Manifest manifest) {
    return manifest.endedAt() == null
        ? Format.MISSING
        : Format.duration(Duration.between(manifest.startedAt(), manifest.endedAt()));
  }

  public static String commit(Manifest manifest) {
    if (manifest.commit() == null) {
      return "not in a checkout";
    }
    String id = manifest.commit().substring(0, Math.min(SHORT_COMMIT, manifest.commit().length()));
    return Boolean.TRUE.equals(manifest.clean()) ? id : id + " with uncommitted changes";
  }

  public static String machine(Manifest.Machine machine) {
    String processor = machine.processor() == null ? machine.architecture() : machine.processor();
    return processor + ", " + Format.count(machine.processors(), "processor", "processors");
  }

  public static String jdks(List<Manifest.Jdk> jdks) {
    return jdks.stream().map(jdk -> jdk.vendor() + " " + jdk.version()).collect(Collectors.joining(", "));
  }
}
