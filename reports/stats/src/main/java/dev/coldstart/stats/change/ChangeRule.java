package dev.coldstart.stats.change;

/**
 * When a change counts. All p are two-sided.
 *
 * @param window nights that are searched together; the next window begins half a window later
 * @param leastNights fewest nights before and after a change; at least 2, so that a single night is no change
 * @param p largest p of a confirmed change
 * @param suspectedP largest p of a weak point, which is found first and may be removed later (Hunter, section 3); of a
 * confirmed change without any one of its nights; and of a suspected change in the last nights
 * @param margin smallest change, as a fraction of the ratio before
 */
public record ChangeRule(int window, int leastNights, double p, double suspectedP, double margin) {

  public static final ChangeRule DEFAULT = new ChangeRule(60, 2, 2e-4, 5e-3, 0.02);

  public ChangeRule {
    if (leastNights < 2 || window < 2 * leastNights) {
      throw new IllegalArgumentException("leastNights=" + leastNights + ", window=" + window);
    }
    if (!(p > 0 && p <= suspectedP && suspectedP < 1)) {
      throw new IllegalArgumentException("p=" + p + ", suspectedP=" + suspectedP);
    }
  }
}
