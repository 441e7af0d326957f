package dev.coldstart.record.io;

import dev.coldstart.record.RunFormatException;
import dev.coldstart.record.history.HistoryLine;
import dev.coldstart.record.text.IoReason;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** A folder's {@code history.jsonl}. Lines are only ever appended. */
public record HistoryFile(Path folder) {

  /**
   * What an addition did.
   *
   * @param added number of new lines
   * @param known number of lines that the history had already
   * @param torn where a torn last line was moved to; null if there was none
   */
  public record Addition(int added, int known, Path torn) {}

  public Path path() {
    return folder.resolve("history.jsonl");
  }

  /** @throws RunFormatException if there is no history, or it does not follow HISTORY.md */
  public List<HistoryLine> read(List<String> warnings) {
    if (!Files.isRegularFile(path())) {
      throw new RunFormatException(
          folder + " holds no history: it has no history.jsonl; coldstart history add makes one");
    }
    List<HistoryLine> lines = new ArrayList<>();
    JsonLines<HistoryLine> file = lines(warnings);
    file.forEach((line, number) -> lines.add(checked(file, line, number)));
    return lines;
  }

  private JsonLines<HistoryLine> lines(List<String> warnings) {
    return new JsonLines<>(path(), HistoryLine.class, warnings);
  }

  private static HistoryLine checked(JsonLines<HistoryLine> file, HistoryLine line, long number) {
    if (line.schema() != HistoryLine.SCHEMA) {
      throw file.wrong(number, "schema=" + line.schema() + ", but this version reads schema=" + HistoryLine.SCHEMA
          + ": use the version of coldstart that wrote it", null);
    }
    if (line.problem() != null) {
      throw file.wrong(number, line.problem(), null);
    }
    return line;
  }

  /**
   * Appends those lines that the history does not have yet, in one write. A killed process leaves none of them, or
   * whole lines and at most one torn one, which the next addition moves away; then it adds what is missing. Other
   * processes wait meanwhile.
   *
   * @throws RunFormatException if the history is damaged; nothing is added
   * @throws UncheckedIOException if the folder cannot be written; nothing is added
   */
  public Addition add(List<HistoryLine> lines) {
    // The lock of a file is for other processes: a second thread would get an exception.
    synchronized (HistoryFile.class) {
      try {
        Files.createDirectories(folder);
        try (RandomAccessFile file = new RandomAccessFile(path().toFile(), "rw");
          FileChannel channel = file.getChannel()) {
          channel.lock();
          return add(lines, file);
        }
      } catch (IOException e) {
        throw new UncheckedIOException(
            "the history in " + folder + " cannot be written (" + IoReason.of(e) + "); nothing was added to it", e);
      }
    }
  }

  private Addition add(List<HistoryLine> lines, RandomAccessFile file) throws IOException {
    Path torn = TornLine.setAside(file, path(), HistoryLine.class) ? TornLine.of(path()) : null;
    Set<HistoryLine.Key> known = known(file);
    List<HistoryLine> fresh = lines.stream().filter(line -> Collections.disjoint(known, line.measured())).toList();
    String text =
        fresh.stream().map(line -> RunJson.MAPPER.writeValueAsString(line) + "\n").collect(Collectors.joining());
    long end = file.length();
    try {
      file.seek(end);
      file.write(text.getBytes(StandardCharsets.UTF_8));
      file.getFD().sync();
    } catch (IOException e) {
      file.setLength(end);
      throw e;
    }
    return new Addition(fresh.size(), lines.size() - fresh.size(), torn);
  }

  /** Reads by the locked file itself: closing it under a second handle would give up the lock (POSIX, fcntl). */
  private Set<HistoryLine.Key> known(RandomAccessFile file) throws IOException {
    file.seek(0);
    Set<HistoryLine.Key> known = new HashSet<>();
    JsonLines<HistoryLine> lines = lines(new ArrayList<>());
    lines.forEach(
        new BufferedReader(new InputStreamReader(Channels.newInputStream(file.getChannel()), StandardCharsets.UTF_8)),
        (line, number) -> known.addAll(checked(lines, line, number).measured()));
    return known;
  }
}
