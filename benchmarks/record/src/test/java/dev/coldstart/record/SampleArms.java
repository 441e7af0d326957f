package dev.coldstart.record;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The arms of the synthetic runs. */
final class SampleArms {

  private static final Map<String, String> TWIN_FUSED = Map.of("parse", "instantiate", "compile", "instantiate");

  private SampleArms() {}

  static List<Arm> all() {
    List<Arm> arms = new ArrayList<>();
    for (String fixture : List.of("noop", "hello")) {
      for (String profile : List.of("default", "appcds")) {
        arms.add(arm("plain-java", "Plain Java", "twin", profile, fixture, TWIN_FUSED, null));
        arms.add(arm("chicory", "Chicory", "interpreter", profile, fixture, Map.of("compile", "parse"), null));
        arms.add(arm("wasmtime", "Wasmtime", "jni", profile, fixture, Map.of("parse", "compile"), null));
        arms.add(arm("graalwasm", "GraalWasm", "jit", profile, fixture, Map.of(), "needs a JDK with JVMCI"));
      }
    }
    return List.copyOf(arms);
  }

  /** The same arms, an A/A arm for each baseline, and for the fixture that does nothing an arm with a delay of 5 ms. */
  static List<Arm> controlled() {
    List<Arm> arms = new ArrayList<>();
    for (Arm arm : all()) {
      arms.add(arm);
      if (arm.baseline()) {
        arms.add(control(arm, "+aa", new Arm.Control(Arm.Control.AA, null, null)));
      }
      if (arm.baseline() && arm.fixture().equals("noop")) {
        arms.add(control(arm, "+busy-5ms", new Arm.Control(Arm.Control.BUSY, 5_000_000L, null)));
      }
    }
    return List.copyOf(arms);
  }

  private static Arm control(Arm a, String suffix, Arm.Control control) {
    return Records.with(a, "arm", a.arm() + suffix, "baseline", false, "control", control, "command",
        List.of("java", "-Dcontrol=" + suffix, "-cp", a.runtime() + ".jar"));
  }

  private static Arm arm(String runtime, String label, String way, String profile, String fixture,
      Map<String, String> fused, String notRun) {
    String configuration = runtime + "." + way;
    return new Arm(configuration + "/" + profile + "/jdk25", runtime, label, configuration, label + ", " + way, profile,
        "jdk25", fixture, runtime.equals("plain-java"), null, fused, notRun == null ? label + " 1.2.3" : null,
        List.of("java", "-Xshare:auto", "-cp", runtime + ".jar", "dev.coldstart.spi.ColdStart"),
        profile.equals("appcds") ? new Arm.Preparation("CDS archive", 1_500, 12_345_678) : null, notRun, null);
  }

  static Arm renamed(Arm a, String arm, String text) {
    return Records.with(a, "arm", arm, "runtimeLabel", text, "label", text, "engine", text, "command", List.of(text),
        "notRun", a.notRun() == null ? null : text);
  }
}
