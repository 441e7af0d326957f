package dev.coldstart.launcher.scenario;

import dev.coldstart.child.ColdStart;
import dev.coldstart.lambda.LambdaHandler;
import dev.coldstart.launcher.catalog.Checkout;
import dev.coldstart.launcher.catalog.Configuration;
import dev.coldstart.launcher.child.CheckedChildren;
import dev.coldstart.launcher.child.CheckedChildren.CheckedLaunch;
import dev.coldstart.launcher.child.ChildOutcome.End;
import dev.coldstart.launcher.child.StartBarrier;
import dev.coldstart.launcher.plan.PlannedArm;
import dev.coldstart.launcher.prepare.LambdaClient;
import dev.coldstart.launcher.scenario.LaunchDriver.Slot;
import dev.coldstart.record.ApiLaunch;
import dev.coldstart.record.ClientLaunch;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;

/**
 * A launch behind a local stand-in for the Lambda Runtime API.
 *
 * @param reason why it is not valid; null if it is
 * @param startedNs when it was spawned, in ns of nanoTime
 */
record BehindApi(String reason, long startedNs, RuntimeApiServer api) {

  /** Launches a custom runtime: the child itself takes the events. */
  static ApiLaunch byItself(PlannedArm arm, Slot slot, CheckedChildren children) throws IOException {
    try (RuntimeApiServer api = new RuntimeApiServer(event(arm), expected(arm), null)) {
      List<String> words = List.of(ColdStart.RUNTIME_API, api.address(), String.valueOf(ApiLaunch.EVENTS));
      BehindApi ended = of(children.run(arm, 0, words, StartBarrier.OPEN), api);
      return new ApiLaunch(slot.block(), slot.position(), arm.id(), arm.fixture().id(), ended.reason == null,
          ended.reason, ended.sinceSpawn(api.readyNs()), ended.sinceSpawn(api.firstResponseNs()), ended.eventNs());
    }
  }

  /** Launches the platform's Java client, which loads the child as its handler. */
  static ClientLaunch byTheClient(PlannedArm arm, Slot slot, CheckedChildren children) throws IOException {
    LambdaClient client = new LambdaClient(Configuration.classPath(Checkout.find().lambdaStage()));
    byte[] end = LambdaHandler.END.getBytes(StandardCharsets.UTF_8);
    try (RuntimeApiServer api = new RuntimeApiServer(event(arm), expected(arm), end)) {
      BehindApi ended = of(children.run(arm, client, api.address()), api);
      return new ClientLaunch(slot.block(), slot.position(), arm.id(), arm.fixture().id(), ended.reason == null,
          ended.reason, ended.sinceSpawn(api.readyNs()), ended.sinceSpawn(api.firstResponseNs()), ended.eventNs());
    }
  }

  private static BehindApi of(CheckedLaunch child, RuntimeApiServer api) {
    String reason = api.failure()
        .or(() -> child.broken().map(broken -> reported(broken, child.outcome().end(), api)))
        .orElse(api.eventNs().length == ApiLaunch.EVENTS ? null : "it did not answer all its events");
    return new BehindApi(reason, child.outcome().startedNs(), api);
  }

  /** What the platform would report of a child that ended, or was ended, before it had answered all events. */
  private static String reported(String broken, End end, RuntimeApiServer api) {
    int answered = api.eventNs().length;
    if (answered == ApiLaunch.EVENTS) {
      return broken;
    }
    String when = api.readyNs() == null ? "before it asked for an event" : "at event " + (answered + 1);
    return (end == End.TIMEOUT ? "Sandbox.Timedout: " : "Runtime.ExitError: it ended ") + when + ": " + broken;
  }

  /** Null if the launch is not valid. */
  private Long sinceSpawn(Long ns) {
    return reason == null ? Long.valueOf(ns - startedNs) : null;
  }

  private long[] eventNs() {
    return reason == null ? api.eventNs() : null;
  }

  private static byte[] expected(PlannedArm arm) {
    return arm.fixture().coldEvent().expected();
  }

  private static byte[] event(PlannedArm arm) throws IOException {
    return arm.configuration().echoes() ? expected(arm) : Files.readAllBytes(arm.fixture().coldEvent().eventFile());
  }
}
