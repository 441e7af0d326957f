package dev.coldstart.report.export;

import dev.coldstart.record.RunFolder;
import dev.coldstart.record.io.WholeFile;
import dev.coldstart.record.text.IoReason;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;
import tools.jackson.core.JacksonException;

/**
 * The list of a run's raw data and of the files made from them, with their sizes. It is written after all of them: an
 * interrupted report has no list, and a file that changed later is noticed by its size.
 *
 * @param bytes by the file's path in the folder, with slashes
 */
public record ReportFiles(int schema, Map<String, Long> bytes) {

  private static final int SCHEMA = 1;

  /**
   * Removes the list before the files are made, perhaps not for the first time.
   *
   * @throws UncheckedIOException if it cannot be removed
   */
  public static void begin(RunFolder folder) {
    try {
      Files.deleteIfExists(folder.reportFiles());
    } catch (IOException e) {
      throw new UncheckedIOException(folder.reportFiles() + " cannot be removed (" + IoReason.of(e) + ")", e);
    }
  }

  /**
   * Writes the list after all files were made.
   *
   * @throws UncheckedIOException if it cannot be written
   */
  public static void end(RunFolder folder) {
    Map<String, Long> bytes = new TreeMap<>();
    in(folder).forEach(file -> bytes.put(name(folder, file), file.length()));
    try {
      WholeFile.write(folder.reportFiles(),
          SummaryMapper.JSON.writerWithDefaultPrettyPrinter().writeValueAsString(new ReportFiles(SCHEMA, bytes))
              + "\n");
    } catch (IOException e) {
      throw new UncheckedIOException(folder.reportFiles() + " cannot be written (" + IoReason.of(e) + ")", e);
    }
  }

  /** Whether there is a list, and every file matches it. */
  public static boolean areWhole(RunFolder folder) {
    if (!Files.isRegularFile(folder.reportFiles())) {
      return false;
    }
    try {
      ReportFiles list = SummaryMapper.JSON.readValue(folder.reportFiles(), ReportFiles.class);
      return list != null && list.bytes != null
          && list.bytes.entrySet().stream().allMatch(entry -> isAsListed(folder, entry));
    } catch (JacksonException damaged) {
      return false;
    }
  }

  private static boolean isAsListed(RunFolder folder, Map.Entry<String, Long> listed) {
    File file = new File(folder.path().toFile(), listed.getKey());
    return file.isFile() && Objects.equals(file.length(), listed.getValue());
  }

  private static Stream<File> in(RunFolder folder) {
    Stream<Path> single = Stream.of(folder.manifest(), folder.launches(), folder.blocks(), folder.reportHtml(),
        folder.summaryJson(), folder.summaryCsv(), folder.summaryMd(), folder.summarySvg(), folder.ratios());
    Stream<File> several = Stream.of(folder.jmh(), folder.histograms(), folder.badges())
        .map(place -> place.toFile().listFiles())
        .filter(Objects::nonNull)
        .flatMap(Arrays::stream)
        .filter(file -> !file.getName().endsWith(WholeFile.ENDING));
    return Stream.concat(single.map(Path::toFile), several).filter(File::isFile);
  }

  private static String name(RunFolder folder, File file) {
    return folder.path().relativize(file.toPath()).toString().replace(File.separatorChar, '/');
  }
}
