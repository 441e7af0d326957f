package dev.coldstart.command;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import dev.coldstart.child.ColdStart;
import dev.coldstart.fixtures.Fixture;
import dev.coldstart.launcher.catalog.Catalog;
import dev.coldstart.launcher.catalog.Checkout;
import dev.coldstart.launcher.catalog.Configuration;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The allowed dependencies between the compiled classes. */
class ArchitectureTest {

  private static final String PROJECT = "dev.coldstart..";
  private static final String SPI = "dev.coldstart.spi..";
  private static final String LAUNCHER = "dev.coldstart.launcher..";
  private static final String STATS = "dev.coldstart.stats..";
  private static final String REPORT = "dev.coldstart.report..";
  private static final String COMMAND = "dev.coldstart.command..";
  private static final String CHILD = "dev.coldstart.child..";
  private static final Path HOME = Checkout.find().root();
  private static final int MOST_CLASSES_IN_A_PACKAGE = 30;

  private static final Pattern ARTIFACT = Pattern.compile("</parent>\\s*<artifactId>([^<]+)</artifactId>");

  /** Cached by module, because reading them takes most of the time. */
  private static final Map<String, JavaClasses> CLASSES = new HashMap<>();

  @Test
  void shouldLetTheSpiKnowOnlyTheJdk() {
    JavaClasses classes = classesOf("benchmarks/spi");
    classes().that()
        .resideInAPackage(SPI)
        .should()
        .onlyDependOnClassesThat(resideInAnyPackage("java..", SPI))
        .check(classes);
    classes().should()
        .onlyDependOnClassesThat(resideInAnyPackage("java..", "com.sun.management..", SPI, CHILD))
        .check(classes);
  }

  @ParameterizedTest
  @MethodSource("runtimes")
  void shouldLetARuntimeKnowOnlyTheSpi(String directory) {
    JavaClasses classes = classesOf("benchmarks/runtimes/" + directory);
    String own = classes.iterator().next().getPackageName();
    assertThat(own).startsWith("dev.coldstart.runtimes.");
    assertThat(classes).allMatch(type -> type.getPackageName().startsWith(own));
    noClasses().that()
        .areNotAssignableTo(ColdStart.class)
        .should()
        .dependOnClassesThat(resideInAPackage(PROJECT).and(not(resideInAnyPackage(SPI, own + ".."))))
        .check(classes);
    noClasses().should()
        .dependOnClassesThat(resideInAPackage(PROJECT).and(not(resideInAnyPackage(SPI, CHILD, own + ".."))))
        .check(classes);
  }

