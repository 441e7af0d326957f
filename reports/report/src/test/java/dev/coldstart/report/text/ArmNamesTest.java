package dev.coldstart.report.text;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coldstart.record.Arm;
import dev.coldstart.record.Records;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ArmNamesTest {

  @Test
  void shouldPutTheBaselineFirstAndKeepTheManifestsOrder() {
    ArmNames marks = new ArmNames(List.of(arm("b", false), arm("a", false), arm("twin", true), arm("b", false)));
    assertThat(marks.mark("twin").place()).isZero();
    assertThat(marks.mark("b").place()).isEqualTo(1);
    assertThat(marks.mark("a").place()).isEqualTo(2);
  }

  @Test
  void shouldGiveARuntimeTheSameMarkEveryTime() {
    ArmNames marks = new ArmNames(List.of());
    assertThat(marks.mark("new")).isEqualTo(marks.mark("new")).isNotEqualTo(marks.mark("other"));
  }

  @Test
  void shouldTellManyRuntimesApart() {
    ArmNames marks = new ArmNames(List.of());
    Set<String> looks = new HashSet<>();
    for (int i = 0; i < 56; i++) {
      ArmName.Mark mark = marks.mark("runtime" + i);
      looks.add(mark.colour() + mark.glyph());
    }
    assertThat(looks).hasSize(56);
  }

  @Test
  void shouldHaveNoCommaOutsideBracketsInASentence() {
    assertThat(inSentence("Endive, interpreter", "")).isEqualTo("Endive (interpreter)");
    assertThat(inSentence("Endive, interpreter, digest off", "lambda"))
        .isEqualTo("Endive (interpreter, digest off, lambda)");
    assertThat(inSentence("Plain Java", "lambda")).isEqualTo("Plain Java (lambda)");
    assertThat(inSentence("Plain Java", "")).isEqualTo("Plain Java");
  }

  /** Another program has neither profile nor JDK. */
  @Test
  void shouldSayOfWhichArmsTheProfileIs() {
    assertThat(new ArmNames(List.of(arm("a", true), arm("b", false))).sharedSentence())
        .isEqualTo("All arms: profile default, jdk25.");
    Arm program = Records.with(arm("b", false), "command", List.of("program", "child.script"));
    assertThat(new ArmNames(List.of(arm("a", true), program)).sharedSentence())
        .isEqualTo("All arms in a JVM: profile default, jdk25.");
    Arm other = Records.with(arm("b", false), "profile", "appcds", "jdk", "jdk21");
    assertThat(new ArmNames(List.of(arm("a", true), other)).sharedSentence()).isEmpty();
  }

  private static String inSentence(String label, String variant) {
    return new ArmName(new ArmName.Mark(0), label, variant, 0).inSentence();
  }

  private static Arm arm(String runtime, boolean baseline) {
    return new Arm(runtime, runtime, runtime, runtime, runtime, "default", "jdk25", "noop", baseline, null, Map.of(),
        null, List.of(), null, null, null);
  }
}
