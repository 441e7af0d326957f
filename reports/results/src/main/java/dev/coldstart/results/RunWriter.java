package dev.coldstart.results;

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

  private RunWriter(RunFolder folder, OutputStream launches) {
    this.folder = folder;
    this.launches = launches;
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
      return new RunWriter(
          folder, Files.newOutputStream(folder.launches(), StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE));
    } catch (FileAlreadyExistsException e) {
      throw new UncheckedIOException(
          e.getFile() + " exists already and is never written over: choose another run id or folder", e);
    } catch (IOException e) {
      throw new UncheckedIOException(
          "no run can be written to " + folder.path() + " (" + e + "): choose a folder that is writable", e);
    }
  }

  public RunFolder folder() {
    return folder;
  }

  /** Appends one line. */
  public void append(Launch launch) {
    try {
      // One call a line: a reader that follows the file sees whole lines, and at most the last can be torn.
      launches.write((RunJson.MAPPER.writeValueAsString(launch) + "\n").getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException("a launch cannot be written to " + folder.launches() + ": is the disk full?", e);
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
    Path fresh = Files.createTempFile(folder.path(), "manifest", ".tmp");
    String json = RunJson.MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(manifest) + "\n";
    Files.writeString(fresh, json);
    Files.move(fresh, folder.manifest(), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }

  @Override
  public void close() {
    try {
      launches.close();
    } catch (IOException e) {
      throw new UncheckedIOException(folder.launches() + " cannot be closed", e);
    }
  }
}
