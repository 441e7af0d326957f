package dev.coldstart.validation;

import dev.coldstart.launcher.UserError;
import dev.coldstart.launcher.child.CheckedChildren.Answer;
import dev.coldstart.launcher.plan.PlannedArm;
import dev.coldstart.launcher.prepare.Artifacts;
import dev.coldstart.launcher.machine.FailureWords;
import dev.coldstart.launcher.machine.Folders;
import dev.coldstart.launcher.machine.Program;
import dev.coldstart.launcher.scenario.LaunchDriver;
import dev.coldstart.launcher.scenario.Scenario;
import dev.coldstart.record.text.SafeText;
import dev.coldstart.record.text.ShellWords;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Has hyperfine time the command of each launch once more, before the launch in even blocks and after it in odd ones.
 * The two harnesses alternate every 50 ms or so, too fast for the machine to drift in between. Both start the child in
 * its own empty temporary folder, without the variables that a JVM reads, and read its output through a pipe.
 *
 * @param program hyperfine, by its name or path
 * @param launches the driver that measures
 * @param workFolder parent of the temporary folders
 * @param times the file to which {@link CampaignFolder.Time}s are appended
 * @param timeout for one child
 */
record BesideHyperfine(String program, LaunchDriver launches, Artifacts artifacts, Path workFolder, Path times,
    Duration timeout) implements LaunchDriver {

  /** Found on the PATH. */
  static final String PROGRAM = "hyperfine";

  @Override
  public Made launch(Step step, Slot slot) throws IOException {
    PlannedArm arm = step.arm();
    if (step.scenario() != Scenario.FIRST_RESPONSE || slot.warmup() || arm.control() != null) {
      return launches.launch(step, slot);
    }
    if (slot.block() % 2 == 0) {
      time(arm, slot);
      return launches.launch(step, slot);
    }
    Made made = launches.launch(step, slot);
    time(arm, slot);
    return made;
  }

  @Override
  public Answer answer(PlannedArm arm) throws IOException {
    return launches.answer(arm);
  }

  private void time(PlannedArm arm, Slot slot) throws IOException {
    Path folder = Files.createTempDirectory(workFolder, "hyperfine-");
    try {
      Path childFolder = Files.createDirectory(folder.resolve("child"));
      Path exported = folder.resolve("times.json");
      run(command(arm, childFolder, exported), childFolder, folder.resolve("log"));
      var time = new CampaignFolder.Time(slot.block(), arm.id(), arm.fixture().id(), seconds(exported));
      Files.writeString(times, JsonMapper.shared().writeValueAsString(time) + "\n", StandardOpenOption.CREATE,
          StandardOpenOption.APPEND);
    } finally {
      Folders.delete(folder);
    }
  }

  private List<String> command(PlannedArm arm, Path folder, Path exported) {
    return List.of(program, "-N", "--style", "none", "--warmup", "0", "--runs", "1", "--output", "pipe",
        "--export-json", exported.toString(), ShellWords.line(artifacts.command(arm, 0, folder).words()));
  }

  private void run(List<String> command, Path folder, Path log) throws IOException {
    ProcessBuilder builder =
        new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true).redirectOutput(log.toFile());
    Program.Ended ended;
    try {
      ended = Program.end(builder, timeout);
    } catch (IOException e) {
      throw new UserError(program + " cannot be run: " + e.getMessage() + "; install it, or leave the option out", e);
    }
    if (ended.failure() != null) {
      throw new UserError(program + " could not time a child: " + FailureWords.of(ended.failure(), log));
    }
  }

  private double seconds(Path exported) throws IOException {
    try {
      JsonNode times = JsonMapper.shared().readTree(exported).path("results").path(0).path("times");
      if (times.size() == 1 && times.get(0).asDouble(0) > 0) {
        return times.get(0).asDouble();
      }
    } catch (JacksonException e) {
      throw new UserError(program + " exported invalid JSON: " + e.getOriginalMessage(), e);
    }
    throw new UserError(program + " exported no time: " + SafeText.start(Files.readString(exported), 400));
  }

  @Override
  public List<String> leftBehind() {
    return launches.leftBehind();
  }

  @Override
  public void close() {
    launches.close();
  }
}
