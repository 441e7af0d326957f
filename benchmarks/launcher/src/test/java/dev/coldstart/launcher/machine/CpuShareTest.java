package dev.coldstart.launcher.machine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CpuShareTest {

  private static final String OWN = "coldstart-" + ProcessHandle.current().pid();

  @TempDir
  private Path root;

  private void groups(String own) throws IOException {
    Files.createDirectories(root.resolve("proc/self"));
    Files.writeString(root.resolve("proc/self/cgroup"), own);
  }

  /** As the kernel makes it when the folder is made. */
  private Path group(String parent, String file) throws IOException {
    Path group = Files.createDirectories(root.resolve("sys/fs/cgroup").resolve(parent).resolve(OWN));
    Files.writeString(group.resolve(file), "");
    return group;
  }

  @Test
  void shouldGiveTheShareOfAPeriodThroughTheFirstInterface() throws IOException {
    groups("2:cpuacct,cpu:/user\n1:memory:/user\n0::/\n");
    Path group = group("cpu/user", "cpu.cfs_quota_us");
    assertThat(CpuShare.here(root).limited(0.25)).endsWith(group.resolve("cgroup.procs").toString());
    assertThat(group.resolve("cpu.cfs_quota_us")).hasContent("5000");
    assertThat(group.resolve("cpu.cfs_period_us")).hasContent("20000");
  }

  @Test
  void shouldMakeTheGroupOfTheSecondInterfaceBesideItsOwn() throws IOException {
    groups("0::/user.slice/shell.scope\n");
    Path group = group("user.slice", "cpu.max");
    CpuShare.here(root).limited(128 / 1769.0);
    assertThat(group.resolve("cpu.max")).hasContent("1447 20000");
  }

  @Test
  void shouldSayWhyThereIsNone() throws IOException {
    assertThatThrownBy(() -> CpuShare.here(root)).isInstanceOf(IOException.class)
        .hasMessage("this machine has no control groups of Linux for processor time");
    groups("0::/a/b\n");
    assertThatThrownBy(() -> CpuShare.here(root)).isInstanceOf(IOException.class)
        .hasMessageStartingWith("this user may make no control group in ")
        .hasMessageEndingWith("a");
    Path parent = Files.createDirectories(root.resolve("sys/fs/cgroup/a/b")).getParent();
    assertThatThrownBy(() -> CpuShare.here(root)).isInstanceOf(IOException.class)
        .hasMessageStartingWith("a control group in ")
        .hasMessageEndingWith("a cannot limit processor time");
    assertThat(parent).isDirectoryNotContaining("glob:**coldstart-*");
  }

  /** The process was killed. One that lives keeps its group. */
  @Test
  void shouldRemoveAGroupWhoseProcessIsGone() throws IOException {
    groups("0::/\n");
    group("", "cpu.max");
    Path groups = root.resolve("sys/fs/cgroup");
    Path gone = Files.createDirectory(groups.resolve("coldstart-999999999"));
    Path other = Files.createDirectory(groups.resolve("coldstart-else"));
    CpuShare.here(root);
    assertThat(gone).doesNotExist();
    assertThat(other).exists();
  }
}
