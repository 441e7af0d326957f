package dev.coldstart.command;

import dev.coldstart.launcher.catalog.Catalog;
import dev.coldstart.launcher.catalog.Checkout;
import dev.coldstart.launcher.catalog.Jdk;
import dev.coldstart.launcher.scenario.ScenarioPlan;
import dev.coldstart.record.Scenarios;
import dev.coldstart.record.text.SafeText;
import java.io.PrintStream;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

@Command(name = "list",
    description = "Lists fixtures, configurations, profiles, JVM options, scenarios and JDKs, and what cannot run here and why.",
    mixinStandardHelpOptions = true)
final class ListCommand implements Callable<Integer> {

  private static final String ROW = "  %-42s %s%n";

  @Override
  public Integer call() {
    Catalog catalog = Catalog.of(Checkout.find());
    PrintStream out = System.out;
    out.println("Fixtures");
    catalog.fixtures().forEach(fixture -> row(out, fixture.id(), fixture.title() + named(fixture.onRequest())));
    out.println("Configurations, on the newest JDK");
    Jdk newest = catalog.jdks().newest();
    catalog.configurations().forEach(configuration -> {
      String cannot = configuration.cannotRunOn(newest).map(reason -> " - cannot run: " + reason).orElse("");
      row(out, configuration.id(), configuration.label() + named(configuration.onRequest()) + cannot);
    });
    out.println("Profiles");
    catalog.profiles().forEach(profile -> {
      String cannot = profile.requires().absent() == null
          ? profile.unmetOn(newest).map(reason -> " - cannot run: " + reason).orElse("")
          : " - not measured: " + profile.requires().absent();
      row(out, profile.id(), profile.label() + cannot);
    });
    out.println("JVM options, to add to a profile's name after a plus sign; or any argument with --jvm-arg");
    catalog.jvmOptions().forEach(option -> row(out, option.id(), option.label()));
    out.println("Scenarios");
    Scenarios.KINDS.forEach(scenario -> {
      String cannot = ScenarioPlan.cannotRun(scenario.id()).map(reason -> " - cannot run: " + reason).orElse("");
      row(out, scenario.id(), scenario.question() + cannot);
    });
    out.println("JDKs");
    catalog.jdks().all().forEach(jdk -> row(out, jdk.id(), words(jdk)));
    catalog.jdks().onRequest().forEach(jdk -> row(out, "--jdk " + jdk.version() + ", or its home", words(jdk)));
    catalog.jdks().unusable().forEach(jdk -> row(out, "not used", SafeText.brief(jdk.home() + " " + jdk.reason())));
    return 0;
  }

  private static String named(boolean onRequest) {
    return onRequest ? " (only if named)" : "";
  }

  private static String words(Jdk jdk) {
    String facts = jdk.version() + ", " + jdk.vendor() + ", " + jdk.home();
    return jdk.cannotLink().isEmpty() ? facts : facts + ", without jdeps and jlink";
  }

  private static void row(PrintStream out, String id, String text) {
    out.printf(Locale.ROOT, ROW, id, text);
  }
}
