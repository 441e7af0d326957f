package dev.coldstart.command;

import dev.coldstart.fixtures.NewFixture;
import dev.coldstart.ladder.Ladder;
import dev.coldstart.launcher.UserError;
import dev.coldstart.record.text.Commands;
import dev.coldstart.record.text.IoReason;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(name = "fixture",
    description = "Makes fixtures: from your own module, or from generated ones of growing size.",
    mixinStandardHelpOptions = true, subcommands = {FixtureCommand.New.class, FixtureCommand.SizeLadder.class})
final class FixtureCommand {

  @Command(name = "new", description = "Writes a fixture's directory for a module, to be measured with --fixtures.",
      mixinStandardHelpOptions = true, abbreviateSynopsis = true, footerHeading = "%nExample:%n",
      footer = {"  scripts/coldstart fixture new my.wasm --invoke 'add(2, 3.5)' --out my-fixtures",
          "  scripts/coldstart run --fixtures my-fixtures"})
  static final class New implements Callable<Integer> {

    @Parameters(paramLabel = "<module>", description = "the module, in the binary format")
    private Path module;

    @Mixin(name = "What is done with the module")
    private EntryOptions entry;

    @Option(names = "--out", paramLabel = "<folder>", defaultValue = "fixtures",
        description = "the folder in which the fixture's own directory is made [${DEFAULT-VALUE}]")
    private Path out;

    @Override
    public Integer call() {
      NewFixture fixture = entry.of(module);
      if (Files.exists(out.resolve(fixture.id()))) {
        throw new UserError(
            out.resolve(fixture.id()) + " already exists: remove it, or give another folder with --out");
      }
      try {
        Path made = fixture.writeTo(out, fixture.id());
        System.out.println("fixture: " + made);
        System.out.println("to measure it: " + Commands.here().coldstart("run", "--fixtures", out.toString()));
        return 0;
      } catch (IOException e) {
        throw new UserError("the fixture cannot be written to " + out + ": " + IoReason.of(e), e);
      }
    }
  }

  @Command(name = "ladder", mixinStandardHelpOptions = true, abbreviateSynopsis = true,
      description = "Writes fixtures of generated modules, to be measured with --fixtures: many small functions, few huge ones,"
          + " much data, or many imports and exports, each from 1 kB to 10 MB. They show how the cost grows with the module. The same bytes every time.",
      footerHeading = "%nExample:%n", footer = {"  scripts/coldstart fixture ladder --out ladder",
          "  scripts/coldstart run --fixtures ladder --preset quick"})
  static final class SizeLadder implements Callable<Integer> {

    @Option(names = "--out", paramLabel = "<folder>", required = true,
        description = "the folder in which the fixtures' directories are made; other fixtures in it are measured beside them")
    private Path out;

    @Option(names = "--sizes", paramLabel = "<kB>", split = ",",
        description = "the modules' sizes in kB, from 1 to 10000 [1,3,10,30,100,300,1000,3000,10000]")
    private List<Integer> sizesKb = Ladder.SIZES_KB;

    @Override
    public Integer call() {
      if (!sizesKb.stream().allMatch(Ladder::hasSize)) {
        throw new UserError("--sizes takes sizes in kB, from 1 to 10000, such as 1,10,100; found " + sizesKb);
      }
      try {
        System.out.println("fixtures: " + Ladder.writeTo(out, sizesKb).size() + " in " + out);
        System.out.println("to measure them: " + Commands.here().coldstart("run", "--fixtures", out.toString()));
        return 0;
      } catch (IOException e) {
        throw new UserError("the fixtures cannot be written to " + out + ": " + IoReason.of(e), e);
      }
    }
  }
}
