package dev.coldstart.record;

import java.util.ArrayList;
import java.util.List;

/** The block ends of the controlled run. */
final class SampleBlocks {

  /** The block with the launches that fail in {@link SampleLaunches}. */
  private static final int CRASHED = 3;

  /** Block of the first fixture in which the hypervisor gave the processor to others. */
  private static final int STOLEN = 12;

  /** Block of the first fixture with other activity on the machine, within the limits. */
  private static final int DISTURBED = 20;

  private static final String FIRST = "noop";

  private SampleBlocks() {}

  /** Number of retried blocks of a fixture. */
  static int again(String fixture) {
    return fixture.equals(FIRST) ? 2 : 1;
  }

  static List<BlockEnd> of(Manifest manifest, List<Launch> launches) {
    List<BlockEnd> ends = new ArrayList<>();
    for (Manifest.FixtureFacts fixture : manifest.fixtures()) {
      List<Launch> ofFixture = launches.stream().filter(launch -> launch.fixture().equals(fixture.id())).toList();
      int last = ofFixture.stream().mapToInt(Launch::block).max().orElse(-1);
      for (int block = 0; block <= last; block++) {
        ends.add(end(fixture.id(), block, ofFixture));
      }
    }
    return List.copyOf(ends);
  }

  private static BlockEnd end(String fixture, int block, List<Launch> launches) {
    long childrenNs = launches.stream().filter(launch -> launch.block() == block).mapToLong(Launch::wallNs).sum();
    boolean stolen = fixture.equals(FIRST) && block == STOLEN;
    boolean disturbed = fixture.equals(FIRST) && block == DISTURBED;
    String again = null;
    if (block == CRASHED) {
      again = "wasmtime.jni/default/jdk25: exit code 134";
    } else if (stolen) {
      again = "stealPart=0.12 is over its limit of 0.05";
    }
    Guards guards = new Guards(disturbed ? 3.5 : 0.9, stolen ? 0.12 : 0.001, 0.0, disturbed ? 0.2 : 0.01, 0.3,
        disturbed ? 0.08 : 0.01, 0.0, null, disturbed ? 1 : 0, 50L << 30);
    return new BlockEnd(fixture, block, block == 0, again, Math.round(childrenNs * 1.02), childrenNs, guards);
  }
}
