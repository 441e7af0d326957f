package dev.coldstart.spi;

import static java.util.concurrent.TimeUnit.MINUTES;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A {@link FakeChild} that was run to its end as a process. */
record Child(int exitCode, String out, String err) {

  /** @param folder for its files */
  static Child start(Path folder, List<String> jvmArgs, String fixture, Path event, String... more) throws Exception {
    Path module = Files.write(folder.resolve("module"), new byte[0]);
    Path out = folder.resolve("out");
    Path err = folder.resolve("err");
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(jvmArgs);
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), FakeChild.class.getName()));
    command.addAll(List.of(fixture, module.toString(), event.toString()));
    command.addAll(List.of(more));
    Process process = new ProcessBuilder(command).redirectOutput(out.toFile()).redirectError(err.toFile()).start();
    assertThat(process.waitFor(1, MINUTES)).as("ended in time").isTrue();
    return new Child(process.exitValue(), Files.readString(out), Files.readString(err));
  }

  /** What its report has under that key; it must be there. */
  String value(String key) {
    String start = key + "=";
    assertThat(exitCode).as(err).isZero();
    String line = out.lines().filter(text -> text.startsWith(start)).findFirst().orElseThrow();
    return line.substring(start.length());
  }
}
