package dev.coldstart.launcher.machine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.coldstart.launcher.UserError;
import dev.coldstart.launcher.machine.SystemFiles.CpuTicks;
import dev.coldstart.record.Guards;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Reading the kernel's files, and computing guards from two readings. */
class GuardsTest {

  private static final long SECOND_NS = 1_000_000_000;

  @TempDir
  private Path root;

  @Test
  void shouldReadTicksOfAllProcessors() throws IOException {
    write("proc/stat", "cpu  100 20 30 4000 50 6 7 80 9 10\ncpu0 1 1 1 1 1 1 1 1 1 1\nintr 5\n");
    assertThat(files().cpuTicks()).isEqualTo(new CpuTicks(100 + 20 + 30 + 6 + 7, 80, 4293));
    for (String other : List.of("cpu  100 20 30 4000 50 6 7\n", "", "cpu  a b c d e f g h\n")) {
      write("proc/stat", other);
      assertThat(files().cpuTicks()).as(other).isNull();
    }
  }

  @Test
  void shouldReadAProcessWhateverItsName() throws IOException {
    String after = " S 41 1 1 0 -1 4194304 103 0 0 0 10 20 300 4000 20 0 1 0 1253249 3133440 380";
    for (String name : List.of("java", "a) b) 9 (c")) {
      String stat = "42 (" + name + ")" + after;
      write("proc/self/stat", stat);
      assertThat(files().ownTicks()).isEqualTo(4330);
      assertThat(ProcFiles.stat(stat, "ppid")).isEqualTo(41);
    }
    for (String other : List.of("42 (java) S 41", "42 (java)" + after.replace("300", "x"), "")) {
      write("proc/self/stat", other);
      assertThat(files().ownTicks()).as(other).isNull();
    }
  }

  @Test
  void shouldReadPressure() throws IOException {
    String full = "full avg10=0.00 avg60=0.00 avg300=0.00 total=7\n";
    write("proc/pressure/io", "some avg10=1.00 avg60=0.00 avg300=0.00 total=1823\n" + full);
    assertThat(files().pressureNs("io")).isEqualTo(1_823_000);
    write("proc/pressure/io", full);
    assertThat(files().pressureNs("io")).isNull();
  }

  @Test
  void shouldReadThrottlingOfBothVersions() throws IOException {
    write("sys/fs/cgroup/cpu.stat", "usage_usec 9\nnr_periods 3\nnr_throttled 2\nthrottled_usec 51\n");
    assertThat(files().throttledNs()).isEqualTo(51_000);
    write("sys/fs/cgroup/cpu.stat", "nr_periods 3\nnr_throttled 2\nthrottled_time 51\n");
    assertThat(files().throttledNs()).isEqualTo(51);
    write("sys/fs/cgroup/cpu.stat", "usage_usec 9\nuser_usec 5\n");
    assertThat(files().throttledNs()).isNull();
  }

  @Test
  void shouldFindTheProcessOwnGroup() throws IOException {
    write("proc/self/cgroup", "0::/user.slice/run-1.scope\n");
    write("sys/fs/cgroup/cpu.stat", "throttled_usec 1\n");
    write("sys/fs/cgroup/user.slice/run-1.scope/cpu.stat", "throttled_usec 2\n");
    assertThat(files().throttledNs()).isEqualTo(2_000);
  }

  @Test
  void shouldFindTheGroupAsAContainerSeesIt() throws IOException {
    write("proc/self/cgroup", "4:memory:/x\n2:cpu,cpuacct:/docker/0123\n0::/\n");
    write("sys/fs/cgroup/cpu/cpu.stat", "throttled_time 3\n");
    assertThat(files().throttledNs()).isEqualTo(3);
    write("sys/fs/cgroup/cpu,cpuacct/docker/0123/cpu.stat", "throttled_time 4\n");
    assertThat(files().throttledNs()).isEqualTo(4);
  }

  @Test
  void shouldCountJvmsThatDoNotComeFromHere() throws IOException {
    process(1, 0, "init");
    process(100, 1, "java");
    process(200, 100, "sh");
    process(201, 200, "java");
    process(300, 1, "java");
    process(301, 300, "java");
    process(400, 1, "javac");
    assertThat(files(100).otherJvms()).isEqualTo(2);
    assertThat(files(300).otherJvms()).isEqualTo(2);
    assertThat(files(999).otherJvms()).isEqualTo(4);
  }

  @Test
  void shouldKnowItsOwnWhereItIsTheFirstProcessOfAContainer() throws IOException {
    process(1, 0, "java");
    process(20, 1, "java");
    assertThat(files(1).otherJvms()).isZero();
  }

  /**
   * With hidepid=1 their files cannot be read, and with hidepid=2 they are not listed. Not seeing any is not the same
   * as there being none.
   */
  @Test
  void shouldNotTakeHiddenProcessesForNone() throws IOException {
    process(100, 1, "java");
    assertThat(files(100).otherJvms()).isNull();
    Files.createDirectories(root.resolve("proc/1"));
    assertThat(files(100).otherJvms()).isNull();
  }

  /** Its ids are those of other processes, which must be neither judged nor killed. */
  @Test
  void shouldNotBelieveAnotherProc() throws IOException {
    process(1, 0, "init");
    process(7, 1, "java");
    write("proc/7/stat", "7 (java) T 1 7 7 0 -1 4194304\n");
    write("proc/self/stat", "4711 (java) S 1 1 1 0 -1 0 0 0 0 0 10 20 300 4000 20 0\n");
    SystemFiles hosts = SystemFiles.of(root, 7);
    assertThat(hosts.processes()).isEmpty();
    assertThat(hosts.otherJvms()).isNull();
    assertThat(hosts.isStopped(7)).isFalse();
    assertThat(hosts.ownTicks()).as("of the reader").isEqualTo(4330);
    assertThat(SystemFiles.of(root, 4711).isStopped(7)).isTrue();
  }

