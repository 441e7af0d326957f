package dev.coldstart.ladder;

import dev.coldstart.fixtures.GivenImports;
import dev.coldstart.fixtures.NewFixture;
import dev.coldstart.fixtures.Twin;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * The fixtures of the size ladder: for each {@link Shape}, modules whose sizes grow by the same factor, which are only
 * instantiated.
 */
public final class Ladder {

  /** Sizes in kB, by factors of about the square root of 10. */
  public static final List<Integer> SIZES_KB = List.of(1, 3, 10, 30, 100, 300, 1_000, 3_000, 10_000);

  private static final int BYTES_PER_KB = 1_000;

  private Ladder() {}

  /**
   * Whether there are modules of this size: the smallest has the parts of its shape, and the largest no longer starts
   * in every runtime within minutes.
   */
  public static boolean hasSize(int kb) {
    return kb >= SIZES_KB.get(0) && kb <= SIZES_KB.get(SIZES_KB.size() - 1);
  }

  /**
   * A module whose size is within 5 % of this one.
   *
   * @param kb see {@link #hasSize}
   */
  public static byte[] module(Shape shape, int kb) {
    if (!hasSize(kb)) {
      throw new IllegalArgumentException("kb=" + kb + ", but the ladder has modules of 1 to 10000 kB");
    }
    return LadderModule.of(shape, kb * BYTES_PER_KB);
  }

  /**
   * Writes fixtures of these sizes into a folder. Those that are there already are kept.
   *
   * @return their directories
   */
  public static List<Path> writeTo(Path folder, List<Integer> sizesKb) throws IOException {
    List<Path> written = new ArrayList<>();
    for (Shape shape : Shape.values()) {
      for (int kb : sizesKb) {
        NewFixture fixture = fixture(shape, kb);
        written.add(fixture.writeTo(folder, fixture.id()));
      }
    }
    return written;
  }

  /** Ids sort by size. */
  private static NewFixture fixture(Shape shape, int kb) {
    String file = String.format(Locale.ROOT, "%s-%05dkb.wasm", shape.id(), kb);
    return new NewFixture(file, module(shape, kb), "ready", new byte[0], null, GivenImports.PLAIN, Twin.NONE)
        .inSeries(shape.words());
  }
}
