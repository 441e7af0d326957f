package dev.coldstart.launcher.deploy;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Descriptions that deploy functions: for AWS's SAM, and for the Serverless Framework. Archives are beside them.
 *
 * @param memoryMb the memory of each function, which also decides its share of a processor; 1,769 MB give a whole one
 */
public record LambdaTemplates(List<LambdaFunction> functions, int memoryMb) {

  private static final int TIMEOUT_S = 30;

  /** template.yaml. */
  public String sam() {
    return """
        # Deploy with: sam deploy --guided
        AWSTemplateFormatVersion: '2010-09-09'
        Transform: AWS::Serverless-2016-10-31
        Description: coldstart's handlers as functions
        Resources:
        """ + functions.stream().map(this::samFunction).collect(Collectors.joining());
  }

  private String samFunction(LambdaFunction function) {
    return String.format(Locale.ROOT, """
          %s:
            Type: AWS::Serverless::Function
            Properties:
              CodeUri: %s
              Handler: %s
              Runtime: %s
              Architectures: [x86_64]
              MemorySize: %d
              Timeout: %d
              Environment:
                Variables:
        %s""", logicalId(function), archive(function), quoted(function.handler()), function.runtime(), memoryMb,
        TIMEOUT_S, variables(function, 10));
  }

  /** serverless.yml. */
  public String serverless() {
    return String.format(Locale.ROOT, """
        # Deploy with: serverless deploy
        service: coldstart
        frameworkVersion: '3'
        # The framework's list of runtimes may be older than the platform's.
        configValidationMode: warn
        provider:
          name: aws
          architecture: x86_64
          memorySize: %d
          timeout: %d
        package:
          individually: true
        functions:
        %s""", memoryMb, TIMEOUT_S,
        functions.stream().map(LambdaTemplates::serverlessFunction).collect(Collectors.joining()));
  }

  private static String serverlessFunction(LambdaFunction function) {
    return String.format(Locale.ROOT, """
          %s:
            handler: %s
            runtime: %s
            package:
              artifact: %s
            environment:
        %s""", logicalId(function), quoted(function.handler()), function.runtime(), archive(function),
        variables(function, 6));
  }

  private static String archive(LambdaFunction function) {
    return quoted(function.name() + ".zip");
  }

  private static String variables(LambdaFunction function, int indent) {
    return function.environment(LambdaFunction.TASK)
        .entrySet()
        .stream()
        .map(variable -> " ".repeat(indent) + variable.getKey() + ": " + quoted(variable.getValue()) + "\n")
        .collect(Collectors.joining());
  }

  /** Letters and digits, as CloudFormation wants it. */
  private static String logicalId(LambdaFunction function) {
    return Stream.of(function.name().split("[^A-Za-z0-9]+"))
        .filter(word -> !word.isEmpty())
        .map(word -> word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1))
        .collect(Collectors.joining());
  }

  private static String quoted(String text) {
    return "'" + text.replace("'", "''") + "'";
  }
}
