package dev.coldstart.results;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.regex.Pattern;

/**
 * Writes a run's folder while it runs: raw data first, each launch as it ends, so that a run that is killed keeps all
 * that it measured. It never writes over an older run. What fails here says so before the first launch, not after hours.
 */
public final class RunWriter implements AutoCloseable {

  /** The id is a folder's name and goes into commands and links. */
  private static final Pattern RUN_ID = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,99}");

  private final RunFolder folder;

  /** Not buffered: a line is with the operating system before the next JVM is spawned, even if this one then dies. */
  private final OutputStream launches;

  private final OutputStream blocks;

  private RunWriter(RunFolder folder) throws IOException {
    this.folder = folder;
    this.launches = appending(folder.launches());
    this.blocks = appending(folder.blocks());
  }

  private static OutputStream appending(Path file) throws IOException {
    return Files.newOutputStream(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
  }

  /**
   * Makes the folder {@code <out>/<runId>} with the manifest, no launch, and an empty folder for JMH's files.
   *
   * @throws UncheckedIOException when the folder exists already or cannot be written
   */
  public static RunWriter create(Path out, Manifest manifest) {
    if (!RUN_ID.matcher(manifest.runId()).matches()) {
      throw new IllegalArgumentException(
          "run id \"" + manifest.runId() + "\" cannot name a folder: use up to 100 letters, digits, '.', '_' and '-'");
    }
    RunFolder folder = new RunFolder(out.resolve(manifest.runId()));
    try {
      Files.createDirectories(out);
      Files.createDirectory(folder.path());
      Files.createDirectory(folder.jmh());
      writeManifest(folder, manifest);
      return new RunWriter(folder);
    } catch (FileAlreadyExistsException e) {
      throw new UncheckedIOException(
          e.getFile() + " exists already and is never written over: choose another run id or folder", e);
    } catch (IOException e) {
      throw new UncheckedIOException(
          "no run can be written to " + folder.path() + " (" + e + "): choose a folder that is writable", e);
    }
  }

  /**
   * Goes on with a run that was cut. A last line that was torn is set aside first.
   *
   * @throws UncheckedIOException when the folder cannot be written
   */
  public static RunWriter resume(RunFolder folder) {
    try {
      // Killed at its very beginning, a run has a manifest and none of them.
      if (Files.exists(folder.launches())) {
        TornLine.setAside(folder.launches(), Launch.class);
      }
      if (Files.exists(folder.blocks())) {
        TornLine.setAside(folder.blocks(), BlockEnd.class);
      }
      return new RunWriter(folder);
    } catch (IOException e) {
      throw new UncheckedIOException("the run in " + folder.path() + " cannot be written to (" + e + ")", e);
    }
  }

  public RunFolder folder() {
    return folder;
  }

  /** Appends one line to the launches. */
  public void append(Launch launch) {
    append(launches, folder.launches(), launch);
  }

  /** Appends one line to the blocks, after those of its launches. */
  public void append(BlockEnd block) {
    append(blocks, folder.blocks(), block);
  }

  private static void append(OutputStream out, Path file, Object line) {
    // A file that was removed takes more lines without a word, as long as it is open.
    if (!Files.exists(file)) {
      String gone = file + " has gone while the run was on, and what it held with it: start the run anew";
      throw new UncheckedIOException(gone, new FileNotFoundException(file.toString()));
    }
    try {
      // One call a line: a reader that follows the file sees whole lines, and at most the last can be torn.
      out.write((RunJson.MAPPER.writeValueAsString(line) + "\n").getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(
          file + " cannot be written (" + e.getMessage() + "): is the disk full? Make room, then go on with"
              + " coldstart run --resume " + file.getParent(), e);
    }
  }

  /** Replaces the manifest, when the run knows more: engines as they stated themselves, and how it ended. */
  public void update(Manifest manifest) {
    try {
      writeManifest(folder, manifest);
    } catch (IOException e) {
      throw new UncheckedIOException("the manifest cannot be written to " + folder.manifest(), e);
    }
  }

  /** A new file in the old one's place: whoever reads meanwhile, or after a crash, finds one of the two, whole. */
  private static void writeManifest(RunFolder folder, Manifest manifest) throws IOException {
    String json = RunJson.MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(manifest) + "\n";
    // Not a file of createTempFile: only its owner could read that, and runs are shared.
    Path fresh = Files.writeString(folder.path().resolve("manifest.json.tmp"), json);
    Files.move(fresh, folder.manifest(), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }

  @Override
  public void close() {
    try (launches;
        blocks) {
      blocks.flush();
    } catch (IOException e) {
      throw new UncheckedIOException("the run in " + folder.path() + " cannot be closed", e);
    }
  }
}
