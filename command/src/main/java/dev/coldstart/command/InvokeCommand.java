package dev.coldstart.command;

import dev.coldstart.launcher.catalog.Checkout;
import dev.coldstart.launcher.run.ArmOnce;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(name = "invoke",
    description = "Prints the response of a fixture, from a process of its own. Nothing is timed.",
    mixinStandardHelpOptions = true, exitCodeListHeading = ExitCodes.HEADING,
    exitCodeList = {ExitCodes.DONE, ExitCodes.USER_ERROR, ExitCodes.DEFECT})
final class InvokeCommand implements Callable<Integer> {

  @Parameters(paramLabel = "<fixture>", description = "the fixture's id")
  private String fixture;

  @Option(names = "--arm", paramLabel = "<id>",
      description = "the configuration, as <runtime>.<configuration> [the baseline]")
  private String arm;

  @Override
  public Integer call() {
    System.out.println(ArmOnce.response(Checkout.find(), fixture, arm));
    return 0;
  }
}
