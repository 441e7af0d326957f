package dev.coldstart.launcher.prepare;

import dev.coldstart.launcher.catalog.Jdk;
import dev.coldstart.launcher.plan.PlannedArm;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The command lines that make an arm's image, to be run and to be shown. */
public final class ImageCommands {

  private ImageCommands() {}

  /** Prints the modules that the arm's class path needs, with commas. */
  public static List<String> jdeps(PlannedArm arm) {
    Jdk jdk = arm.jdk();
    List<String> words =
        new ArrayList<>(List.of(jdk.jdeps().toString(), "--print-module-deps", "--ignore-missing-deps"));
    words.addAll(List.of("--multi-release", String.valueOf(jdk.feature())));
    arm.classPath().forEach(jar -> words.add(jar.toString()));
    return words;
  }

  /**
   * Makes an image of these modules.
   *
   * @param modules as jdeps prints them
   * @param image the folder that it makes
   */
  public static List<String> jlink(PlannedArm arm, String modules, Path image) {
    List<String> words = new ArrayList<>(List.of(arm.jdk().jlink().toString()));
    words.addAll(arm.jlink().orElseThrow().on(arm.jdk()));
    words.addAll(List.of("--add-modules", modules, "--output", image.toString()));
    return words;
  }
}
