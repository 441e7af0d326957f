package dev.coldstart.command.report;

import dev.coldstart.record.Arm;
import dev.coldstart.report.export.RatioFile.Entry;

/** What a gate compares each arm with. */
public sealed interface GateReference {

  /** In the heading of a table. */
  String brief();

  /** In a sentence, after "takes 1.02 × the time". */
  String inSentence();

  /** After "its interval contains the limit": how to learn more. */
  default String advice() {
    return ": measure more blocks";
  }

  /** The ratio for tools that draw charts. */
  Entry entry(Arm arm, double ratio);

  /** The run's own baselines. */
  record Baselines() implements GateReference {

    @Override
    public String brief() {
      return "the baseline";
    }

    @Override
    public String inSentence() {
      return "of its baseline";
    }

    @Override
    public Entry entry(Arm arm, double ratio) {
      return Entry.of(arm, ratio);
    }
  }

  /** The same arm on the first JDK of the run. */
  record FirstJdk(String jdk) implements GateReference {

    @Override
    public String brief() {
      return jdk;
    }

    @Override
    public String inSentence() {
      return "that it takes on " + jdk;
    }

    @Override
    public Entry entry(Arm arm, double ratio) {
      return Entry.ofJdk(arm, jdk, ratio);
    }
  }

  /** The same arm in an earlier run. */
  record EarlierRun(String run) implements GateReference {

    @Override
    public String brief() {
      return run;
    }

    @Override
    public String inSentence() {
      return "that it took in " + run + ", each in relation to its baseline";
    }

    @Override
    public String advice() {
      return ": two builds in one run show smaller changes, see run --engine";
    }

    @Override
    public Entry entry(Arm arm, double change) {
      return Entry.ofChange(arm, run, change);
    }
  }
}
