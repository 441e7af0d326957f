package dev.coldstart.launcher.catalog;

import dev.coldstart.child.ProvidedImports;
import dev.coldstart.fixtures.Fixture;
import dev.coldstart.fixtures.Twin;
import dev.coldstart.launcher.UserError;
import dev.coldstart.record.Arm;
import dev.coldstart.record.text.Commands;
import dev.coldstart.record.text.Layout;
import dev.coldstart.wasm.Feature;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * One way to use a runtime, as described in the runtime's directory.
 *
 * @param id {@code <runtime>.<configuration>}; it keys stored results and never changes
 * @param about what it does, in a few words; null if its label says it
 * @param program the program that runs the child; empty if the child is a JVM
 * @param child the measured main class, a {@link dev.coldstart.child.ColdStart}; the script if there is a program
 * @param baseline whether others are compared with it
 * @param twin the only fixtures it is for, by where their Java twin is; null if it is for all
 * @param fixtures the only fixtures it is for, by their ids; empty if it is for all
 * @param echoes whether it gets the expected response in place of the event
 * @param fused phases that it cannot separate, each with the phase that includes its time, by their names in the data
 * @param requires the requirements for running it
 * @param preparation work to be done ahead of time, outside the clock
 * @param steadyWarmupSeconds the warm-up that it needs to reach its steady state
 * @param onRequest whether it is measured only if it, or its runtime, is requested by name
 * @param preparedClassPath what follows the staged class path, in the folder that the preparation fills
 * @param lacks features of Wasm that it does not have, as far as is known
 * @param engine the Maven coordinates of the engine, {@code <group>:<artifact>}; empty if no other build of it can be
 * taken
 * @param wasiClassPath folders of jars that follow the class path where a module imports WASI
 * @param stage the folder with the class path that is measured, or with the program's script
 * @param instead what it runs in place of a fixture that is no control; empty for the fixture itself
 */
