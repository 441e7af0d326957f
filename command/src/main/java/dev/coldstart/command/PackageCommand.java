package dev.coldstart.command;

import dev.coldstart.launcher.UserError;
import dev.coldstart.launcher.catalog.Checkout;
import dev.coldstart.launcher.deploy.LambdaFunction;
import dev.coldstart.launcher.deploy.LambdaTemplates;
import dev.coldstart.launcher.run.ArmOnce;
import dev.coldstart.record.text.IoReason;
import dev.coldstart.report.text.Quantity;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(name = "package-lambda",
    description = "Packs configurations as AWS Lambda functions, and writes the templates to deploy them with. Deploys nothing itself.",
    customSynopsis = "coldstart package-lambda [-hV] [--memory=<MB>] [--out=<folder>] --arm=<ids> <fixture>",
    mixinStandardHelpOptions = true, exitCodeListHeading = ExitCodes.HEADING,
    exitCodeList = {ExitCodes.DONE, ExitCodes.USER_ERROR, ExitCodes.DEFECT}, footerHeading = "%nExample:%n",
    footer = "  scripts/coldstart package-lambda <fixture> --arm <ids> --out lambda")
final class PackageCommand implements Callable<Integer> {

  @Parameters(paramLabel = "<fixture>", description = "the fixture's id")
  private String fixture;

  @Option(names = "--arm", split = ",", hideParamSyntax = true, required = true, paramLabel = "<ids>",
      description = "the configurations, as <runtime>.<configuration>")
  private List<String> arms;

  @Option(names = "--memory", defaultValue = "1769", paramLabel = "<MB>",
      description = "the memory of each function [${DEFAULT-VALUE}, which gives it one whole processor]")
  private int memoryMb;

  @Option(names = "--out", defaultValue = "lambda", paramLabel = "<folder>",
      description = "the folder for the archives and templates [${DEFAULT-VALUE}]")
  private Path out;

  @Override
  public Integer call() {
    return ArmOnce.packed(Checkout.find(), fixture, arms, this::write);
  }

  private int write(List<LambdaFunction> functions) {
    try {
      Files.createDirectories(out);
      for (LambdaFunction function : functions) {
        Path archive = out.resolve(function.name() + ".zip");
        function.writeTo(archive);
        System.out.println(archive + ": " + Quantity.size(Files.size(archive)));
      }
      LambdaTemplates templates = new LambdaTemplates(functions, memoryMb);
      Files.writeString(out.resolve("template.yaml"), templates.sam());
      Files.writeString(out.resolve("serverless.yml"), templates.serverless());
      System.out
          .println("to deploy: template.yaml with AWS SAM, or serverless.yml with the Serverless Framework, in " + out);
      return 0;
    } catch (IOException e) {
      throw new UserError("the functions cannot be written to " + out + ": " + IoReason.of(e), e);
    }
  }
}
