package dev.coldstart.spi;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

class ProcessFactsTest {

  @Test
  void shouldKnowTheProcessorTimeEverywhere() {
    assertThat(ProcessFacts.ofThisProcess().cpuNs()).isPositive();
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void shouldKnowPeakMemoryAndFaultsOnLinux() {
    ProcessFacts facts = ProcessFacts.ofThisProcess();
    // A JVM of less than 10 MB, or of more than 1 TB, would be a mistaken unit.
    assertThat(facts.peakRssBytes()).isBetween(10_000_000L, 1_000_000_000_000L);
    assertThat(facts.majorFaults()).isNotNegative();
  }

  /** This JVM has started from the JDK's own archive, unless somebody switched that off. */
  @Test
  @EnabledOnOs(OS.LINUX)
  void shouldNameTheArchivesThatAreMapped() {
    assertThat(ProcessFacts.ofThisProcess().archives()).matches("|/\\S+\\.(jsa|aot)(:/\\S+\\.(jsa|aot))*");
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void shouldSeeProcessorTimeGrowAsItIsSpent() {
    long before = ProcessFacts.ofThisProcess().cpuNs();
    long deadline = System.nanoTime() + 20_000_000;
    while (System.nanoTime() < deadline) {
      Thread.onSpinWait();
    }
    assertThat(ProcessFacts.ofThisProcess().cpuNs()).isGreaterThan(before);
  }
}
