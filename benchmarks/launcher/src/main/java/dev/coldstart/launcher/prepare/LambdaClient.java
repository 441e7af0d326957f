package dev.coldstart.launcher.prepare;

import dev.coldstart.fixtures.Fixture;
import dev.coldstart.lambda.LambdaHandler;
import dev.coldstart.launcher.plan.PlannedArm;
import dev.coldstart.record.Arm;
import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * AWS Lambda's Java client, which takes the place of a child's main and loads the child as its handler.
 *
 * @param jars follow the arm's class path
 */
public record LambdaClient(List<Path> jars) {

  /** The handler, as the platform names one. */
  public static final String HANDLER = "dev.coldstart.lambda.LambdaHandler::handleRequest";

  private static final String MAIN = "com.amazonaws.services.lambda.runtime.api.client.AWSLambda";
  private static final int NATIVE_ACCESS_FROM = 24;
  private static final String NATIVE_ACCESS = "--enable-native-access=ALL-UNNAMED";

  /** The command line of a launch. */
  public List<String> words(ChildCommand child) {
    Fixture fixture = child.arm().fixture();
    List<String> words = new ArrayList<>(List.of(child.jvm().resolve("bin/java").toString()));
    words.addAll(child.jvmArgs());
    if (child.arm().jdk().feature() >= NATIVE_ACCESS_FROM && !words.contains(NATIVE_ACCESS)) {
      words.add(NATIVE_ACCESS);
    }
    words.addAll(properties(child.arm(), fixture.module().toString(), fixture.importsWord()));
    words.addAll(List.of(Arm.CLASS_PATH, classPath(child), MAIN, HANDLER));
    return words;
  }

  /** The arguments that tell the handler what it runs. */
  public static List<String> properties(PlannedArm arm, String module, String imports) {
    return List.of(property(LambdaHandler.CHILD, arm.configuration().child()),
        property(LambdaHandler.FIXTURE, arm.fixture().id()), property(LambdaHandler.MODULE, module),
        property(LambdaHandler.ENTRY, arm.fixture().entry().word()), property(LambdaHandler.IMPORTS, imports));
  }

  private static String property(String name, String value) {
    return "-D" + name + "=" + value;
  }

  /** The class path of a launch. */
  public String classPath(ChildCommand child) {
    return child.classPath() + File.pathSeparator + ChildCommand.joined(jars);
  }

  /**
   * The variables by which the platform tells the client about itself.
   *
   * @param api host and port of the Runtime API
   */
  public static Map<String, String> environment(String api) {
    return Map.of("AWS_LAMBDA_RUNTIME_API", api, "AWS_LAMBDA_FUNCTION_NAME", "coldstart",
        "AWS_LAMBDA_FUNCTION_MEMORY_SIZE", "1769", "AWS_LAMBDA_FUNCTION_VERSION", "$LATEST",
        "AWS_LAMBDA_LOG_GROUP_NAME", "local", "AWS_LAMBDA_LOG_STREAM_NAME", "local", "AWS_REGION", "local");
  }
}
