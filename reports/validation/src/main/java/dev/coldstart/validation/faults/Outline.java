package dev.coldstart.validation.faults;

import dev.coldstart.record.Arm;
import dev.coldstart.record.ArmKey;
import dev.coldstart.record.ArmLaunches;
import dev.coldstart.record.Launch;
import dev.coldstart.record.Manifest;
import dev.coldstart.record.RunData;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The parts of a run that depend only on its seed and not on any time: the plan, the order of the launches, and the
 * number of counted launches.
 *
 * @param plan in words
 * @param counted counted launches of each arm
 * @param left invalid launches of each arm in counted blocks
 * @param orders for each block of each fixture, the arms in the order of their launches
 * @param files names of the files in the run's folder, except those with torn lines
 */
record Outline(List<String> plan, Map<ArmKey, Integer> counted, Map<ArmKey, Integer> left,
    Map<String, List<String>> orders, Set<String> files) {

  static Outline of(RunData run) {
    Map<ArmKey, Integer> counted =
        run.launched().collect(Collectors.toMap(arm -> arm.arm().key(), arm -> arm.counted().size()));
    Map<ArmKey, Integer> left = run.launched().collect(Collectors.toMap(arm -> arm.arm().key(), Outline::left));
    Map<String, List<String>> orders = run.launched()
        .flatMap(arm -> arm.launches().stream())
        .sorted(Comparator.comparingInt(Launch::position))
        .collect(Collectors.groupingBy(launch -> "block " + launch.block() + " of " + launch.fixture(), TreeMap::new,
            Collectors.mapping(Launch::arm, Collectors.toList())));
    return new Outline(plan(run.manifest()), counted, left, orders, files(run.folder().path()));
  }

  private static List<String> plan(Manifest manifest) {
    Manifest.Plan plan = manifest.plan();
    return Stream
        .concat(
            Stream.of("preset " + plan.preset(), "seed " + plan.seed(), "warm-up blocks " + plan.warmupBlocks(),
                "blocks " + plan.blocks(), "retries " + plan.mostAgain(), "limits " + plan.limits()),
            manifest.arms().stream().map(arm -> "arm " + name(arm)))
        .toList();
  }

  private static String name(Arm arm) {
    return arm.arm() + " of " + arm.fixture();
  }

  private static int left(ArmLaunches arm) {
    return (int) arm.invalid()
        .stream()
        .filter(launch -> !launch.warmup() && !arm.againBlocks().contains(launch.block()))
        .count();
  }

  private static Set<String> files(Path run) {
    try (Stream<Path> files = Files.walk(run)) {
      return files.filter(Files::isRegularFile)
          .map(file -> run.relativize(file).toString())
          .filter(name -> !name.endsWith(".torn"))
          .collect(Collectors.toCollection(TreeSet::new));
    } catch (IOException e) {
      throw new UncheckedIOException(run + " cannot be listed", e);
    }
  }

  /**
   * The differences from an undisturbed run of the same seed, in words.
   *
   * @param whole whether every planned launch must count and every file must exist; otherwise launches may have failed
   */
  List<String> differences(Outline undisturbed, boolean whole) {
    List<String> differences = new ArrayList<>();
    if (!plan.equals(undisturbed.plan)) {
      differences.add("was planned as " + plan + ", but undisturbed as " + undisturbed.plan);
    }
    if (whole) {
      undisturbed.counted.forEach((arm, launches) -> {
        if (!launches.equals(counted.get(arm))) {
          differences.add(counted.get(arm) + " launches of " + arm.arm() + " are valid, but undisturbed " + launches);
        }
      });
      orders.forEach((block, order) -> {
        List<String> other = undisturbed.orders.getOrDefault(block, order);
        // A launch that failed in the first block is retried at the block's end.
        int common = Math.min(order.size(), other.size());
        if (!order.subList(0, common).equals(other.subList(0, common))) {
          differences.add(block + " was launched in another order: " + order + ", but undisturbed " + other);
        }
      });
      different("is missing", undisturbed.files, files, differences);
      different("is left over", files, undisturbed.files, differences);
    } else {
      undisturbed.counted.forEach((arm, launches) -> {
        if (counted.get(arm) + left.get(arm) > launches) {
          differences.add(counted.get(arm) + " launches of " + arm.arm() + " are valid and " + left.get(arm)
              + " failed, but " + launches + " were planned");
        }
      });
    }
    return differences;
  }

  private static void different(String how, Set<String> of, Set<String> without, List<String> differences) {
    of.stream()
        .filter(name -> !without.contains(name))
        .forEach(name -> differences.add("the file " + name + " " + how));
  }
}