public record Configuration(String id, String runtime, String runtimeLabel, String label, String about,
    Optional<ChildProgram> program, String child, boolean baseline, Twin.Kind twin, List<String> fixtures,
    boolean echoes, Map<String, String> fused, JvmArgs jvmArgs, Requirements requires,
    Optional<Preparation> preparation, int steadyWarmupSeconds, boolean onRequest, List<String> preparedClassPath,
    Set<Feature> lacks, List<String> engine, List<String> wasiClassPath, Path stage, Optional<Fixture> instead) {

  /** One that runs each fixture as it is. */
  public Configuration(String id, String runtime, String runtimeLabel, String label, String about,
      Optional<ChildProgram> program, String child, boolean baseline, Twin.Kind twin, List<String> fixtures,
      boolean echoes, Map<String, String> fused, JvmArgs jvmArgs, Requirements requires,
      Optional<Preparation> preparation, int steadyWarmupSeconds, boolean onRequest, List<String> preparedClassPath,
      Set<Feature> lacks, List<String> engine, List<String> wasiClassPath, Path stage) {
    this(id, runtime, runtimeLabel, label, about, program, child, baseline, twin, fixtures, echoes, fused, jvmArgs,
        requires, preparation, steadyWarmupSeconds, onRequest, preparedClassPath, lacks, engine, wasiClassPath, stage,
        Optional.empty());
  }

  private static final String CLASS_PATH = "classpath";
  private static final String STAGE = "{stage}";

  /**
   * @param main a class on the class path; its arguments are the folder to fill, the module, the fixture's id, and for
   * a Java twin in a jar, that jar and its class
   * @param classPath folders of jars that follow the staged class path only here; null for none
   */
  public record Preparation(String label, String main, List<String> classPath) {

    public Preparation {
      classPath = classPath == null ? List.of() : List.copyOf(classPath);
    }
  }

  /**
   * The program that runs a child that is a script and not a JVM.
   *
   * @param name the program's name on the PATH
   * @param unset environment variables that are withheld from the children, because they would change what is measured;
   * null for none
   * @param lambda how it runs on AWS Lambda; null if it cannot
   */
  public record ChildProgram(String name, List<String> unset, Lambda lambda) {

    /**
     * A function of AWS Lambda that does the same.
     *
     * @param runtime the platform's runtime
     * @param handler what it calls, with {@code {fixture}} for the fixture's id
     */
    public record Lambda(String runtime, String handler) {}

    public ChildProgram(String name, List<String> unset) {
      this(name, unset, null);
    }

    public ChildProgram {
      unset = unset == null ? List.of() : List.copyOf(unset);
    }

    /** The program's path. Empty if it is not installed. */
    public Optional<Path> find() {
      return find(System.getenv().getOrDefault("PATH", ""));
    }

    Optional<Path> find(String path) {
      return Stream.of(path.split(File.pathSeparator))
          .filter(folder -> !folder.isEmpty())
          .map(folder -> Path.of(folder, name).toAbsolutePath())
          .filter(file -> Files.isRegularFile(file) && Files.isExecutable(file))
          .findFirst();
    }

    /** Why it cannot be measured here. Empty if it can be. */
    Optional<String> unmet() {
      return find().isPresent()
          ? Optional.empty()
          : Optional.of("needs the program " + name + ", which is not on the PATH: install it");
    }
  }

  /**
   * A copy that runs another build.
   *
   * @param first whether the others are compared with it
   */
  Configuration with(Build build, boolean first) {
    Requirements needed = build.failure() == null
        ? requires
        : new Requirements(null, null, null, null, "the build " + build.name() + " of its engine " + build.failure());
    String digest = build.digest().map(known -> (about == null ? "" : about + "; ") + known).orElse(about);
    return new Configuration(build.id(), runtime, runtimeLabel, label + ", " + build.name(), digest, program, child,
        first, null, build.fixture().map(fixture -> List.of(fixture.id())).orElse(List.of()), false, fused, jvmArgs,
        needed, preparation, steadyWarmupSeconds, false, preparedClassPath, lacks, engine, wasiClassPath,
        build.stage().orElse(stage), build.fixture());
  }

  /** A copy that nothing is compared with, and that is measured only if it is named. */
  Configuration withoutBaseline() {
    return new Configuration(id, runtime, runtimeLabel, label, about, program, child, false, twin, fixtures, echoes,
        fused, jvmArgs, requires, preparation, steadyWarmupSeconds, true, preparedClassPath, lacks, engine,
        wasiClassPath, stage);
  }

  /** The fixture as it runs it. */
  public Fixture fixture(Fixture named) {
    return named.control() ? named : instead.orElse(named);
  }

  /** Whether it runs a build that is compared with others. */
  public boolean isBuild() {
    return id.contains(Arm.BUILD);
  }

  /** Whether the fixture can be measured with it. */
  public boolean isFor(Fixture fixture) {
    return (twin == null || twin == fixture.twin().kind()) && (fixtures.isEmpty() || fixtures.contains(fixture.id()));
  }

  /** What it lacks of what a module needs, in words. Empty if it is not known to lack anything. */
  public String lacking(Set<Feature> needed) {
    return needed.stream().filter(lacks::contains).map(Feature::words).collect(Collectors.joining(", "));
  }

  /** Why a module failed in it, beginning with what it lacks. */
  public String explained(String failure, Set<Feature> needed) {
    String lacking = lacking(needed);
    String because =
        failure.contains(ProvidedImports.NOT_PROVIDED) ? failure + "; with --imports zero it returns zero" : failure;
    return lacking.isEmpty() ? because : "the module needs " + lacking + ", which this runtime lacks; " + because;
  }

  /** The class path as the build stages it. */
  public List<Path> classPath() {
    return classPath(stage);
  }

  /**
   * The class path that is measured.
   *
   * @param prepared the folder that the preparation filled
   * @param wasi whether the module imports WASI
   */
  public List<Path> measuredClassPath(Path prepared, boolean wasi) {
    List<Path> entries = new ArrayList<>(classPath());
    preparedClassPath.forEach(entry -> entries.add(Path.of(placed(entry, prepared))));
    if (wasi) {
      wasiClassPath.forEach(folder -> entries.addAll(jarsIn(Path.of(placed(folder, prepared)))));
    }
    return entries;
  }

  /**
   * The class path of the preparation.
   *
   * @param prepared the folder that it fills
   */
  public List<Path> preparationClassPath(Path prepared) {
    List<Path> entries = new ArrayList<>(classPath());
    for (String folder : preparation.orElseThrow().classPath()) {
      entries.addAll(jarsIn(Path.of(placed(folder, prepared))));
    }
    return entries;
  }

  /** Whether its JVM gets more files of its stage than the class path. */
  public boolean usesFilesOfItsStage() {
    return jvmArgs.since().values().stream().flatMap(List::stream).anyMatch(arg -> arg.contains(STAGE));
  }

  /** Text of the description with the folders that it names. */
  public String placed(String text, Path prepared) {
    return text.replace(STAGE, stage.toString()).replace("{prepared}", prepared.toString());
  }

  /** A class path as the build stages it: the module's own jar, then its dependencies in the build's order. */
  public static List<Path> classPath(Path stage) {
    try {
      List<Path> jars = new ArrayList<>(jarsIn(stage));
      Stream.of(Files.readString(stage.resolve(CLASS_PATH)).strip().split(":"))
          .filter(entry -> !entry.isEmpty())
          .forEach(entry -> jars.add(stage.resolve(entry)));
      return jars;
    } catch (IOException e) {
      throw notStaged(stage, e);
    }
  }

  /** The jars in a folder, by name. */
  private static List<Path> jarsIn(Path folder) {
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(file -> file.toString().endsWith(".jar")).sorted().toList();
    } catch (IOException e) {
      throw notStaged(folder, e);
    }
  }

  private static UserError notStaged(Path folder, IOException cause) {
    return new UserError("no staged class path in " + folder + "; " + Commands.here().build(), cause);
  }

  /** The script that the program runs. */
  public Path script() {
    return stage.resolve(child);
  }

  /** Why it cannot be measured with that JDK. Empty if it can be. */
  public Optional<String> cannotRunOn(Jdk jdk) {
    if (requires.absent() != null) {
      return requires.unmetOn(jdk);
    }
    if (program.isPresent() ? !Files.isReadable(script()) : !Files.isReadable(stage.resolve(CLASS_PATH))) {
      return Optional.of(Layout.here() == Layout.ARCHIVE
          ? "is not whole: " + Commands.here().build()
          : "is not built: run mvn verify -DskipTests in the checkout (needs a <module> line in"
              + " benchmarks/runtimes/pom.xml)");
    }
    return program.flatMap(ChildProgram::unmet).or(() -> requires.unmetOn(jdk));
  }
}