  @Test
  void shouldTellNothingWhereThereIsNothing() {
    MachineGuards guards = new MachineGuards(files(), root.resolve("gone"), () -> 5);
    assertThat(guards.get()).isEqualTo(new Guards(null, null, null, null, null, null, null, null, null, null));
  }

  @Test
  void shouldTellWhatHappenedBetween() throws IOException {
    AtomicLong nowNs = new AtomicLong(5);
    kernel("0.50", "cpu  1000 0 0 1000 0 0 0 10", 100, 1_000, 100, 50);
    MachineGuards guards = new MachineGuards(files(), root, nowNs::get);
    nowNs.addAndGet(SECOND_NS);
    kernel("1.25", "cpu  1060 0 20 1100 0 0 0 30", 150, 251_000, 500_100, 100_050);
    Guards first = guards.get();
    assertThat(first.load()).isEqualTo(1.25);
    assertThat(first.stealPart()).isEqualTo(20 / 200.0);
    assertThat(first.othersPart()).isEqualTo((80 - 50) / 200.0);
    assertThat(first.throttledPart()).isCloseTo(0.25, within(1e-9));
    assertThat(first.cpuPressurePart()).isCloseTo(0.5, within(1e-9));
    assertThat(first.ioPressurePart()).isCloseTo(0.1, within(1e-9));
    assertThat(first.memoryPressurePart()).isNull();
    assertThat(first.governor()).isEqualTo("powersave");
    assertThat(first.otherJvms()).isZero();
    assertThat(first.freeBytes()).isPositive();

    nowNs.addAndGet(SECOND_NS);
    kernel("1.25", "cpu  1070 0 20 1190 0 0 0 30", 190, 251_000, 500_100, 100_050);
    Guards second = guards.get();
    assertThat(second.stealPart()).as("since the last block, not the first").isZero();
    assertThat(second.othersPart()).as("never below none").isZero();
    assertThat(second.throttledPart()).isZero();
  }

  @Test
  void shouldNotDivideByNoTime() throws IOException {
    kernel("0.10", "cpu  1000 0 0 1000 0 0 0 10", 100, 1_000, 100, 50);
    Guards guards = new MachineGuards(files(), root.resolve("gone"), () -> 7).get();
    assertThat(guards).isEqualTo(new Guards(0.1, null, null, null, null, null, null, "powersave", 0, null));
  }

  @Test
  void shouldStopBeforeTheDiskIsFull() {
    Path run = Path.of("out", "run-1");
    assertThatThrownBy(
        () -> MachineGuards.assertFree(free(MachineGuards.LEAST_FREE_BYTES - 1), run, "scripts/coldstart run"))
        .isInstanceOf(UserError.class)
        .hasMessageStartingWith("only 268 MB are free on the disk of out/run-1")
        .hasMessageEndingWith("make room, then resume with scripts/coldstart run");
    assertThatCode(() -> MachineGuards.assertFree(free(MachineGuards.LEAST_FREE_BYTES), run, ""))
        .doesNotThrowAnyException();
    assertThatCode(() -> MachineGuards.assertFree(free(null), run, "")).doesNotThrowAnyException();
    assertThatCode(() -> MachineGuards.assertFree(null, run, "")).doesNotThrowAnyException();
  }

  private static Guards free(Long bytes) {
    return new Guards(null, null, null, null, null, null, null, null, null, bytes);
  }

  private void kernel(String load, String cpu, long ownTicks, long throttledUs, long cpuUs, long ioUs)
      throws IOException {
    write("proc/loadavg", load + " 0.40 0.30 1/100 42\n");
    write("proc/stat", cpu + " 0 0\n");
    write("proc/self/stat", "9 (java) S 1 1 1 0 -1 0 0 0 0 0 " + ownTicks + " 0 0 0 20 0\n");
    write("sys/fs/cgroup/cpu.stat", "throttled_usec " + throttledUs + "\n");
    write("proc/pressure/cpu", "some avg10=0.00 avg60=0.00 avg300=0.00 total=" + cpuUs + "\n");
    write("proc/pressure/io", "some avg10=0.00 avg60=0.00 avg300=0.00 total=" + ioUs + "\n");
    write("sys/devices/system/cpu/cpu0/cpufreq/scaling_governor", "powersave\n");
    process(1, 0, "init");
    process(77, 1, "sh");
  }

  private void process(long id, long parent, String name) throws IOException {
    write("proc/" + id + "/comm", name + "\n");
    write("proc/" + id + "/stat", id + " (" + name + ") S " + parent + " 1 1 0 -1 0 0 0 0 0 1 1 1 1 20 0\n");
  }

  private void write(String file, String text) throws IOException {
    Path path = root.resolve(file);
    Files.createDirectories(path.getParent());
    Files.writeString(path, text);
  }

  /** The files as seen by the process in {@link #kernel}. */
  private SystemFiles files() {
    return SystemFiles.of(root, 9);
  }

  /** The files as seen by another process. */
  private SystemFiles files(long self) throws IOException {
    write("proc/self/stat", self + " (java) S 1 1 1 0 -1 0 0 0 0 0 1 1 1 1 20 0\n");
    return SystemFiles.of(root, self);
  }
}
