package dev.coldstart.command;

import dev.coldstart.launcher.UserError;
import dev.coldstart.launcher.catalog.Checkout;
import dev.coldstart.launcher.prepare.FixtureBuilds;
import dev.coldstart.record.Arm;
import dev.coldstart.record.Manifest;
import dev.coldstart.record.RunData;
import dev.coldstart.record.io.RunReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import picocli.CommandLine;

/**
 * A run made again by its own command, beside it, to confirm what it says.
 *
 * @param first the run
 * @param all the commands, of which {@code run} is one
 */
record SecondRun(RunData first, CommandLine all) {

  private static final String FIXTURE = "--fixture";
  private static final String ENGINE = "--engine";
  private static final String OUT = "--out";

  /** Options that it gets anew. */
  private static final List<String> REPLACED = List.of(FIXTURE, ENGINE, "--seed", OUT);

  /**
   * Measures some of the fixtures again.
   *
   * @param arms those that it is about
   * @throws UserError if the run does not tell how it was made, or if the second run was interrupted
   */
  RunData of(List<Arm> arms) throws IOException {
    int code = all.execute(words(arms).toArray(String[]::new));
    Path made = ((RunCommand) all.getSubcommands().get("run").getCommand()).reported()
        .orElseThrow(() -> new UserError(
            "the second run ended with exit code " + code + "; the first is in " + first.folder().path()));
    return RunReader.read(made);
  }

  /**
   * Measures some of the fixtures again, and the same builds.
   *
   * @throws UserError also if the arms are launched in another way now
   */
  RunData ofSameBuilds(List<Arm> arms) throws IOException {
    RunData second = of(arms);
    arms.forEach(arm -> assertSame(arm, second.manifest()));
    return second;
  }

  private List<String> words(List<Arm> arms) throws IOException {
    Manifest manifest = first.manifest();
    if (manifest.commandLine() == null || manifest.commandLine().contains(ResumeAlone.RESUME)) {
      throw new UserError(first.folder().path()
          + " does not tell how it was made, so it cannot be measured again; leave out --confirm, or give gate --no-confirm");
    }
    Checkout home = Checkout.find();
    List<String> words = new ArrayList<>();
    for (int i = 0; i < manifest.commandLine().size(); i++) {
      String word = manifest.commandLine().get(i);
      if (REPLACED.contains(word)) {
        i++;
      } else if (REPLACED.stream().noneMatch(option -> word.startsWith(option + "="))) {
        words.add(home.unnamed(word));
      }
    }
    // Builds of a fixture are named by the command.
    if (manifest.engines() != null && FixtureBuilds.fixture(home.withRecorded(manifest.fixturesFolder())).isEmpty()) {
      words.addAll(List.of(ENGINE, manifest.engines()));
    }
    words.addAll(List.of(OUT, first.folder().path().toRealPath().getParent().toString(), FIXTURE,
        String.join(",", arms.stream().map(Arm::fixture).distinct().toList())));
    return words;
  }

  /** The command has the class path, whose folder is another one for another build. */
  private void assertSame(Arm arm, Manifest second) {
    if (second.arm(arm.key()).filter(same -> Objects.equals(same.command(), arm.command())).isEmpty()) {
      throw new UserError(
          "the second run, " + second.runId() + ", did not measure the same as the first, " + first.manifest().runId()
              + ": the build of " + arm.arm() + " has changed, or what the run depends on; make both runs again");
    }
  }
}
