package dev.coldstart.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ShardTest {

  @Test
  void shouldShareAllBlocksAndGiveNoneTwice() {
    List<Integer> numbers = IntStream.rangeClosed(1, 4)
        .mapToObj(index -> new Shard(index, 4))
        .flatMap(shard -> IntStream.range(0, shard.share(45)).map(shard::block).boxed())
        .toList();
    assertThat(numbers).hasSize(45).doesNotHaveDuplicates();
    assertThat(IntStream.rangeClosed(1, 4).map(index -> new Shard(index, 4).share(45))).containsExactly(12, 11, 11, 11);
    assertThat(new Shard(4, 4).largestShare(45)).isEqualTo(12);
  }

  @Test
  void shouldTellFromABlockWhichShardItIsFrom() {
    Shard third = new Shard(3, 4);
    assertThat(IntStream.range(0, 3).map(third::block)).containsExactly(2, 6, 10);
    assertThat(third.has(6)).isTrue();
    assertThat(third.has(7)).isFalse();
    assertThat(third.has(-2)).isFalse();
    assertThat(Shard.of(10, 4)).isEqualTo(3);
    assertThat(Shard.WHOLE.block(17)).isEqualTo(17);
  }

  @ParameterizedTest
  @CsvSource({"0, 4", "5, 4", "1, 0", "-1, 4", "1, 10001"})
  void shouldRefuseAShardThatDoesNotExist(int index, int of) {
    assertThatThrownBy(() -> new Shard(index, of)).isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("there is no shard " + index + " of " + of);
  }

  @Test
  void shouldNameManyShardsInFewWords() {
    assertThat(Shard.words(List.of(3))).isEqualTo("shard 3");
    assertThat(Shard.words(List.of(2, 1))).isEqualTo("shards 1 and 2");
    assertThat(Shard.words(List.of(9, 1, 4, 5, 6))).isEqualTo("shards 1, 4-6 and 9");
    assertThat(Shard.words(List.of(1, 2, 3))).isEqualTo("shards 1-3");
  }
}
