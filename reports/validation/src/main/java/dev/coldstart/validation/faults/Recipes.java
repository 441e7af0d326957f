package dev.coldstart.validation.faults;

import dev.coldstart.validation.faults.ChildFault.Behaviour;
import dev.coldstart.validation.faults.DamageFault.Damage;
import dev.coldstart.validation.faults.GoneFault.What;
import dev.coldstart.validation.faults.PlaceFault.Place;
import dev.coldstart.validation.faults.Running.Target;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;

/**
 * All faults. The exact place and moment of each is drawn at random.
 *
 * @param disks whether disks can be created, see {@link SmallDisk}
 * @param clocks whether clocks can be changed, see {@link ClockFault}
 */
record Recipes(boolean disks, boolean clocks) {

  private interface Recipe {
    Fault drawn(Random random);
  }

  /** A small run launches four arms in two blocks. */
  private static final int LAUNCHES = 8;

  private static final List<Stage> STAGES = List.of(Stage.PREPARING, Stage.LAUNCHING, Stage.REPORTING);
  private static final List<Target> STARTERS = List.of(Target.STARTED, Target.GROUP, Target.LAUNCHER);
  private static final List<String> POLITE = List.of("INT", "TERM", "HUP");
  private static final List<Integer> LIMITS_KIB = List.of(1, 4, 6, 8, 16, 48);

  /**
   * Draws faults; the same seed gives the same faults. Alternates between the kinds, and repeats a fault of a kind only
   * after all others of that kind.
   */
  List<Fault> draw(long seed, int count) {
    Random random = new Random(seed);
    List<Fault> faults = new ArrayList<>();
    while (faults.size() < count) {
      List<List<Recipe>> kinds = new ArrayList<>(all().values());
      kinds.forEach(recipes -> Collections.shuffle(recipes, random));
      Collections.shuffle(kinds, random);
      int longest = kinds.stream().mapToInt(List::size).max().orElseThrow();
      for (int i = 0; i < longest; i++) {
        for (List<Recipe> recipes : kinds) {
          if (i < recipes.size()) {
            faults.add(recipes.get(i).drawn(random));
          }
        }
      }
    }
    return List.copyOf(faults.subList(0, count));
  }

  private Map<FaultKind, List<Recipe>> all() {
    Map<FaultKind, List<Recipe>> all = new EnumMap<>(FaultKind.class);
    all.put(FaultKind.SIGNAL, signals());
    all.put(FaultKind.KILLED, kills());
    all.put(FaultKind.PAUSED, pauses());
    all.put(FaultKind.CHILD, children());
    all.put(FaultKind.DAMAGED,
        list(Stream.of(Damage.values()).map(damage -> random -> new DamageFault(damage, random.nextLong()))));
    all.put(FaultKind.FULL, full());
    all.put(FaultKind.IN_THE_WAY,
        list(Stream.of(Place.values())
            .filter(place -> disks || !place.needsDisk())
            .map(place -> random -> new PlaceFault(place))));
    all.put(FaultKind.GONE,
        list(Stream.of(What.values()).map(what -> random -> new GoneFault(what, moment(Stage.LAUNCHING, random)))));
    all.put(FaultKind.SECOND_RUN, list(
        Stream.of(Stage.LAUNCHING, Stage.REPORTING).map(stage -> random -> new SecondRunFault(moment(stage, random)))));
    if (clocks) {
      all.put(FaultKind.CLOCK,
          list(Stream.of(random -> new ClockFault(moment(Stage.LAUNCHING, random), "+90000"),
              random -> new ClockFault(moment(Stage.LAUNCHING, random), "-3600"),
              random -> new ClockFault(null, "-90000"))));
    }
    return all;
  }

  private static List<Recipe> signals() {
    List<Recipe> recipes = new ArrayList<>();
    for (Stage stage : STAGES) {
      for (String signal : POLITE) {
        recipes.add(random -> signal(SmallRun.LAUNCHES, stage, random, one(STARTERS, random), List.of(signal), 1));
      }
    }
    recipes.add(random -> signal(SmallRun.LAUNCHES, Stage.LAUNCHING, random, Target.GROUP, List.of("INT", "INT"), 1));
    recipes.add(
        random -> signal(SmallRun.LAUNCHES, Stage.LAUNCHING, random, Target.STARTED, List.of(one(POLITE, random)), 2));
    recipes
        .add(random -> signal(SmallRun.JMH, Stage.JMH, random, one(STARTERS, random), List.of(one(POLITE, random)), 1));
    recipes.add(random -> signal(SmallRun.CACHES, Stage.PREPARING, random, one(STARTERS, random),
        List.of(one(POLITE, random)), 1));
    return recipes;
  }

