package dev.coldstart.report.run;

import dev.coldstart.record.Manifest;
import dev.coldstart.report.text.Fact;
import dev.coldstart.report.text.RunFacts;
import java.util.List;

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
