package dev.coldstart.command;

import dev.coldstart.launcher.catalog.Catalog;
import dev.coldstart.launcher.catalog.Checkout;
import dev.coldstart.launcher.catalog.Jdk;
import java.io.PrintStream;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

@Command(name = "list",
    description = "Lists fixtures, configurations, profiles, levers and JDKs, and what cannot run here and why.",
    mixinStandardHelpOptions = true)
final class ListCommand implements Callable<Integer> {

  private static final String ROW = "  %-42s %s%n";

  @Override
  public Integer call() {
    Catalog catalog = Catalog.of(Checkout.find());
    PrintStream out = System.out;
    out.println("Fixtures");
    catalog.fixtures().forEach(fixture -> row(out, fixture.id(), fixture.title()));
    out.println("Configurations, on the newest JDK");
    Jdk newest = catalog.jdks().newest();
    catalog.configurations().forEach(configuration -> {
      String cannot = configuration.cannotRunOn(newest).map(reason -> " - cannot run: " + reason).orElse("");
      String request = configuration.onRequest() ? " (on request)" : "";
      row(out, configuration.id(), configuration.label() + request + cannot);
    });
    out.println("Profiles");
    catalog.profiles().forEach(profile -> row(out, profile.id(), profile.label()));
    out.println("Levers, which may stand after a profile's name, each after a plus sign");
    catalog.levers().forEach(lever -> row(out, lever.id(), lever.label()));
    out.println("JDKs");
    catalog.jdks().all().forEach(jdk -> row(out, jdk.id(), jdk.version() + ", " + jdk.vendor() + ", " + jdk.home()));
    return 0;
  }

  private static void row(PrintStream out, String id, String text) {
    out.printf(Locale.ROOT, ROW, id, text);
  }
}