  private static List<Recipe> kills() {
    List<Recipe> recipes = new ArrayList<>();
    for (Stage stage : STAGES) {
      for (Target target : STARTERS) {
        recipes.add(random -> signal(SmallRun.LAUNCHES, stage, random, target, List.of("KILL"), 1));
      }
    }
    recipes.add(random -> signal(SmallRun.LAUNCHES, Stage.LAUNCHING, random, Target.SUPERVISOR, List.of("KILL"), 1));
    recipes.add(random -> signal(SmallRun.LAUNCHES, Stage.LAUNCHING, random, Target.CHILD, List.of("KILL"), 1));
    recipes
        .add(random -> signal(SmallRun.LAUNCHES, Stage.LAUNCHING, random, one(STARTERS, random), List.of("KILL"), 2));
    recipes.add(random -> signal(SmallRun.JMH, Stage.JMH, random, one(STARTERS, random), List.of("KILL"), 1));
    recipes.add(random -> signal(SmallRun.CACHES, Stage.PREPARING, random, one(STARTERS, random), List.of("KILL"), 1));
    return recipes;
  }

  private static Fault signal(SmallRun run, Stage stage, Random random, Target target, List<String> signals,
      int strikes) {
    return new SignalFault(run, moment(stage, random), target, signals, strikes);
  }

  private static List<Recipe> pauses() {
    List<Recipe> recipes = new ArrayList<>();
    for (Target target : List.of(Target.GROUP, Target.LAUNCHER, Target.CHILD)) {
      recipes.add(random -> new PauseFault(moment(Stage.LAUNCHING, random), target,
          Duration.ofMillis(300 + random.nextInt(500))));
      recipes.add(random -> new PauseFault(moment(Stage.LAUNCHING, random), target,
          Duration.ofMillis(2_300 + random.nextInt(700))));
    }
    recipes.add(random -> new PauseFault(moment(one(List.of(Stage.PREPARING, Stage.REPORTING), random), random),
        Target.GROUP, Duration.ofMillis(1_000 + random.nextInt(1_000))));
    return recipes;
  }

  private static List<Recipe> children() {
    List<Recipe> recipes = list(Stream.of(Behaviour.values()).map(behaviour -> random -> {
      int number = 1 + random.nextInt(LAUNCHES);
      return new ChildFault(FaultyJdk.Of.LAUNCH, behaviour, number, number);
    }));
    for (Behaviour behaviour : List.of(Behaviour.SEGFAULT, Behaviour.NO_SUCH_OPTION, Behaviour.NO_MEMORY,
        Behaviour.WRONG, Behaviour.FALSE_REPORT)) {
      recipes.add(random -> new ChildFault(FaultyJdk.Of.LAUNCH, behaviour, 1, Long.MAX_VALUE));
      recipes.add(
          random -> new ChildFault(FaultyJdk.Of.LAUNCH, behaviour, 2 + random.nextInt(LAUNCHES - 2), Long.MAX_VALUE));
    }
    recipes.add(random -> new ChildFault(FaultyJdk.Of.FORK, Behaviour.EXIT, 1, 1));
    recipes.add(random -> new ChildFault(FaultyJdk.Of.FORK, Behaviour.SEGFAULT, 1, Long.MAX_VALUE));
    return recipes;
  }

  private List<Recipe> full() {
    List<Recipe> recipes = list(LIMITS_KIB.stream().map(kib -> random -> new LimitFault(SmallRun.LAUNCHES, kib)));
    recipes.add(random -> new LimitFault(SmallRun.JMH, one(LIMITS_KIB, random)));
    if (disks) {
      for (Stage stage : STAGES) {
        recipes.add(random -> full(SmallRun.LAUNCHES, stage, random, false));
        recipes.add(random -> full(SmallRun.LAUNCHES, stage, random, true));
      }
      recipes.add(random -> full(SmallRun.JMH, Stage.JMH, random, false));
      recipes.add(random -> full(SmallRun.JMH, Stage.JMH, random, true));
    }
    return recipes;
  }

  private static Fault full(SmallRun run, Stage stage, Random random, boolean temporary) {
    return new FullDiskFault(run, moment(stage, random), temporary, random.nextInt(16) * 4096L);
  }

  private static Moment moment(Stage stage, Random random) {
    return new Moment(stage, random.nextInt(100) / 100.0);
  }

  private static <T> T one(List<T> of, Random random) {
    return of.get(random.nextInt(of.size()));
  }

  private static List<Recipe> list(Stream<Recipe> recipes) {
    return new ArrayList<>(recipes.toList());
  }
}
