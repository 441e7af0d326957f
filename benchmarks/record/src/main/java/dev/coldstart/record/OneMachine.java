package dev.coldstart.record;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToIntFunction;
import java.util.stream.IntStream;

/** Divides a merged run into the parts that were measured on one machine each. */
final class OneMachine {

  private OneMachine() {}

  /** @param run of several machines */
  static List<RunData> split(RunData run) {
    Merged merged = run.manifest().merged();
    int[] machines = merged.machineByShard();
    List<List<BlockEnd>> blocks = groups(run.blocks(), BlockEnd::block, machines, merged);
    List<List<ArmLaunches>> arms = new ArrayList<>();
    merged.machines().forEach(machine -> arms.add(new ArrayList<>()));
    for (ArmLaunches arm : run.arms()) {
      List<List<Launch>> launches = groups(arm.launches(), Launch::block, machines, merged);
      // A block of another machine is never asked for, so the retried blocks of all machines may stay.
      IntStream.range(0, arms.size())
          .forEach(i -> arms.get(i).add(new ArmLaunches(arm.arm(), launches.get(i), arm.againBlocks())));
    }
    return IntStream.range(0, arms.size()).mapToObj(i -> {
      Manifest manifest = run.manifest().on(merged.machines().get(i));
      boolean isFirst = i == 0;
      return new RunData(run.folder(), manifest, List.copyOf(arms.get(i)), blocks.get(i),
          isFirst ? run.jmh() : List.of(), isFirst ? run.scenarios() : Scenarios.NONE,
          isFirst ? run.warnings() : List.of());
    }).toList();
  }

  /** By machine. Leaves out what belongs to no shard of the run, which the merge never writes. */
  private static <T> List<List<T>> groups(List<T> all, ToIntFunction<T> block, int[] machines, Merged merged) {
    List<List<T>> groups = new ArrayList<>();
    merged.machines().forEach(machine -> groups.add(new ArrayList<>()));
    for (T one : all) {
      int number = block.applyAsInt(one);
      int machine = number < 0 ? 0 : machines[Shard.of(number, merged.of()) - 1];
      if (machine > 0) {
        groups.get(machine - 1).add(one);
      }
    }
    return groups;
  }
}
