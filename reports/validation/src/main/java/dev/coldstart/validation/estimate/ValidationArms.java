package dev.coldstart.validation.estimate;

import dev.coldstart.record.Arm.Control;
import dev.coldstart.record.Arm;
import dev.coldstart.record.ArmLaunches;
import dev.coldstart.record.Launch;
import dev.coldstart.record.RunData;
import dev.coldstart.record.RunFormatException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Predicate;

/**
 * The four arms that tell whether the harness is right: the baseline, the same again, and the same with two delays that
 * are known.
 *
 * @param blocks numbers of the blocks in which all four count, in order
 * @param leftOut counted blocks in which one of them does not
 */
record ValidationArms(Side baseline, Side same, Side longer, Side later, List<Integer> blocks, int leftOut) {

  private static final String EXPECTED =
      "expected is one baseline with a control of each kind, on one fixture, profile and JDK, as of:"
          + " scripts/validation measure --fixture <control fixture> --runtime <baseline's> --inject 5";

  /** @param launches those that count, by block */
  record Side(Arm arm, Map<Integer, Launch> launches) {

    static Side of(ArmLaunches arm) {
      Map<Integer, Launch> byBlock = new HashMap<>();
      arm.counted().forEach(launch -> byBlock.put(launch.block(), launch));
      return new Side(arm.arm(), byBlock);
    }

    /** As if the run had had these blocks alone. */
    ArmLaunches in(List<Integer> blocks) {
      return new ArmLaunches(arm, blocks.stream().map(launches::get).toList(), Set.of());
    }

    double[] ms(List<Integer> blocks) {
      return blocks.stream().mapToDouble(block -> launches.get(block).firstResponseNs() / 1e6).toArray();
    }
  }

  /** @throws RunFormatException when they are not there, or there more than once */
  static ValidationArms of(RunData run) {
    List<ArmLaunches> injected =
        run.arms().stream().filter(a -> isControl(a.arm(), c -> c.busyPermille() != null)).toList();
    if (injected.size() != 1) {
      throw new RunFormatException(name(run) + " has " + (injected.isEmpty() ? "no arm" : injected.size() + " arms")
          + " with a delay in parts of its time; " + EXPECTED);
    }
    Arm like = injected.get(0).arm();
    Side baseline = Side.of(only(run, like, "baseline", Arm::baseline));
    Side same = Side.of(only(run, like, "A/A arm", arm -> isControl(arm, c -> c.kind().equals(Control.AA))));
    Side later = Side.of(only(run, like, "arm with a delay in ms", arm -> isControl(arm, c -> c.busyNs() != null)));
    Side longer = Side.of(injected.get(0));
    SortedSet<Integer> any = new TreeSet<>();
    List<Side> all = List.of(baseline, same, longer, later);
    all.forEach(side -> any.addAll(side.launches().keySet()));
    List<Integer> whole =
        any.stream().filter(block -> all.stream().allMatch(side -> side.launches().containsKey(block))).toList();
    return new ValidationArms(baseline, same, longer, later, whole, any.size() - whole.size());
  }

  private static boolean isControl(Arm arm, Predicate<Control> kind) {
    return arm.control() != null && kind.test(arm.control());
  }

  private static ArmLaunches only(RunData run, Arm like, String what, Predicate<Arm> wanted) {
    List<ArmLaunches> found = run.arms().stream().filter(a -> a.arm().isBeside(like) && wanted.test(a.arm())).toList();
    if (found.size() != 1) {
      throw new RunFormatException(name(run) + " has " + found.size() + " times the " + what + " of fixture "
          + like.fixture() + ", profile " + like.profile() + ", " + like.jdk() + "; " + EXPECTED);
    }
    return found.get(0);
  }

  private static String name(RunData run) {
    return "run " + run.folder().path();
  }
}
