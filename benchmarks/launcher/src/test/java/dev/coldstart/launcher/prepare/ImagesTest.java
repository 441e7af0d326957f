package dev.coldstart.launcher.prepare;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coldstart.launcher.plan.PlannedArm;
import dev.coldstart.launcher.plan.SampleArms;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Shell scripts replace jdeps and jlink, and record their arguments. */
@DisabledOnOs(OS.WINDOWS)
class ImagesTest {

  @TempDir
  private Path folder;
  private Path calls;

  @BeforeEach
  void makeTools() throws IOException {
    calls = folder.resolve("calls");
    Files.createDirectory(folder.resolve("work"));
    tool("jdeps", "echo 'Warning: split package'; echo java.base,java.sql");
    tool("jlink", "while [ $1 != --output ]; do shift; done; mkdir $2; echo image >$2/modules");
  }

  @Test
  void shouldLinkTheModulesThatTheClassPathNeeds() throws IOException {
    PlannedArm arm = arm("fast.jit", "classes");
    Artifacts artifacts = prepared(arm);
    assertThat(artifacts.failure(arm)).isNull();
    assertThat(artifacts.cost(arm).label()).isEqualTo("JVM image");
    assertThat(artifacts.cost(arm).bytes()).isEqualTo("image\n".length());
    Path image = artifacts.command(arm, 0, folder).jvm();
    assertThat(image.resolve("modules")).isRegularFile();
    assertThat(Files.readAllLines(calls).get(0))
        .isEqualTo("jdeps --print-module-deps --ignore-missing-deps --multi-release 25 "
            + folder.resolve("stage-fast.jit/own.jar"));
    assertThat(Files.readAllLines(calls).get(1)).startsWith("jlink --fast --add-modules java.base,java.sql --output ");
  }

  @Test
  void shouldLookOnceForTheModulesOfAClassPathAndLinkThemOnce() throws IOException {
    Path image = image(arm("fast.jit", "classes"));
    assertThat(image(arm("fast.jit", "classes"))).isEqualTo(image);
    assertThat(Files.readAllLines(calls)).hasSize(2);
    assertThat(image(arm("slow.jit", "others"))).isEqualTo(image);
    assertThat(Files.readAllLines(calls)).hasSize(3);
    tool("jdeps", "echo java.base");
    assertThat(image(arm("fast.jit", "new classes"))).isNotEqualTo(image);
  }

  @Test
  void shouldSayWhyThereIsNoImage() throws IOException {
    tool("jlink", "echo 'Error: Module java.sql not found'; exit 1");
    assertFails("no image was made: jlink failed, exit code 1; it said: Error: Module java.sql not found");
    tool("jlink", "exit 1");
    assertFails("no image was made: jlink failed, exit code 1; it said nothing");
    tool("jdeps", "echo 'Error: no such file'");
    assertFails("no image was made: jdeps named no modules; it said: Error: no such file");
    tool("jdeps", "printf 'Fehler: f\\374r Latin-1'; exit 1");
    assertFails("no image was made: jdeps failed, exit code 1; it said: Fehler: f\uFFFDr Latin-1");
  }

  @Test
  void shouldNeedNoImageForAChildThatIsNoJvm() throws IOException {
    PlannedArm jvm = arm("script.plain", "classes");
    PlannedArm arm =
        new PlannedArm(SampleArms.withProgram(jvm.configuration(), "run"), jvm.profile(), jvm.jdk(), jvm.fixture());
    assertThat(prepared(arm).cost(arm)).isNull();
    assertThat(calls).doesNotExist();
  }

  /** This happens in a checkout that belongs to another user or to a container's image. */
  @Test
  void shouldMakeAnImageForTheRunAloneWhereNothingCanBeKept() throws IOException {
    Files.writeString(folder.resolve("kept"), "in the way");
    PlannedArm arm = arm("fast.jit", "classes");
    Artifacts artifacts = prepared(arm);
    assertThat(artifacts.isKept()).isFalse();
    assertThat(artifacts.failure(arm)).isNull();
    assertThat(artifacts.command(arm, 0, folder).jvm()).startsWith(folder.resolve("work").toRealPath());
    artifacts.trimKept();
    assertThat(folder.resolve("kept")).hasContent("in the way");
  }

  private void assertFails(String reason) throws IOException {
    PlannedArm arm = arm("fast.jit", "failing " + reason);
    Artifacts artifacts = prepared(arm);
    assertThat(artifacts.failure(arm)).isEqualTo(reason);
    assertThat(artifacts.cost(arm)).isNull();
  }

  private Path image(PlannedArm arm) throws IOException {
    return prepared(arm).command(arm, 0, folder).jvm();
  }

  private Artifacts prepared(PlannedArm arm) {
    Artifacts artifacts = new Artifacts(folder.resolve("work"), folder.resolve("kept"));
    artifacts.make(arm, 1);
    return artifacts;
  }

  private PlannedArm arm(String configuration, String classes) throws IOException {
    Path stage = Files.createDirectories(folder.resolve("stage-" + configuration));
    Path jar = Files.writeString(stage.resolve("own.jar"), classes);
    Files.setLastModifiedTime(jar, FileTime.fromMillis(1_700_000_000_000L));
    Files.writeString(stage.resolve("classpath"), "");
    return new PlannedArm(SampleArms.configuration(configuration, false, stage),
        SampleArms.linked(SampleArms.profile("linked"), "--fast"), SampleArms.jdk(folder.resolve("jdk"), 25),
        SampleArms.fixture("hello"));
  }

  private void tool(String name, String script) throws IOException {
    Path file = Files.createDirectories(folder.resolve("jdk/bin")).resolve(name);
    Files.writeString(file, "#!/bin/sh\necho " + name + " \"$@\" >>" + calls + "\n" + script + "\n");
    assertThat(file.toFile().setExecutable(true)).isTrue();
  }
}