  @Test
  void shouldLetJmhKnowOnlyTheSpi() {
    noClasses().should()
        .dependOnClassesThat(resideInAPackage(PROJECT).and(not(resideInAnyPackage(SPI, CHILD, "dev.coldstart.jmh.."))))
        .check(classesOf("benchmarks/jmh"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"benchmarks/launcher", "benchmarks/record", "reports/stats", "reports/report",
      "reports/validation", "wasm-fixtures", "benchmarks/jmh", "command"})
  void shouldKeepRuntimesUnknown(String module) {
    assertKnowsNothingOf(module, "dev.coldstart.runtimes..");
  }

  @Test
  void shouldLetDataFlowOneWay() {
    assertKnowsNothingOf("benchmarks/record", STATS, REPORT, COMMAND, LAUNCHER);
    assertKnowsNothingOf("benchmarks/launcher", STATS, REPORT, COMMAND);
    assertKnowsNothingOf("reports/stats", REPORT, COMMAND, LAUNCHER);
    assertKnowsNothingOf("reports/report", COMMAND, LAUNCHER);
    assertKnowsNothingOf("reports/validation", COMMAND);
    for (String product : List.of("benchmarks/launcher", "reports/stats", "reports/report", "command")) {
      assertKnowsNothingOf(product, "dev.coldstart.validation..");
    }
    assertKnowsNothingOf("wasm-fixtures", SPI, CHILD, LAUNCHER);
  }

  @Test
  void shouldBuildNoBenchmarkOnReports() {
    List<String> above = Stream.of("reports", "command")
        .flatMap(folder -> poms(folder).stream())
        .map(ArchitectureTest::artifact)
        .toList();
    assertThat(above).contains("coldstart-stats", "coldstart-report", "coldstart-command");
    assertThat(poms("benchmarks")).hasSizeGreaterThan(5)
        .allSatisfy(pom -> assertThat(contents(pom))
            .doesNotContain(above.stream().map(id -> "<artifactId>" + id + "</artifactId>").toList()));
  }

  @Test
  void shouldHoldOneSubjectInAPackage() {
    Map<Path, Long> classes = files(HOME, ".*/src/main/java/.*\\.java").stream()
        .filter(file -> !file.endsWith("package-info.java"))
        .collect(Collectors.groupingBy(Path::getParent, Collectors.counting()));
    assertThat(classes).hasSizeGreaterThan(10)
        .allSatisfy(
            (folder, count) -> assertThat(count).as(folder.toString()).isLessThanOrEqualTo(MOST_CLASSES_IN_A_PACKAGE));
  }

  /**
   * Labels, order and reasons come from the data: a new runtime or fixture is a directory and needs no change here. In
   * Java, only texts are searched for a runtime's name, because libraries may use the same word in their identifiers.
   */
  @ParameterizedTest
  @ValueSource(strings = {"benchmarks/launcher", "benchmarks/record", "reports/stats", "reports/report",
      "reports/validation", "command"})
  void shouldNameNoRuntimeAndNoFixtureInSources(String module) {
    Catalog catalog = Catalog.of(Checkout.find());
    List<String> runtimes = catalog.configurations().stream().map(Configuration::runtime).distinct().toList();
    List<String> fixtures = catalog.fixtures().stream().map(Fixture::id).toList();
    assertThat(runtimes).hasSizeGreaterThan(3);
    assertThat(fixtures).hasSizeGreaterThan(3);
    // A fixture's id may be a common word or a field's name, so only a text that equals the id counts.
    String anyFixture = "[\"'](" + String.join("|", fixtures) + ")[\"']";
    String anyRuntime = "\\b(" + String.join("|", runtimes) + ")\\b";
    Pattern inJava = Pattern.compile("[\"'][^\"'\n]*" + anyRuntime + "|" + anyFixture);
    Pattern elsewhere = Pattern.compile(anyRuntime + "|" + anyFixture);

    List<Path> sources = sourcesOf(module);
    assertThat(sources).isNotEmpty();
    assertThat(sources).allSatisfy(source -> assertThat(Files.readString(source))
        .doesNotContainPattern(source.toString().endsWith(".java") ? inJava : elsewhere));
  }

  private static void assertKnowsNothingOf(String module, String... packages) {
    noClasses().should().dependOnClassesThat().resideInAnyPackage(packages).check(classesOf(module));
  }

  private static JavaClasses classesOf(String module) {
    JavaClasses classes = CLASSES.computeIfAbsent(module,
        any -> new ClassFileImporter().importPath(HOME.resolve(module).resolve("target/classes")));
    assertThat(classes).as(module + " is not built: mvn verify -DskipTests").isNotEmpty();
    return classes;
  }

  /** The runtimes that run in a JVM. The others have no classes. */
  static List<String> runtimes() throws IOException {
    try (Stream<Path> entries = Files.list(HOME.resolve("benchmarks/runtimes"))) {
      return entries.filter(entry -> Files.exists(entry.resolve("runtime.json")))
          .filter(entry -> !contents(entry.resolve("runtime.json")).contains("\"program\""))
          .map(entry -> entry.getFileName().toString())
          .sorted()
          .toList();
    }
  }

  private static String contents(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<Path> sourcesOf(String module) {
    return files(HOME.resolve(module), ".*/src/main/.*\\.(java|jte|js|css)");
  }

  private static List<Path> poms(String folder) {
    return files(HOME.resolve(folder), ".*[/.]pom\\.xml");
  }

  /** The artifact id of a pom's module. */
  private static String artifact(Path pom) {
    Matcher id = ARTIFACT.matcher(contents(pom));
    assertThat(id.find()).as(pom.toString()).isTrue();
    return id.group(1);
  }

  /** Files whose whole path matches, without the build's output. */
  private static List<Path> files(Path folder, String pattern) {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(file -> file.toString().matches(pattern) && !file.toString().contains("/target/"))
          .filter(Files::isRegularFile)
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
