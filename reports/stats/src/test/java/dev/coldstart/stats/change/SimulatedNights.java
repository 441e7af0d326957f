package dev.coldstart.stats.change;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * Histories of one arm whose truth is known.
 *
 * @param error standard error within a night
 * @param spread standard deviation from night to night beyond it
 * @param assumed that standard deviation, as the change points take it
 */
record SimulatedNights(double error, double spread, double assumed) {

  /** Blocks of a night, which estimate its error. */
  private static final int BLOCKS = 100;

  /** @param stepAt index of the first night with the step */
  List<Night> of(int nights, int stepAt, double step, Random random) {
    List<Night> all = new ArrayList<>();
    for (int i = 0; i < nights; i++) {
      all.add(night(i >= stepAt ? Math.log1p(step) : 0, random));
    }
    return all;
  }

  Night night(double truth, Random random) {
    double squares = 0;
    for (int i = 1; i < BLOCKS; i++) {
      squares += Math.pow(random.nextGaussian(), 2);
    }
    double estimated = error * Math.sqrt(squares / (BLOCKS - 1));
    return new Night(truth + spread * random.nextGaussian() + error * random.nextGaussian(),
        Math.hypot(estimated, assumed));
  }
}
