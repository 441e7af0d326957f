package dev.coldstart.record.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.coldstart.record.BlockEnd;
import dev.coldstart.record.Counters;
import dev.coldstart.record.Launch;
import dev.coldstart.record.RunData;
import dev.coldstart.record.RunFolder;
import dev.coldstart.record.SampleRun;
import dev.coldstart.record.SampleRuns;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The content of a run that was killed at any byte and then resumed. */
class ResumeTest {

  private static final SampleRun RUN = SampleRuns.controlled(12);

  /** Not only ASCII, so that a line can be torn inside a character. */
  private static final Launch NEXT = failed("exit code 3: \u00fc\u20ac");

  @TempDir
  Path out;
  private RunFolder folder;

  @BeforeEach
  void writeRun() {
    folder = RUN.writeTo(out);
  }

  @Test
  void shouldSetATornTailAsideAndAppendAfterItWhereverItWasTorn() throws IOException {
    byte[] whole = Files.readAllBytes(folder.launches());
    byte[] tail = RunJson.MAPPER.writeValueAsString(NEXT).getBytes(StandardCharsets.UTF_8);
    for (int cut = 1; cut < tail.length; cut++) {
      byte[] torn = Arrays.copyOf(tail, cut);
      Files.write(folder.launches(), join(whole, torn));
      appendOnResume(NEXT);
      assertThat(folder.launches()).hasBinaryContent(join(whole, tail, new byte[] {'\n'}));
      assertThat(torn("launches")).hasBinaryContent(torn);
      Files.delete(torn("launches"));
    }
  }

  @Test
  void shouldCompleteALastLineThatLacksOnlyItsEnd() throws IOException {
    byte[] whole = Files.readAllBytes(folder.launches());
    Files.write(folder.launches(), Arrays.copyOf(whole, whole.length - 1));
    appendOnResume(NEXT);
    assertThat(torn("launches")).doesNotExist();
    assertThat(launches(RunReader.read(folder.path())))
        .containsExactlyInAnyOrderElementsOf(Stream.concat(RUN.launches().stream(), Stream.of(NEXT)).toList());
  }

  @Test
  void shouldSetAWholeLineAsideThatIsNoLaunch() throws IOException {
    Files.writeString(folder.launches(), "{\"block\":1}", StandardOpenOption.APPEND);
    appendOnResume(NEXT);
    assertThat(torn("launches")).hasContent("{\"block\":1}");
    assertThat(RunReader.read(folder.path()).warnings()).isEmpty();
  }

  @Test
  void shouldKeepEachTornTailOfARunThatWasCutTwice() throws IOException {
    for (String torn : List.of("{\"bl", "{\"block\":")) {
      Files.writeString(folder.launches(), torn, StandardOpenOption.APPEND);
      appendOnResume(NEXT);
    }
    assertThat(torn("launches")).hasContent("{\"bl{\"block\":");
    assertThat(launches(RunReader.read(folder.path()))).hasSize(RUN.launches().size() + 2);
  }

  /** A disk may lose a part of a line and keep its end. */
  @Test
  void shouldSetALastLineAsideThatIsDamagedAndEnds() throws IOException {
    Files.writeString(folder.launches(), "{\"block\":\0\0\0}\n", StandardOpenOption.APPEND);
    appendOnResume(NEXT);
    assertThat(torn("launches")).hasContent("{\"block\":\0\0\0}\n");
    assertThat(launches(RunReader.read(folder.path()))).hasSize(RUN.launches().size() + 1);
  }

  @Test
  void shouldSetATornBlockAsideToo() throws IOException {
    BlockEnd next = new BlockEnd("noop", 99, false, null, 2, 1, null);
    String whole = Files.readString(folder.blocks());
    Files.writeString(folder.blocks(), whole + "{\"fixture\":\"noop\",\"block\":9");
    try (RunWriter writer = RunWriter.resume(folder)) {
      writer.append(next);
    }
    assertThat(torn("blocks")).hasContent("{\"fixture\":\"noop\",\"block\":9");
    List<BlockEnd> expected = Stream.concat(RUN.blocks().stream(), Stream.of(next)).toList();
    assertThat(RunReader.read(folder.path()).blocks()).isEqualTo(expected);
  }

  @Test
  void shouldGoOnWithARunThatWasCutBeforeItsFirstByte() throws IOException {
    Files.write(folder.launches(), new byte[0]);
    Files.delete(folder.blocks());
    appendOnResume(NEXT);
    RunData data = RunReader.read(folder.path());
    assertThat(launches(data)).containsExactly(NEXT);
    assertThat(data.blocks()).isEmpty();
  }

  @Test
  void shouldSetATornOnlyLineAside() throws IOException {
    Files.writeString(folder.launches(), "{\"block\":0,");
    appendOnResume(NEXT);
    assertThat(torn("launches")).hasContent("{\"block\":0,");
    assertThat(launches(RunReader.read(folder.path()))).containsExactly(NEXT);
  }

  @Test
  void shouldGoOnWithARunKilledBeforeItHadItsFiles() throws IOException {
    Files.delete(folder.launches());
    appendOnResume(NEXT);
    assertThat(launches(RunReader.read(folder.path()))).containsExactly(NEXT);
  }

  @Test
  void shouldSayWhichRunCannotGoOn() {
    RunFolder gone = new RunFolder(folder.path().resolve("gone"));
    assertThatThrownBy(() -> RunWriter.resume(gone)).hasMessageContaining(gone.path().toString())
        .hasCauseInstanceOf(NoSuchFileException.class);
  }

  private void appendOnResume(Launch launch) {
    try (RunWriter writer = RunWriter.resume(folder)) {
      writer.append(List.of(launch));
    }
  }

  private Path torn(String file) {
    return folder.path().resolve(file + ".jsonl.torn");
  }

  private static List<Launch> launches(RunData data) {
    return data.arms().stream().flatMap(arm -> arm.launches().stream()).toList();
  }

  private static Launch failed(String reason) {
    return new Launch(99, 0, SampleRuns.BASELINE, "noop", false, false, reason, 1_767_323_045_000L, null, 5L, null,
        null, Counters.NONE, 3, null);
  }

  private static byte[] join(byte[]... parts) {
    ByteArrayOutputStream joined = new ByteArrayOutputStream();
    for (byte[] part : parts) {
      joined.writeBytes(part);
    }
    return joined.toByteArray();
  }
}
