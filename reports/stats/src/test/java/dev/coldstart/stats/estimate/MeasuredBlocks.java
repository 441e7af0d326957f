package dev.coldstart.stats.estimate;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * The 3,000 measured blocks of each of two conditions of reports/reference/validation-20261123: the logarithm of the
 * A/A launch's time minus that of the baseline's in the same block, and the same for a launch that was slowed down.
 * Their scatter is real; their true ratio is set by shifting the slowed launch.
 */
public final class MeasuredBlocks {

  /** One block, as log ratios to its baseline launch. */
  public record Block(double aa, double arm) {}

  private static final double UNIT = 1e-4;

  private final List<Block> blocks;
  private final RandomGenerator random = BlockBootstrap.generator(20_070_101);

  /** @param condition {@code quiet}, or {@code loaded}: measured while another process loads a core on and off */
  public MeasuredBlocks(String condition) {
    List<Block> measured = read(condition);
    double aa = measured.stream().mapToDouble(Block::aa).average().orElseThrow();
    double arm = measured.stream().mapToDouble(Block::arm).average().orElseThrow();
    blocks = measured.stream().map(block -> new Block(block.aa() - aa, block.arm() - arm)).toList();
  }

  private static List<Block> read(String condition) {
    try (InputStream in = MeasuredBlocks.class.getResourceAsStream("blocks-" + condition + ".csv")) {
      return new String(in.readAllBytes(), StandardCharsets.US_ASCII).lines()
          .skip(1)
          .map(line -> line.split(","))
          .map(cells -> new Block(UNIT * Integer.parseInt(cells[0]), UNIT * Integer.parseInt(cells[1])))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Random blocks.
   *
   * @param trueRatio of the arm to its baseline
   */
  public List<Block> draw(int n, double trueRatio) {
    return random.ints(n, 0, blocks.size())
        .mapToObj(blocks::get)
        .map(block -> new Block(block.aa(), block.arm() + Math.log(trueRatio)))
        .toList();
  }

  /** Log ratios of the arm to the mean of the baseline and its A/A launch. */
  public double[] logRatios(int n, double trueRatio) {
    return draw(n, trueRatio).stream().mapToDouble(block -> block.arm() - block.aa() / 2).toArray();
  }
}
