package dev.coldstart.record.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.coldstart.record.Records;
import dev.coldstart.record.RunFormatException;
import dev.coldstart.record.SampleHistory;
import dev.coldstart.record.history.HistoryLine;
import dev.coldstart.record.io.HistoryFile.Addition;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

public class HistoryFileTest {

  private static final int WRITERS = 3;
  private static final int RUNS = 20;

  @TempDir
  Path folder;

  @Test
  void shouldKeepAllThatWasAdded() {
    HistoryFile history = new HistoryFile(folder.resolve("new/folder"));
    List<HistoryLine> first = night(0);
    List<HistoryLine> second = night(1);
    assertThat(history.add(first)).isEqualTo(new Addition(2, 0, null));
    assertThat(history.add(second)).isEqualTo(new Addition(2, 0, null));
    assertThat(read(history)).containsExactlyElementsOf(together(first, second));
  }

  @Test
  void shouldChangeNothingIfARunIsAddedTwice() throws IOException {
    HistoryFile history = new HistoryFile(folder);
    history.add(night(0));
    byte[] before = Files.readAllBytes(history.path());
    assertThat(history.add(night(0))).isEqualTo(new Addition(0, 2, null));
    assertThat(history.path()).hasBinaryContent(before);
  }

  /** Two machines may begin runs in the same second. */
  @Test
  void shouldTellRunsOfOneIdApartByTheirStarts() {
    HistoryFile history = new HistoryFile(folder);
    HistoryLine one = SampleHistory.line(0, 2);
    HistoryLine other = Records.with(one, "startedAt", one.startedAt().plusMillis(3));
    history.add(List.of(one));
    assertThat(history.add(List.of(one, other))).isEqualTo(new Addition(1, 1, null));
  }

  @Test
  void shouldTakeShardsThatAreMergedTwiceForOneNight() {
    HistoryFile history = new HistoryFile(folder);
    HistoryLine one = SampleHistory.line(0, 2);
    Instant late = one.startedAt().minusMillis(5);
    history.add(List.of(Records.with(one, "shardsStartedAt", List.of(one.startedAt(), one.startedAt().plusMillis(3)))));
    HistoryLine again = Records.with(one, "run", "20260101T021000Z-merged", "startedAt", late, "shardsStartedAt",
        List.of(late, one.startedAt()));
    assertThat(history.add(List.of(again))).isEqualTo(new Addition(0, 1, null));
  }

  /** Killed after any number of bytes: the earlier lines are there, and the next addition completes the run. */
  @Test
  void shouldRepairWhatAKilledAdditionLeft() throws IOException {
    HistoryFile history = new HistoryFile(folder);
    history.add(night(0));
    int before = (int) Files.size(history.path());
    history.add(night(1));
    byte[] whole = Files.readAllBytes(history.path());
    for (int length = before; length < whole.length; length += 41) {
      Files.write(history.path(), Arrays.copyOf(whole, length));
      List<String> warnings = new ArrayList<>();
      assertThat(history.read(warnings)).startsWith(night(0).toArray(HistoryLine[]::new));
      Addition addition = history.add(night(1));
      assertThat(addition.added() + addition.known()).isEqualTo(2);
      assertThat(history.path()).hasBinaryContent(whole);
      boolean isTorn = !warnings.isEmpty();
      assertThat(addition.torn()).isEqualTo(isTorn ? folder.resolve("history.jsonl.torn") : null);
    }
  }

  @Test
  void shouldRefuseADamagedHistoryAndNotTouchIt() throws IOException {
    HistoryFile history = new HistoryFile(folder);
    history.add(night(0));
    String text = Files.readString(history.path());
    String damaged = "<<<<<<< main\n" + text;
    Files.writeString(history.path(), damaged);
    assertThatThrownBy(() -> history.add(night(1))).isInstanceOf(RunFormatException.class)
        .hasMessageContaining("history.jsonl line 1");
    assertThat(history.path()).hasContent(damaged);
    Files.writeString(history.path(), text.replace("\"schema\":1", "\"schema\":7"));
    assertThatThrownBy(() -> read(history)).hasMessageContaining("schema=7");
  }

  @Test
  void shouldRefuseNumbersThatCannotBeRight() {
    HistoryLine line = SampleHistory.line(0, 2);
    for (HistoryLine wrong : List.of(Records.with(line, "ratio", 0.0), Records.with(line, "ratioLow", -1.0),
        Records.with(line, "ratioLow", 3.0), Records.with(line, "blocks", 0))) {
      HistoryFile history = new HistoryFile(folder.resolve("wrong-" + wrong.hashCode()));
      history.add(List.of(wrong));
      assertThatThrownBy(() -> read(history)).isInstanceOf(RunFormatException.class).hasMessageContaining("ratioLow=");
    }
  }

  @Test
  void shouldSayThatThereIsNoHistory() {
    assertThatThrownBy(() -> read(new HistoryFile(folder))).isInstanceOf(RunFormatException.class)
        .hasMessageContaining("history add makes one");
  }

  @Test
  void shouldSayThatItCannotWrite() throws IOException {
    Path file = Files.writeString(folder.resolve("file"), "");
    assertThatThrownBy(() -> new HistoryFile(file).add(night(0))).isInstanceOf(UncheckedIOException.class)
        .hasMessageContaining("nothing was added");
  }

  @Test
  void shouldNotMixTheLinesOfProcessesThatAddAtOnce() throws Exception {
    List<Process> writers = new ArrayList<>();
    for (int writer = 0; writer < WRITERS; writer++) {
      writers.add(new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-cp",
          System.getProperty("java.class.path"), Writer.class.getName(), folder.toString(), Integer.toString(writer))
          .redirectErrorStream(true)
          .redirectOutput(Redirect.PIPE)
          .start());
    }
    for (Process writer : writers) {
      String said = new String(writer.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      assertThat(writer.waitFor()).as(said).isZero();
    }
    assertThat(read(new HistoryFile(folder))).hasSize(WRITERS * RUNS * 2).doesNotHaveDuplicates();
  }

  /** A process that adds runs. */
  public static final class Writer {

    public static void main(String[] args) {
      int writer = Integer.parseInt(args[1]);
      for (int run = 0; run < RUNS; run++) {
        new HistoryFile(Path.of(args[0])).add(night(writer * RUNS + run));
      }
    }
  }

  private static List<HistoryLine> night(int night) {
    HistoryLine line = SampleHistory.line(night, 3.7);
    return List.of(line, Records.with(line, "fixture", "markdown", "ratio", null, "notRun", "no „such“ thing\n"));
  }

  private static List<HistoryLine> together(List<HistoryLine> first, List<HistoryLine> second) {
    return IntStream.range(0, 4).mapToObj(i -> i < 2 ? first.get(i) : second.get(i - 2)).toList();
  }

  private static List<HistoryLine> read(HistoryFile history) {
    List<String> warnings = new ArrayList<>();
    List<HistoryLine> lines = history.read(warnings);
    assertThat(warnings).isEmpty();
    return lines;
  }
}
