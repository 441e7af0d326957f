package dev.coldstart.launcher.loop;

import dev.coldstart.launcher.UserError;
import dev.coldstart.launcher.child.CheckedChildren.Answer;
import dev.coldstart.launcher.plan.Permutations;
import dev.coldstart.launcher.plan.PlannedArm;
import dev.coldstart.launcher.scenario.LaunchDriver;
import dev.coldstart.record.BlockEnd;
import dev.coldstart.record.Launch;
import dev.coldstart.record.Manifest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Collection;
import java.util.List;

/**
 * Goes through the part of a plan that was recorded, and makes no launch. Shows whether a run can be resumed before
 * anything in its folder is changed.
 */
public final class Replay implements BlockLoop.Listener, LaunchDriver {

  private static final Duration ALWAYS = Duration.ofDays(1);

  private Replay() {}

  /**
   * Goes through the recorded launches, and uses them up.
   *
   * @throws UserError if they are not those that the plan begins with
   */
  public static void check(List<Series> series, Manifest.Plan plan) {
    Replay replay = new Replay();
    BlockLoop.Environment nothing = new BlockLoop.Environment(replay, () -> null, System::nanoTime, () -> true);
    try {
      new BlockLoop(series, new Permutations(plan.seed()), nothing, BlockLoop.Precision.NEVER, replay).run(ALWAYS);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public Made launch(Step step, Slot slot) {
    throw new IllegalStateException("the first launch that is not recorded ends a replay");
  }

  @Override
  public Answer answer(PlannedArm arm) {
    throw new IllegalStateException("a replay asks for no answer");
  }

  @Override
  public void launched(Made made) {}

  @Override
  public void failed(PlannedArm arm, String reason) {}

  @Override
  public void blockEnded(Series series, BlockEnd end, List<String> leftBehind, int done, int total) {}

  @Override
  public void roundEnded(Collection<List<Launch>> counted) {}

  @Override
  public void sparse(Manifest.Sparse decided) {}

  @Override
  public void stands(String fixture, int block, String reason) {}
}
