package dev.coldstart.report.text;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coldstart.record.Arm;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RuntimeMarksTest {

  @Test
  void shouldPutTheBaselineFirstAndKeepTheManifestsOrder() {
    RuntimeMarks marks =
        new RuntimeMarks(List.of(arm("b", false), arm("a", false), arm("twin", true), arm("b", false)));
    assertThat(marks.of("twin").place()).isZero();
    assertThat(marks.of("b").place()).isEqualTo(1);
    assertThat(marks.of("a").place()).isEqualTo(2);
  }

  @Test
  void shouldGiveARuntimeTheSameMarkEveryTime() {
    RuntimeMarks marks = new RuntimeMarks(List.of());
    assertThat(marks.of("new")).isEqualTo(marks.of("new")).isNotEqualTo(marks.of("other"));
  }

  @Test
  void shouldTellManyRuntimesApart() {
    RuntimeMarks marks = new RuntimeMarks(List.of());
    Set<String> looks = new HashSet<>();
    for (int i = 0; i < 56; i++) {
      RuntimeMarks.Mark mark = marks.of("runtime" + i);
      looks.add(mark.colour() + mark.glyph());
    }
    assertThat(looks).hasSize(56);
  }

  private static Arm arm(String runtime, boolean baseline) {
    return new Arm(runtime, runtime, runtime, runtime, runtime, "default", "jdk25", "noop", baseline, null, Map.of(),
        null, List.of(), null, null);
  }
}
