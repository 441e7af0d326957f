package dev.coldstart.record;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * Synthetic runs with known true ratios and a control of each kind. Blocks drift by about 20 %. Launches in a block
 * scatter lognormally by a given fraction. The same call always gives the same run.
 */
public final class SampleCampaigns {

  public static final String AA = SampleRuns.BASELINE + "+aa";
  public static final String LONGER = SampleRuns.BASELINE + "+busy-50permille";
  public static final String LATER = SampleRuns.BASELINE + "+busy-5ms";

  private static final double BASE_MS = 60;

  private SampleCampaigns() {}

  /**
   * @param aa true ratio of the A/A arm
   * @param longer true ratio of the arm with a delay of 5 %
   * @param laterMs true delay in ms of the arm with a delay of 5 ms
   */
  public record Truth(double aa, double longer, double laterMs) {}

  /** A correct harness. */
  public static final Truth RIGHT = new Truth(1, 1.05, 5);

  /** One warm-up block, then this many counted blocks. */
  public static SampleRun of(int blocks, double scatter, Truth truth, long seed) {
    Manifest manifest = withArms(SampleRuns.manifest(blocks));
    Random random = new Random(seed);
    List<Launch> launches = new ArrayList<>();
    List<Arm> arms = new ArrayList<>(manifest.arms());
    for (int block = 0; block <= blocks; block++) {
      Collections.shuffle(arms, random);
      double drift = Math.exp(0.2 * random.nextGaussian());
      for (int position = 0; position < arms.size(); position++) {
        double ms = BASE_MS * drift * Math.exp(scatter * random.nextGaussian());
        launches.add(launch(arms.get(position).arm(), block, position, changed(arms.get(position).arm(), ms, truth)));
      }
    }
    return new SampleRun(manifest, launches, Map.of());
  }

  private static double changed(String arm, double ms, Truth truth) {
    return switch (arm) {
      case AA -> ms * truth.aa();
      case LONGER -> ms * truth.longer();
      case LATER -> ms + truth.laterMs();
      default -> ms;
    };
  }

  private static Launch launch(String arm, int block, int position, double ms) {
    long ns = Math.round(ms * 1e6);
    return new Launch(block, position, arm, "noop", block == 0, true, null,
        1_767_323_045_000L + block * 1_000L + position * 100L, ns, ns + 9_000_000,
        new PhasesNs(ns - 3_000_000, 1_000_000L, null, null, 1_000_000L, 1_000_000L), null, Counters.NONE, 0, null);
  }

  private static Manifest withArms(Manifest m) {
    Arm baseline = m.arms().stream().filter(a -> a.arm().equals(SampleRuns.BASELINE)).findFirst().orElseThrow();
    List<Arm> arms = List.of(baseline, control(baseline, AA, new Arm.Control(Arm.Control.AA, null, null)),
        control(baseline, LATER, new Arm.Control(Arm.Control.BUSY, 5_000_000L, null)),
        control(baseline, LONGER, new Arm.Control(Arm.Control.BUSY, null, 50)));
    return Records.with(m, "fixtures", m.fixtures().subList(0, 1), "arms", arms, "resumedAt", null, "spawns", null);
  }

  private static Arm control(Arm a, String id, Arm.Control control) {
    return Records.with(a, "arm", id, "baseline", false, "control", control, "preparation", null, "notRun", null);
  }
}
