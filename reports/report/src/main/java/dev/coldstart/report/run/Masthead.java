package dev.coldstart.report.run;

import dev.coldstart.record.Manifest;
import dev.coldstart.report.text.Fact;
import dev.coldstart.report.text.RunFacts;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Which run this is. */
public record Masthead(String runId, String date, List<Fact> facts) {

  public static Masthead of(RunView view) {
    Manifest manifest = view.run().manifest();
    return new Masthead(manifest.runId(), RunFacts.date(manifest.startedAt()),
        List.of(Fact.of("Started", RunFacts.date(manifest.startedAt())), Fact.of("Took", RunFacts.took(manifest)),
            Fact.of("Commit", RunFacts.commit(manifest)), Fact.of("Machine", RunFacts.machine(manifest.machine())),
            Fact.of("JDKs", RunFacts.jdks(manifest.jdks())),
            Fact.of("Launches", Long.toString(StatusLine.launches(view)))));
  }
}
