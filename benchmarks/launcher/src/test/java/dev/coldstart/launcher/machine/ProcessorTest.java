package dev.coldstart.launcher.machine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coldstart.record.Manifest.Machine;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The processor's name in /proc/cpuinfo, as written by kernels for several architectures. */
class ProcessorTest {

  @TempDir
  private Path root;

  @Test
  void shouldTakeTheNameWhereThereIsOne() throws IOException {
    String x86 = "processor\t: 0\nvendor_id\t: AuthenticAMD\ncpu family\t: 23\nmodel\t\t: 49\n";
    assertThat(processor(x86 + "model name\t: AMD EPYC 7R32\nstepping\t: 0\ncpu MHz\t\t: 2800.0\n"))
        .isEqualTo("AMD EPYC 7R32");
    assertThat(processor("processor\t: 0\ncpu\t\t: POWER9, altivec supported\nclock\t\t: 3800MHz\n"))
        .isEqualTo("POWER9, altivec supported");
    assertThat(processor("processor\t: 0\nisa\t\t: rv64imafdc\nuarch\t\t: sifive,u74-mc\n")).isEqualTo("sifive,u74-mc");
    assertThat(processor("processor : 0\nModel Name\t\t: Loongson-3A5000\n")).isEqualTo("Loongson-3A5000");
  }

  /** Amazon's Graviton2, a Raspberry Pi, and a processor with two kinds of cores. */
  @Test
  void shouldTakeTheNumbersOnArm() throws IOException {
    assertThat(processor("processor\t: 0\nBogoMIPS\t: 243.75\n" + arm("0xd0c") + "processor\t: 1\n" + arm("0xd0c")))
        .isEqualTo("CPU implementer 0x41, CPU variant 0x3, CPU part 0xd0c");
    assertThat(processor(arm("0xd08") + "Hardware\t: BCM2711\nModel\t\t: Raspberry Pi 4 Model B Rev 1.4\n"))
        .isEqualTo("Model Raspberry Pi 4 Model B Rev 1.4, Hardware BCM2711, CPU implementer 0x41, CPU variant 0x3,"
            + " CPU part 0xd08");
    assertThat(processor(arm("0xd05") + arm("0xd0b")))
        .isEqualTo("CPU implementer 0x41, CPU variant 0x3, CPU part 0xd05+0xd0b");
  }

  @Test
  void shouldTakeTheNumbersWhereAHypervisorHidesTheName() throws IOException {
    String numbers = "vendor_id\t: GenuineIntel\ncpu family\t: 6\nmodel\t\t: 85\n";
    assertThat(processor(numbers)).isEqualTo("vendor_id GenuineIntel, cpu family 6, model 85");
    assertThat(processor(numbers + "model name\t: unknown\n")).startsWith("vendor_id GenuineIntel");
    assertThat(processor("vendor_id       : IBM/S390\n# processors    : 2\n")).isEqualTo("vendor_id IBM/S390");
  }

  @Test
  void shouldKnowNoneWhereNothingIsSaid() throws IOException {
    assertThat(SystemFiles.of(root, 1).processor()).isNull();
    assertThat(processor("")).isNull();
    assertThat(processor("model name\t:\nCPU part\t:  \nprocessor\t: 0\n")).isNull();
    assertThat(SystemFiles.of(root, 1).machine().processorName()).isEqualTo("unknown processor");
  }

  /** A digest of the kernel's random number: the same for all processes since it booted, and nobody's name. */
  @Test
  void shouldRecogniseAMachineThatHasNotBeenStartedAgain() throws IOException {
    Machine first = booted("1b4e28ba-2fa1-11d2-883f-0016d3cca427");
    assertThat(first.host()).matches("[0-9a-f]{16}").doesNotContain("1b4e28ba");
    assertThat(first.isSame(booted("1b4e28ba-2fa1-11d2-883f-0016d3cca427"))).isTrue();
    assertThat(first.isSame(booted("2c5f39cb-2fa1-11d2-883f-0016d3cca427"))).isFalse();
    Files.delete(root.resolve("proc/sys/kernel/random/boot_id"));
    Machine unknown = SystemFiles.of(root, 1).machine();
    assertThat(unknown.host()).isNull();
    assertThat(unknown.isSame(unknown)).isFalse();
  }

  private Machine booted(String id) throws IOException {
    Files.writeString(Files.createDirectories(root.resolve("proc/sys/kernel/random")).resolve("boot_id"), id + "\n");
    return SystemFiles.of(root, 1).machine();
  }

  private static String arm(String part) {
    return "CPU implementer\t: 0x41\nCPU architecture: 8\nCPU variant\t: 0x3\nCPU part\t: " + part
        + "\nCPU revision\t: 1\n\n";
  }

  private String processor(String cpuinfo) throws IOException {
    Files.writeString(Files.createDirectories(root.resolve("proc")).resolve("cpuinfo"), cpuinfo);
    return SystemFiles.of(root, 1).processor();
  }
}
