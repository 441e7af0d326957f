package dev.coldstart.launcher.machine;

import dev.coldstart.launcher.TemporaryFolder;
import dev.coldstart.launcher.UserError;
import dev.coldstart.record.Manifest;
import dev.coldstart.record.text.Format;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** What a launch finds in the kernel's page cache of the files that it reads. */
public enum PageCache {
  /** What earlier launches left there, as on a machine that has just run the same. */
  WARM {
    @Override
    public Optional<String> before(Collection<Path> files, Path folder) {
      return Optional.empty();
    }
  },

  /**
   * Nothing, as on a machine that has just got these files. What is below the kernel, such as a host's cache, stays.
   */
  COLD {
    @Override
    public Optional<String> before(Collection<Path> files, Path folder) throws IOException {
      List<Path> left = inMemory(files, folder);
      if (left.isEmpty()) {
        return Optional.empty();
      }
      evict(left, folder);
      left = inMemory(left, folder);
      if (!left.isEmpty()) {
        // A page that is not written yet cannot be removed.
        run(commandFor(List.of("sync"), left), folder);
        evict(left, folder);
        left = inMemory(left, folder);
      }
      return left.isEmpty()
          ? Optional.empty()
          : Optional.of("not removed from the page cache: " + left.get(0).getFileName()
              + (left.size() == 1 ? "" : " and " + (left.size() - 1) + " more files"));
    }
  };

  private static final Duration TIME = Duration.ofSeconds(30);

  /** The POSIX shell starts one program for each file, because dd takes only one. It reads nothing. */
  private static final String EVICT = "for file do dd if=\"$file\" iflag=nocache count=0 status=none || exit 1; done";

  private static final List<String> IN_MEMORY =
      List.of("fincore", "--bytes", "--noheadings", "--raw", "--output", "RES");

  /**
   * Makes the page cache as a launch shall find it.
   *
   * @param files regular files that are not empty
   * @param folder for the output of the programs that this takes
   * @return why it is not so; empty if it is
   */
  public abstract Optional<String> before(Collection<Path> files, Path folder) throws IOException;

  /**
   * The state of this name, if this machine can make it. Tried on a file, because other systems have programs of these
   * names that cannot do it, and a file system in memory cannot either.
   *
   * @param sample a file on the disk of those that launches read
   * @throws UserError if there is none of this name, or if it cannot be made here
   */
  public static PageCache of(String name, Path sample) {
    PageCache found = Stream.of(values())
        .filter(one -> one.id().equals(name))
        .findFirst()
        .orElseThrow(() -> new UserError("--page-cache " + name + ": give warm or cold"));
    found.whyNot(sample).ifPresent(why -> {
      throw new UserError("--page-cache " + name
          + " needs Linux, dd of coreutils, fincore of util-linux, and a checkout on a disk: " + why);
    });
    return found;
  }

  private Optional<String> whyNot(Path sample) {
    try (WorkFolder work = WorkFolder.in(TemporaryFolder.ofThisJvm().path())) {
      return before(List.of(sample), work.path());
    } catch (IOException e) {
      return Optional.of(e.getMessage());
    }
  }

  /** As it was recorded. */
  public static PageCache of(Manifest.Plan plan) {
    return plan.isCold() ? COLD : WARM;
  }

  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** As in the manifest. Null for the usual state. */
  public String recorded() {
    return this == WARM ? null : id();
  }

  private static void evict(List<Path> files, Path folder) throws IOException {
    run(commandFor(List.of("sh", "-c", EVICT, "sh"), files), folder);
  }

  /** Those of the files that have a page in memory. */
  private static List<Path> inMemory(Collection<Path> files, Path folder) throws IOException {
    List<Path> all = List.copyOf(files);
    List<String> bytes = run(commandFor(IN_MEMORY, all), folder).lines().map(String::strip).toList();
    if (bytes.size() != all.size()) {
      throw new IOException("fincore told about " + bytes.size() + " of " + Format.count(all.size(), "file", "files"));
    }
    return IntStream.range(0, all.size()).filter(i -> !bytes.get(i).equals("0")).mapToObj(all::get).toList();
  }

  private static List<String> commandFor(List<String> command, Collection<Path> files) {
    return Stream.concat(command.stream(), files.stream().map(Path::toString)).toList();
  }

  /** Returns what the program printed. */
  private static String run(List<String> command, Path folder) throws IOException {
    Path printed = folder.resolve("page-cache");
    Program.Ended ended =
        Program.end(new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(printed.toFile()), TIME);
    if (ended.failure() != null) {
      throw new IOException(FailureWords.of(command.get(0) + " failed, " + ended.failure(), printed));
    }
    return Files.readString(printed, StandardCharsets.ISO_8859_1);
  }
}
