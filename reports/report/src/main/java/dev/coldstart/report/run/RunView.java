package dev.coldstart.report.run;

import dev.coldstart.record.Arm;
import dev.coldstart.record.ArmLaunches;
import dev.coldstart.record.JmhResult;
import dev.coldstart.record.Launch;
import dev.coldstart.record.LaunchLine;
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
import dev.coldstart.stats.run.Machines;
import dev.coldstart.stats.run.Neighbour;
import dev.coldstart.stats.run.Summary;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A run and its summary, prepared for all sections of a page.
 *
 * @param fixtures those in which something is compared, or all if there are none. The others are in a run only for its
 * self-checks
 * @param byFixture the compared arms, in the summary's order
 * @param shown the run, or if it is of several machines, what was measured on the first one: launches and times are
 * drawn of that
 */
public record RunView(RunData run, Summary summary, ArmNames names, List<FixtureFacts> fixtures,
    Map<String, List<ArmSummary>> byFixture, RunData shown) {

  /** Up to this many arms over all fixtures are shown in full. */
  private static final int MOST_IN_FULL = 200;

  /** For more arms, this many rows over all fixtures: with the answers, a page of 400 arms then takes 1.4 MB. */
  private static final int MOST_ROWS = 60;

  private static final int FEWEST_ROWS = 3;

  public RunView(RunData run, Summary summary) {
    this(run, summary, new ArmNames(run.manifest()), compared(run.manifest()),
        summary.arms()
            .stream()
            .filter(arm -> !arm.arm().isControl())
            .collect(Collectors.groupingBy(arm -> arm.arm().fixture())),
        Machines.of(run).first());
  }

  public ArmName name(Arm arm) {
    return names.of(arm);
  }

  /** A run's own note about a configuration begins with its id. The page names configurations by their labels. */
  public String named(String note) {
    return arms().map(Arm::configuration)
        .filter(id -> note.startsWith(id + ": "))
        .findFirst()
        .map(id -> names.ofConfiguration(id).inSentence() + note.substring(id.length()))
        .orElse(note);
  }

  /** Facts that identify the run. */
  public List<Fact> facts() {
    Manifest manifest = run.manifest();
    // Including launches that do not count.
    long launches = run.launched().mapToLong(arm -> arm.launches().size()).sum();
    int ofScenarios =
        run.scenarios().lines().values().stream().flatMap(List::stream).mapToInt(LaunchLine::launches).sum();
    List<Fact> facts = new ArrayList<>(List.of(Fact.of("Started", RunFacts.date(manifest.startedAt())),
        Fact.of("Total time", RunFacts.took(manifest)), Fact.of("Commit", RunFacts.commit(manifest)),
        Fact.of("Machine", machine()), Fact.of("JDKs", RunFacts.jdks(manifest.jdks())),
        Fact.of("Launches", launches + (ofScenarios == 0 ? "" : ", plus " + ofScenarios + " for scenarios"))));
    if (manifest.plan().isCold()) {
      facts.add(Fact.of("Page cache", "cold: each launch reads its files from the disk"));
    }
    return facts;
  }

  private String machine() {
    String first = RunFacts.machine(shown.manifest().machine());
    int machines = run.manifest().machines();
    return machines == 1 ? first : machines + " machines; times are of the first: " + first;
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

  /** Whether nothing is compared in a fixture: each of its arms is a baseline or is repeated by a control. */
  private static boolean isForControls(List<Arm> arms) {
    return arms.stream()
        .allMatch(arm -> arm.baseline() || arm.isControl()
            || arms.stream().anyMatch(control -> control.isControl() && control.repeats(arm)));
  }

  /** In a sentence, what the arms are compared with. */
  public String baselines() {
    List<String> named = configurations(Arm::baseline);
    return named.isEmpty()
        ? "The run has no baseline, so nothing is compared."
        : "Each arm is compared with " + baselineOfEach() + ": " + String.join("; or ", named) + ".";
  }

  /** In a sentence, the baseline of each arm if there are several. */
  public String baselineOfEach() {
    return arms().anyMatch(arm -> !arm.builtConfiguration().isEmpty())
        ? "the first build of its configuration"
        : "the baseline of its profile and JDK";
  }

  /** The configurations that are measured, each with what it does, as far as its label does not say it. */
  public List<String> configurations() {
    return configurations(arm -> true);
  }

  private List<String> configurations(Predicate<Arm> which) {
    return arms().filter(which)
        .filter(arm -> fixtures.stream().anyMatch(fixture -> fixture.id().equals(arm.fixture())))
        .map(Arm::configuration)
        .distinct()
        .map(id -> names.ofConfiguration(id).inSentence()
            + run.manifest().about(id).map(about -> " — " + about).orElse(""))
        .toList();
  }

  /** A fixture's display name. */
  public String title(String fixture) {
    return run.manifest()
        .fixtures()
        .stream()
        .filter(facts -> facts.id().equals(fixture))
        .findFirst()
        .map(RunFacts::title)
        .orElse(fixture);
  }

  /** The same with a profile and JDK, if the run has several of them. */
  public String title(String fixture, String variant) {
    return variant.isEmpty() ? title(fixture) : title(fixture) + " (" + variant + ")";
  }

  /** All arms but the controls, in the manifest's order. */
  public Stream<Arm> arms() {
    return run.manifest().arms().stream().filter(arm -> !arm.isControl());
  }

  /** The control arms. */
  public List<Arm> controls() {
    return run.manifest().arms().stream().filter(Arm::isControl).toList();
  }

  /** The compared arms, in the summary's order: by typical time. */
  public List<ArmSummary> armsOf(FixtureFacts fixture) {
    return byFixture.getOrDefault(fixture.id(), List.of());
  }

  /** The arm that a control repeats, whatever the baseline is. */
  public Optional<Arm> repeatedBy(Arm control) {
    return arms().filter(control::repeats).findFirst();
  }

  /** The arm that it is compared with. */
  public Optional<Arm> baselineOf(Arm arm) {
    return arms().filter(other -> other.baseline() && other.isBeside(arm)).findFirst();
  }

  /** The arm before it in the order of first responses, if the run shows no clear difference between the two. */
  public Optional<Arm> openBefore(Arm arm) {
    return summary.neighbours()
        .stream()
        .filter(neighbour -> neighbour.isOpen() && neighbour.arm().key().equals(arm.key()))
        .map(Neighbour::before)
        .findFirst();
  }

  public boolean isTrusted() {
    return summary.status().isTrusted();
  }

  /** The arms with at least one counted launch. */
  public List<ArmSummary> measured(FixtureFacts fixture) {
    return armsOf(fixture).stream().filter(arm -> arm.n() > 0).toList();
  }

  /**
   * Shortens a list for a page of very many arms. For details only: the answers are always complete.
   *
   * @param rows of one fixture, the most informative first
   */
  public <T> List<T> first(List<T> rows) {
    return rows.subList(0, Math.min(rows.size(), mostRows()));
  }

  /**
   * In words, what {@link #first} leaves out; empty if nothing is.
   *
   * @param rows number of rows for that fixture
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

  /** The launches of an arm in the run's manifest, on the machine that is shown; the list may be empty. */
  public ArmLaunches launchesOf(Arm arm) {
    return shown.arm(arm.key()).orElseThrow();
  }

  /** By phase and then by runtime, in whatever order JMH ran them. */
  public List<JmhResult> jmh(FixtureFacts fixture) {
    return run.jmh()
        .stream()
        .filter(result -> result.fixture().equals(fixture.id()))
        .sorted(Comparator.<JmhResult>comparingInt(result -> PhasesNs.NAMES.indexOf(result.phase()))
            .thenComparing(result -> names.ofConfiguration(result.configuration()).mark().place()))
        .toList();
  }

  /** The phases that a configuration cannot separate, and the phases that hold their time. */
  public Map<String, String> fused(String configuration) {
    return run.manifest()
        .arms()
        .stream()
        .filter(arm -> arm.configuration().equals(configuration))
        .findFirst()
        .map(Arm::fused)
        .orElse(Map.of());
  }

  /** A configuration, and its engine as it states itself; null if it never ran. */
  public record Engine(ArmName name, String engine) {}

  /** One per configuration and engine: an engine usually states the same in every fixture, profile and JDK. */
  public List<Engine> engines() {
    return arms().filter(Arm::ran)
        .map(arm -> new Engine(names.ofConfiguration(arm.configuration()), arm.engine()))
        .distinct()
        .toList();
  }

  /** The operation of a benchmark, from its method: {@code invoke} for {@code SteadyState.invoke}. */
  public String operation(JmhResult result) {
    return PhaseWords.of(result.benchmark().substring(result.benchmark().lastIndexOf('.') + 1));
  }
}
