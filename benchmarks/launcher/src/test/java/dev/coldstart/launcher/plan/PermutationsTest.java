package dev.coldstart.launcher.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PermutationsTest {

  private static final List<Integer> ITEMS = IntStream.range(0, 12).boxed().toList();

  @Test
  void shouldHoldEveryItemOnce() {
    for (int block = 0; block < 50; block++) {
      assertThat(new Permutations(3).of("hello", block, ITEMS)).containsExactlyInAnyOrderElementsOf(ITEMS);
    }
    assertThat(new Permutations(3).of("hello", 0, List.of())).isEmpty();
  }

  @Test
  void shouldGiveTheSameOrderToABlockHoweverItIsReached() {
    Permutations whole = new Permutations(3);
    IntStream.range(0, 7).forEach(block -> whole.of("hello", block, ITEMS));
    assertThat(new Permutations(3).of("hello", 7, ITEMS)).isEqualTo(whole.of("hello", 7, ITEMS));
  }

  @Test
  void shouldDifferBetweenSeedsNamesAndBlocks() {
    List<Integer> order = new Permutations(3).of("hello", 0, ITEMS);
    assertThat(new Permutations(4).of("hello", 0, ITEMS)).isNotEqualTo(order);
    assertThat(new Permutations(3).of("markdown", 0, ITEMS)).isNotEqualTo(order);
    assertThat(new Permutations(3).of("hello", 1, ITEMS)).isNotEqualTo(order);
  }

  @Test
  void shouldPutEveryItemInEveryPlaceEquallyOften() {
    int items = 4;
    int blocks = 4_000;
    Map<List<Integer>, Integer> counts = new HashMap<>();
    for (int block = 0; block < blocks; block++) {
      counts.merge(new Permutations(3).of("hello", block, ITEMS.subList(0, items)), 1, Integer::sum);
    }
    // 24 orders, each expected 167 times with a standard deviation of 12.6. The range allows five standard deviations.
    assertThat(counts).hasSize(24).allSatisfy((order, count) -> assertThat(count).isBetween(104, 230));
  }

  @Test
  void shouldLeaveTheListAlone() {
    List<Integer> immutable = List.of(1, 2, 3);
    new Permutations(3).of("hello", 0, immutable);
    assertThat(immutable).containsExactly(1, 2, 3);
  }
}
