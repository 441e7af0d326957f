package dev.coldstart.launcher.run;

import dev.coldstart.launcher.jmh.JmhPlan;
import dev.coldstart.launcher.jmh.JmhRun;
import dev.coldstart.launcher.jmh.JmhSize;
import dev.coldstart.launcher.plan.Permutations;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The last part of a run: what JMH observes of the arms that ran. */
final class JmhPart implements JmhRun.Listener {

  /** How notes begin that are true only until JMH is resumed. */
  static final String NOTE = "JMH: ";

  private final RunContext context;
  private final RunRecord record;

  JmhPart(RunContext context) {
    this.context = context;
    this.record = context.record();
  }

  void run() throws IOException {
    Path results = record.folder().jmh();
    JmhSize size = Preset.of(record.plan().preset()).jmh();
    JmhPlan plan = JmhPlan.of(record.running(), size, new Permutations(record.plan().seed()));
    plan.leftOut().forEach(record::note);
    JmhPlan left = plan.without(fork -> Files.exists(results.resolve(fork.name() + ".json")));
    int notObserved = context.tools().observing().observe(context, left, size, this);
    if (notObserved > 0) {
      String reason = context.isInterrupted() ? "the run was stopped" : "the time was used up";
      record.note(NOTE + notObserved + " of " + plan.forks().size() + " forks were not observed, " + reason);
    }
  }

  @Override
  public void forkEnded(JmhPlan.Fork fork, int done, int total) {
    context.progress().step("jmh " + fork.name(), done, total);
  }

  @Override
  public void failed(JmhPlan.Fork fork, String reason) {
    record.note(NOTE + "no result of " + fork.name() + "; see jmh/" + fork.name() + ".log");
    context.progress().say(reason);
  }
}
