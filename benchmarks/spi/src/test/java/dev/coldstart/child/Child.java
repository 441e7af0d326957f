package dev.coldstart.child;

import static java.util.concurrent.TimeUnit.MINUTES;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A {@link FakeChild} that ran as a process and has ended.
 *
 * @param response its output before the report, or all its output if there is no report
 * @param sections the sections of its report, by name
 */
record Child(int exitCode, String response, Map<String, byte[]> sections, String err) {

  /** @param folder receives the child's files */
  static Child start(Path folder, List<String> jvmArgs, String fixture, Path event, String... more) throws Exception {
    Path module = Files.write(folder.resolve("module"), new byte[0]);
    Path out = folder.resolve("out");
    Path err = folder.resolve("err");
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(jvmArgs);
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), FakeChild.class.getName()));
    command.addAll(List.of(fixture, module.toString(), event.toString(), ColdStart.HANDLER, ColdStart.NO_IMPORTS));
    command.addAll(List.of(more));
    Process process = new ProcessBuilder(command).redirectOutput(out.toFile()).redirectError(err.toFile()).start();
    assertThat(process.waitFor(1, MINUTES)).as("ended in time").isTrue();

    byte[] bytes = Files.readAllBytes(out);
    int response = new String(bytes, StandardCharsets.ISO_8859_1).indexOf(ChildReport.FIRST_LINE);
    boolean reports = response >= 0;
    return new Child(process.exitValue(),
        new String(bytes, 0, reports ? response : bytes.length, StandardCharsets.UTF_8),
        reports ? ReportSections.of(bytes, response) : Map.of(), Files.readString(err));
  }

  /** The text of that section, which must exist. */
  String text(String section) {
    assertThat(exitCode).as(err).isZero();
    assertThat(sections).containsKey(section);
    return new String(sections.get(section), StandardCharsets.UTF_8);
  }

  long classesLoaded() {
    assertThat(exitCode).as(err).isZero();
    return HotSpotCounters.parse(sections.get(ChildReport.HSPERFDATA)).classesLoaded();
  }
}
