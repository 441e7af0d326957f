package dev.coldstart.launcher.plan;

import dev.coldstart.fixtures.Entry;
import dev.coldstart.fixtures.Fixture.Event;
import dev.coldstart.fixtures.Fixture;
import dev.coldstart.fixtures.Twin;
import dev.coldstart.launcher.catalog.Configuration.ChildProgram;
import dev.coldstart.launcher.catalog.Configuration;
import dev.coldstart.launcher.catalog.Jdk;
import dev.coldstart.launcher.catalog.JvmArgs;
import dev.coldstart.launcher.catalog.JvmOption;
import dev.coldstart.launcher.catalog.Profile;
import dev.coldstart.launcher.catalog.Requirements;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Invented parts of a plan. */
public final class SampleArms {

  private SampleArms() {}

  public static PlannedArm arm(String configuration, String fixture) {
    return new PlannedArm(configuration(configuration, false, Path.of("stage")), profile("default"),
        jdk(Path.of("jdk"), 25), fixture(fixture));
  }

  /** @param id {@code <runtime>.<configuration>} */
  public static Configuration configuration(String id, boolean baseline, Path stage) {
    String runtime = id.substring(0, id.indexOf('.'));
    return new Configuration(id, runtime, "The runtime " + runtime, "The configuration " + id, null, Optional.empty(),
        "sample.Child", baseline, null, List.of(), false, Map.of(), JvmArgs.NONE, new Requirements(null, null, null),
        Optional.empty(), 2, false, List.of(), Set.of(), List.of(), List.of(), stage);
  }

  /** A copy that needs a JDK in this range of feature versions. Null for no limit. */
  public static Configuration requiring(Configuration c, Integer jdkMin, Integer jdkMax) {
    return new Configuration(c.id(), c.runtime(), c.runtimeLabel(), c.label(), c.about(), c.program(), c.child(),
        c.baseline(), c.twin(), c.fixtures(), c.echoes(), c.fused(), c.jvmArgs(),
        new Requirements(jdkMin, jdkMax, null), c.preparation(), c.steadyWarmupSeconds(), c.onRequest(),
        c.preparedClassPath(), c.lacks(), c.engine(), c.wasiClassPath(), c.stage());
  }

  /**
   * A copy with a preparation.
   *
   * @param main the preparation's main class
   * @param jars folders of jars for the preparation alone
   * @param prepared entries that follow the measured class path
   */
  public static Configuration preparing(Configuration c, String main, List<String> jars, List<String> prepared) {
    return new Configuration(c.id(), c.runtime(), c.runtimeLabel(), c.label(), c.about(), c.program(), c.child(),
        c.baseline(), c.twin(), c.fixtures(), c.echoes(), c.fused(), c.jvmArgs(), c.requires(),
        Optional.of(new Configuration.Preparation("prepared", main, jars)), c.steadyWarmupSeconds(), c.onRequest(),
        prepared, c.lacks(), c.engine(), c.wasiClassPath(), c.stage());
  }

  /** A copy that is measured only if it is named. */
  public static Configuration onRequest(Configuration c) {
    return new Configuration(c.id(), c.runtime(), c.runtimeLabel(), c.label(), c.about(), c.program(), c.child(),
        c.baseline(), c.twin(), c.fixtures(), c.echoes(), c.fused(), c.jvmArgs(), c.requires(), c.preparation(),
        c.steadyWarmupSeconds(), true, c.preparedClassPath(), c.lacks(), c.engine(), c.wasiClassPath(), c.stage());
  }

  /** A fixture that is measured only if it is named, or one that is not the project's. */
  public static Fixture fixture(String id, boolean onRequest, Twin twin) {
    Fixture f = fixture(id);
    return new Fixture(id, f.title(), f.standsFor(), f.module(), f.sha256(), false, onRequest, twin, f.entry(), null,
        f.events(), null);
  }

  /** A copy whose child is not a JVM but a script that the program runs. */
  public static Configuration withProgram(Configuration c, String name) {
    return new Configuration(c.id(), c.runtime(), c.runtimeLabel(), c.label(), c.about(),
        Optional.of(new ChildProgram(name, List.of("SCRIPT_OPTIONS"))), "child.script", c.baseline(), c.twin(),
        c.fixtures(), c.echoes(), c.fused(), c.jvmArgs(), c.requires(), c.preparation(), c.steadyWarmupSeconds(),
        c.onRequest(), c.preparedClassPath(), c.lacks(), c.engine(), c.wasiClassPath(), c.stage());
  }

  public static Profile profile(String id) {
    return new Profile(id, "The profile " + id, JvmArgs.NONE, new Requirements(null, null, null), Optional.empty(),
        List.of(), Optional.empty());
  }

  /** A copy that runs in an image of the JDK's modules. */
  public static Profile linked(Profile p, String... options) {
    return new Profile(p.id(), p.label(), p.jvmArgs(), p.requires(), p.cache(), p.settles(),
        Optional.of(JvmArgs.of(Map.of(17, List.of(options)))));
  }

  /** A JVM option whose group is the part of the id before the dash. */
  public static JvmOption option(String id) {
    JvmArgs args = JvmArgs.of(Map.of(17, List.of("-D" + id)));
    return new JvmOption(id, "The JVM option " + id, id.substring(0, id.indexOf('-')), args, Optional.empty(),
        new Requirements(null, null, null));
  }

  public static Jdk jdk(Path home, int feature) {
    return new Jdk(home, feature, feature + ".0.1+9", "A vendor");
  }

  public static Fixture fixture(String id) {
    return fixture(id, Path.of("event.json"), Path.of("expected.json"));
  }

  public static Fixture fixture(String id, Path event, Path expected) {
    return new Fixture(id, "The fixture " + id, "nothing real", Path.of(id + ".wasm"), "00", false, false,
        Twin.BUILT_IN, Entry.HANDLER, null, List.of(new Event("00-get", event, expected)), null);
  }
}
