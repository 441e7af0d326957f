package dev.coldstart.command.tune;

import dev.coldstart.launcher.machine.PageCache;
import dev.coldstart.launcher.plan.Controls;
import dev.coldstart.launcher.plan.PlannedArm;
import dev.coldstart.launcher.plan.Selection;
import dev.coldstart.launcher.run.Preset;
import dev.coldstart.launcher.run.RecordedArms;
import dev.coldstart.launcher.run.RunRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * The final run of a tuning. It uses only new launches: an arm that was chosen from many for its figures was also lucky
 * (the winner's curse), so those figures flatter it.
 *
 * @param chosen the arm that the search chose
 */
record ConfirmationRun(TuneRequest request, SearchSpace space, PlannedArm chosen) {

  /** The arms that the chosen arm is compared with: the untuned runtime, and the baseline in the same profile. */
  List<PlannedArm> others() {
    Stream<PlannedArm> all = Stream.concat(space.defaults().stream(), Stream.of(space.baselineBeside(chosen)));
    return all.filter(arm -> !arm.equals(chosen)).distinct().toList();
  }

  /** The arms of the untuned runtime, without the chosen one. */
  List<PlannedArm> defaults() {
    return space.defaults().stream().filter(arm -> !arm.equals(chosen)).toList();
  }

  /** A command line that repeats the comparison, without the program's name. */
  List<String> commandLine() {
    List<String> words = new ArrayList<>(List.of("run", "--preset", Preset.TUNE.id()));
    if (request.home().fixturesFolder() != null) {
      words.addAll(List.of("--fixtures", request.home().fixtures().toString()));
    }
    words.addAll(List.of("--fixture", request.fixture(), "--arm", String.join(",", arms()), "--profile",
        String.join(",", profiles()), "--jdk", String.join(",", jdks()), "--every-block", "--blocks",
        String.valueOf(request.blocks())));
    return words;
  }

  RunRequest plan() {
    Selection selection =
        new Selection(List.of(request.fixture()), List.of(), arms(), profiles(), jdks(), Controls.STANDARD);
    RunRequest.Size size = RunRequest.Size.of(Preset.TUNE, request.blocks(), Preset.TUNE.budget());
    return new RunRequest(request.home(), selection::from, size, request.seed(), request.limits(), PageCache.WARM,
        request.out(), commandLine());
  }

  private List<String> arms() {
    return Stream.concat(Stream.of(chosen), space.defaults().stream()).map(PlannedArm::id).distinct().toList();
  }

  /** The JDK as the user gave it, which need not be the newest of its feature version. */
  private List<String> jdks() {
    return request.jdks().isEmpty() ? List.of(String.valueOf(chosen.jdk().feature())) : request.jdks();
  }

  private List<String> profiles() {
    return Stream.of(space.yardstick(), chosen).map(arm -> arm.profile().id()).distinct().toList();
  }

  /** Command lines of the preparation that the chosen arm needs once, in order. */
  List<List<String>> aheadOfTime() {
    return RecordedArms.aheadOfTime(chosen, request.home());
  }
}
