package dev.coldstart.report.run;

import dev.coldstart.record.Arm;
import dev.coldstart.record.ArmLaunches;
import dev.coldstart.record.JmhResult;
import dev.coldstart.record.Launch;
import dev.coldstart.record.Manifest.FixtureFacts;
import dev.coldstart.record.Manifest;
import dev.coldstart.record.PhasesNs;
import dev.coldstart.record.RunData;
import dev.coldstart.report.text.ArmName;
import dev.coldstart.report.text.ArmNames;
import dev.coldstart.report.text.PhaseWords;
import dev.coldstart.report.text.RunFacts.Fact;
import dev.coldstart.report.text.RunFacts;
import dev.coldstart.stats.run.ArmSummary;
import dev.coldstart.stats.run.Neighbour;
import dev.coldstart.stats.run.Summary;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A run and its summary together, as every section asks for them.
 *
 * @param fixtures those in which something is compared; all, when nothing is in any. The others are in every run so
 * that it checks itself.
 * @param byFixture the arms that are compared, in the summary's order
 */
public record RunView(RunData run, Summary summary, ArmNames names, List<FixtureFacts> fixtures,
    Map<String, List<ArmSummary>> byFixture) {

  /** So many arms over all fixtures are shown in full. */
  private static final int MOST_IN_FULL = 200;

  /** Of more, so many over all fixtures: with what answers, a page of 400 arms then takes 1.4 MB. */
  private static final int MOST_ROWS = 60;

  private static final int FEWEST_ROWS = 3;

  public RunView(RunData run, Summary summary) {
    this(run, summary, new ArmNames(run.manifest()), compared(run.manifest()),
        summary.arms()
            .stream()
            .filter(arm -> !arm.arm().isControl())
            .collect(Collectors.groupingBy(arm -> arm.arm().fixture())));
  }

  public ArmName name(Arm arm) {
    return names.of(arm);
  }

  /** Which run this is. */
  public List<Fact> facts() {
    Manifest manifest = run.manifest();
    // Also those that do not count.
    long launches = run.launched().mapToLong(arm -> arm.launches().size()).sum();
    return List.of(Fact.of("Started", RunFacts.date(manifest.startedAt())), Fact.of("Took", RunFacts.took(manifest)),
        Fact.of("Commit", RunFacts.commit(manifest)), Fact.of("Machine", RunFacts.machine(manifest.machine())),
        Fact.of("JDKs", RunFacts.jdks(manifest.jdks())), Fact.of("Launches", launches));
  }

  private static List<FixtureFacts> compared(Manifest manifest) {
    List<FixtureFacts> all = manifest.fixtures();
    List<FixtureFacts> compared = all.stream().filter(fixture -> !isForControls(armsOf(manifest, fixture))).toList();
    Stream<Arm> arms = compared.stream().flatMap(fixture -> armsOf(manifest, fixture).stream());
    return arms.allMatch(Arm::isControl) ? all : compared;
  }

  private static List<Arm> armsOf(Manifest manifest, FixtureFacts fixture) {
    return manifest.arms().stream().filter(arm -> arm.fixture().equals(fixture.id())).toList();
  }

  /** Whether one configuration alone is among a fixture's arms, which others are compared with or a control repeats. */
  private static boolean isForControls(List<Arm> arms) {
    boolean alone = arms.stream().filter(arm -> !arm.isControl()).map(Arm::configuration).distinct().count() == 1;
    return alone && arms.stream().anyMatch(arm -> arm.baseline() || arm.isControl());
  }

  /** A fixture's name for people. */
  public String title(String fixture) {
    return run.manifest()
        .fixtures()
        .stream()
        .filter(facts -> facts.id().equals(fixture))
        .findFirst()
        .map(RunFacts::title)
        .orElse(fixture);
  }

  /** The same with a profile and JDK, where the run has several of them. */
  public String title(String fixture, String variant) {
    return variant.isEmpty() ? title(fixture) : title(fixture) + " (" + variant + ")";
  }

  /** Those that are compared for their own sake, as the manifest has them. */
  public Stream<Arm> arms() {
    return run.manifest().arms().stream().filter(arm -> !arm.isControl());
  }

  /** Those by which the run checks itself. */
  public List<Arm> controls() {
    return run.manifest().arms().stream().filter(Arm::isControl).toList();
  }

  /** Those compared, in the summary's order: by first response. */
  public List<ArmSummary> armsOf(FixtureFacts fixture) {
    return byFixture.getOrDefault(fixture.id(), List.of());
  }

  /** The arm that a control is, whatever the others are compared with. */
  public Optional<Arm> repeatedBy(Arm control) {
    return arms().filter(control::repeats).findFirst();
  }

  /** What an arm is compared with. */
  public Optional<Arm> baselineOf(Arm arm) {
    return arms().filter(other -> other.baseline() && other.isBeside(arm)).findFirst();
  }

  /** The next in the order of first responses, where the run does not tell it from the arm. */
  Optional<Arm> openAfter(Arm arm) {
    return open().filter(neighbour -> neighbour.before().key().equals(arm.key())).map(Neighbour::arm).findFirst();
  }

  /** Likewise the one before. */
  public Optional<Arm> openBefore(Arm arm) {
    return open().filter(neighbour -> neighbour.arm().key().equals(arm.key())).map(Neighbour::before).findFirst();
  }

  private Stream<Neighbour> open() {
    return summary.neighbours().stream().filter(Neighbour::isOpen);
  }

  public boolean isTrusted() {
    return summary.status().isTrusted();
  }

  /** Those with at least one launch that counts. */
  public List<ArmSummary> measured(FixtureFacts fixture) {
    return armsOf(fixture).stream().filter(arm -> arm.n() > 0).toList();
  }

  /**
   * What a page of very many arms has room for: of what explains, not of what answers, the first of each fixture.
   *
   * @param rows of one fixture, those that say most first
   */
  public <T> List<T> first(List<T> rows) {
    return rows.subList(0, Math.min(rows.size(), mostRows()));
  }

  /**
   * What {@link #first} leaves out, in words; empty when that is nothing.
   *
   * @param rows how many there are of that fixture
   */
  public String more(int rows) {
    return rows <= mostRows()
        ? ""
        : "These are the first " + mostRows() + " of " + rows + ": a page of so many arms has no room for the others."
            + " The files of the run have them.";
  }

  private int mostRows() {
    int arms = fixtures.stream().mapToInt(fixture -> measured(fixture).size()).sum();
    return arms <= MOST_IN_FULL ? Integer.MAX_VALUE : Math.max(FEWEST_ROWS, MOST_ROWS / fixtures.size());
  }

  public List<Launch> countedOf(Arm arm) {
    return launchesOf(arm).counted();
  }

  /** An arm of the run's manifest has launches, be it none. */
  public ArmLaunches launchesOf(Arm arm) {
    return run.arm(arm.key()).orElseThrow();
  }

  /** By phase and then by runtime, whatever the order in which JMH was asked. */
  public List<JmhResult> jmh(FixtureFacts fixture) {
    return run.jmh()
        .stream()
        .filter(result -> result.fixture().equals(fixture.id()))
        .sorted(Comparator.<JmhResult>comparingInt(result -> PhasesNs.NAMES.indexOf(result.phase()))
            .thenComparing(result -> names.ofConfiguration(result.configuration()).mark().place()))
        .toList();
  }

  /** The phases that a configuration cannot separate, and what holds them. */
  public Map<String, String> fused(String configuration) {
    return run.manifest()
        .arms()
        .stream()
        .filter(arm -> arm.configuration().equals(configuration))
        .findFirst()
        .map(Arm::fused)
        .orElse(Map.of());
  }

  /** A configuration, and its engine as it states itself; null where it never ran. */
  public record Engine(ArmName name, String engine) {}

  /** An engine says the same in every fixture, profile and JDK: once a configuration, and again where it does not. */
  public List<Engine> engines() {
    return arms().filter(Arm::ran)
        .map(arm -> new Engine(names.ofConfiguration(arm.configuration()), arm.engine()))
        .distinct()
        .toList();
  }

  /** What a benchmark repeats, as its method says it: {@code invoke} for {@code SteadyState.invoke}. */
  public String operation(JmhResult result) {
    return PhaseWords.of(result.benchmark().substring(result.benchmark().lastIndexOf('.') + 1));
  }
}
