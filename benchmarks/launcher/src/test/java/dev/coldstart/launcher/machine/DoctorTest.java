package dev.coldstart.launcher.machine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coldstart.launcher.machine.Doctor.Finding;
import dev.coldstart.record.Guards;
import dev.coldstart.record.Manifest;
import java.util.List;
import org.junit.jupiter.api.Test;

class DoctorTest {

  private static final Manifest.Limits LIMITS = new Manifest.Limits(0.05, 0.05);

  @Test
  void shouldFindNothingToMendOnAQuietMachine() {
    List<Finding> findings = findings(new Guards(0.1, 0.05, 0.0, 0.01, 0.0, 0.0, 0.0, "performance", 0, 1L << 40));
    assertThat(findings).hasSize(9).allMatch(Finding::good);
    assertThat(findings).extracting(Finding::text).contains("steal: 5.0 % (a block is run again beyond 5 %)");
  }

  @Test
  void shouldSayOfEachWhatToDo() {
    List<Finding> findings = findings(new Guards(2.0, 0.06, 0.5, 0.4, 0.9, 0.9, 0.9, "powersave", 2, 1L << 40));
    assertThat(findings).hasSize(9).noneMatch(Finding::good);
    assertThat(findings).extracting(Finding::text).allSatisfy(text -> assertThat(text).containsAnyOf(": ", "; "));
    assertThat(findings).extracting(Finding::text)
        .contains(
            "steal: 6.0 % (a block is run again beyond 5 %): the host is overbooked: measure at another time, or on a machine"
                + " of your own",
            "2 other JVMs run (a build server, an editor?): stop what you can while you measure");
  }

  @Test
  void shouldNotTakeWhatIsNotSeenForZero() {
    List<Finding> findings = findings(new Guards(null, null, null, null, null, null, null, null, null, null));
    assertThat(findings).hasSize(9).allMatch(Finding::good);
    assertThat(findings).extracting(Finding::text)
        .allSatisfy(text -> assertThat(text).endsWith(": n/a, not to be seen here"));
  }

  private static List<Finding> findings(Guards guards) {
    return Doctor.of(guards, LIMITS, 2);
  }
}
