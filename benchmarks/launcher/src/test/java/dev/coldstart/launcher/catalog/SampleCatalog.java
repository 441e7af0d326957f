package dev.coldstart.launcher.catalog;

import dev.coldstart.fixtures.Fixture;
import dev.coldstart.launcher.plan.SampleArms;
import java.nio.file.Path;
import java.util.List;

/** A catalog of invented things on two invented JDKs. */
public final class SampleCatalog {

  private SampleCatalog() {}

  public static Catalog catalog() {
    Path stage = Path.of("stage");
    return new Catalog(List.of(SampleArms.fixture("hello"), SampleArms.fixture("markdown")), List.of(
        SampleArms.configuration("base.plain", true, stage), SampleArms.configuration("fast.interpreter", false, stage),
        SampleArms.configuration("fast.jit", false, stage), SampleArms.configuration("slow.interpreter", false, stage)),
        List.of(SampleArms.profile("default"), SampleArms.profile("lambda")),
        List.of(SampleArms.option("gc-serial"), SampleArms.option("heap-16m"), SampleArms.option("heap-64m")),
        new Jdks(List.of(SampleArms.jdk(Path.of("jdk-25"), 25), SampleArms.jdk(Path.of("jdk-21"), 21))));
  }

  public static Jdks jdks(Jdk... newestFirst) {
    return new Jdks(List.of(newestFirst));
  }

  /** A catalog of these things, on JDKs whose homes need not exist. */
  public static Catalog of(List<Fixture> fixtures, List<Configuration> configurations, Profile profile, Jdks jdks) {
    return new Catalog(fixtures, configurations, List.of(profile),
        List.of(SampleArms.option("gc-serial"), SampleArms.option("heap-16m")), jdks);
  }
}
