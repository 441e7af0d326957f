package dev.coldstart.record;

import java.time.Instant;
import java.util.List;

/** Invented tunings for tests. */
public final class SampleTunings {

  public static final String YARDSTICK = "plain-java.twin/default/jdk25";
  public static final String CHOSEN = "chicory.compiler/appcds+heap-16m/jdk25";
  public static final String UNTUNED = "chicory.compiler/default/jdk25";

  private SampleTunings() {}

  /** A complete tuning: two generations, an arm that failed, and a final run that measured the chosen arm again. */
  public static Tuning ended(String id, String run) {
    return tuning(id, generations(), "no-better-child", end(run));
  }

  /** The same, interrupted in its first generation: a round is undecided. */
  public static Tuning cut(String id) {
    Tuning.Generation first = generations().get(0);
    List<Tuning.Round> rounds = List.of(first.rounds().get(0), new Tuning.Round("round-02", 24, null));
    return tuning(id, List.of(new Tuning.Generation(1, first.candidates(), rounds)), null, null);
  }

  /** A tuning in which every text from outside is the given one. */
  public static Tuning hostile(String evil) {
    Tuning.Round round = new Tuning.Round(evil, 3,
        List.of(new Tuning.Place(evil, -1.0, true, null), new Tuning.Place(evil, null, false, evil)));
    Tuning.Generation generation = new Tuning.Generation(1, List.of(new Tuning.Entry(evil, evil)), List.of(round));
    Tuning.End end =
        new Tuning.End(evil, evil, List.of(new Tuning.Ratio(evil, 2.0, 0.0, -3.0)), List.of(List.of(evil)));
    return new Tuning(Tuning.SCHEMA, evil, Instant.EPOCH, null, null, null, List.of(evil), evil, evil, evil, 1, 1, null,
        null, 1, evil, List.of(generation, generation), evil, end, null, null);
  }

  private static Tuning tuning(String id, List<Tuning.Generation> generations, String searchEndedBy, Tuning.End end) {
    Instant startedAt = Instant.parse("2026-01-02T03:04:05Z");
    return new Tuning(Tuning.SCHEMA, id, startedAt, end == null ? null : startedAt.plusSeconds(60), null,
        startedAt.plusSeconds(60), List.of("tune", "--runtime", "chicory", "--fixture", "hello"), "chicory", "hello",
        "jdk25", 7, 240_000, 61_000L, 60_000L, 30, YARDSTICK, generations, searchEndedBy, end, null, null);
  }

  private static List<Tuning.Generation> generations() {
    Tuning.Round halved = new Tuning.Round("round-01", 3,
        List.of(place("chicory.compiler/appcds/jdk25", 1.5), place(UNTUNED, 2.0),
            new Tuning.Place("chicory.interpreter/default/jdk25", 6.5, false, "not among the fastest 2 of 3"),
            new Tuning.Place("chicory.interpreter/appcds/jdk25", null, false, "an invalid launch: exit code 1")));
    Tuning.Round ordered =
        new Tuning.Round("round-02", 24, List.of(place("chicory.compiler/appcds/jdk25", 1.4), place(UNTUNED, 2.1)));
    Tuning.Round last =
        new Tuning.Round("round-03", 24, List.of(place(CHOSEN, 1.2), place("chicory.compiler/appcds/jdk25", 1.4)));
    return List.of(
        new Tuning.Generation(1,
            List.of(new Tuning.Entry("chicory.compiler/appcds/jdk25", null),
                new Tuning.Entry("chicory.interpreter/appcds/jdk25", null), new Tuning.Entry(UNTUNED, null),
                new Tuning.Entry("chicory.interpreter/default/jdk25", null)),
            List.of(halved, ordered)),
        new Tuning.Generation(2, List.of(new Tuning.Entry("chicory.compiler/appcds/jdk25", null),
            new Tuning.Entry(CHOSEN, "chicory.compiler/appcds/jdk25")), List.of(last)));
  }

  private static Tuning.Place place(String arm, double ratio) {
    return new Tuning.Place(arm, ratio, true, null);
  }

  private static Tuning.End end(String run) {
    return new Tuning.End(CHOSEN, run,
        List.of(new Tuning.Ratio(UNTUNED, 0.6, 0.55, 0.65),
            new Tuning.Ratio("chicory.interpreter/default/jdk25", 0.2, 0.19, 0.21),
            new Tuning.Ratio("plain-java.twin/appcds+heap-16m/jdk25", 1.25, 1.2, 1.3)),
        List.of(List.of("<jdk25>/bin/java", "-XX:ArchiveClassesAtExit=<cache>", "a b")));
  }
}
