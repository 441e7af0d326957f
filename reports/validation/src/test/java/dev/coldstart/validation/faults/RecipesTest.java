package dev.coldstart.validation.faults;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coldstart.validation.faults.DamageFault.Damage;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class RecipesTest {

  private static final Recipes ALL = new Recipes(true, true);

  @Test
  void shouldDrawTheSameFaultsForTheSameSeed() {
    assertThat(words(ALL.draw(5, 200))).isEqualTo(words(ALL.draw(5, 200)));
    assertThat(words(ALL.draw(5, 200)).subList(0, 20)).isEqualTo(words(ALL.draw(5, 20)));
    assertThat(words(ALL.draw(6, 200))).isNotEqualTo(words(ALL.draw(5, 200)));
  }

  @Test
  void shouldDrawEveryKindInTwenty() {
    assertThat(ALL.draw(1, 20).stream().map(Fault::kind)).contains(FaultKind.values());
  }

  @Test
  void shouldDrawEveryDamageInTwoHundred() {
    Stream<Damage> damages =
        ALL.draw(1, 200).stream().filter(DamageFault.class::isInstance).map(fault -> ((DamageFault) fault).damage());
    assertThat(damages).contains(Damage.values());
  }

  @Test
  void shouldDrawNothingThatCannotBeMadeHere() {
    List<Fault> faults = new Recipes(false, false).draw(1, 300);
    assertThat(faults).hasSize(300)
        .noneMatch(fault -> fault instanceof FullDiskFault || fault instanceof ClockFault)
        .noneMatch(fault -> fault instanceof PlaceFault place && place.place().needsDisk())
        .anyMatch(LimitFault.class::isInstance);
  }

  private static List<String> words(List<Fault> faults) {
    return faults.stream().map(Fault::words).toList();
  }
}
