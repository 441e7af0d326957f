package dev.coldstart.validation.faults;

import dev.coldstart.record.RunData;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;

/** A file or folder that the run uses is replaced or write-protected. */
record PlaceFault(Place place) implements Fault {

  private interface Making {
    void in(Trial trial) throws IOException;
  }

  /** An object and the path it blocks. */
  enum Place {
    LATEST_FOLDER("latest is a folder, as after a copy that followed links", Set.of(May.SPOIL_BESIDE), false,
        trial -> fill(trial.out().resolve("latest"))),
    LATEST_FILE("latest is a file", Set.of(May.SPOIL_BESIDE), false,
        trial -> Files.writeString(Files.createDirectories(trial.out()).resolve("latest"), "20260101T000000Z\n")),
    LATEST_NOWHERE("latest is a broken link", Set.of(), false,
        trial -> Files.createSymbolicLink(Files.createDirectories(trial.out()).resolve("latest"), Path.of("gone"))),
    LATEST_NEW_FOLDER("latest.new is a folder that is not empty", Set.of(May.SPOIL_BESIDE), false,
        trial -> fill(trial.out().resolve("latest.new"))),
    INDEX_FOLDER("index.html is a folder that is not empty", Set.of(May.SPOIL_BESIDE), false,
        trial -> fill(trial.out().resolve("index.html"))),
    OUT_FILE("the folder of runs is a file", Set.of(May.STOP), true,
        trial -> Files.writeString(trial.out(), "no folder\n")),
    OUT_READ_ONLY("the folder of runs is write-protected", Set.of(May.STOP), true,
        trial -> trial.disk(trial.out()).writable(false)),
    TEMPORARY_READ_ONLY("the temporary folder is write-protected", Set.of(May.STOP), true,
        trial -> trial.disk(trial.tmp()).writable(false)),
    TEMPORARY_GONE("the temporary folder does not exist", Set.of(May.STOP), true, trial -> Files.delete(trial.tmp())),
    TEMPORARY_FILE("the temporary folder is a file", Set.of(May.STOP), true, trial -> {
      Files.delete(trial.tmp());
      Files.writeString(trial.tmp(), "no folder\n");
    }),
    LOCK_LINK("the lock is a link to another user's file", Set.of(May.STOP), true, trial -> {
      Files.writeString(victim(trial), VICTIM);
      Files.createSymbolicLink(lock(trial), victim(trial));
      takeLockIn(trial);
    }),
    LOCK_FOLDER("the lock is a folder", Set.of(May.STOP), true, trial -> {
      Files.createDirectory(lock(trial));
      takeLockIn(trial);
    });

    private final String words;
    private final Set<May> may;
    private final boolean lifted;
    private final Making making;

    /** @param lifted whether it is removed after the run has ended */
    Place(String words, Set<May> may, boolean lifted, Making making) {
      this.words = words;
      this.may = may;
      this.lifted = lifted;
      this.making = making;
    }

    /** A folder of somebody else that must be kept; empty if there is none. */
    private String folder() {
      return switch (this) {
        case LATEST_FOLDER -> "latest";
        case LATEST_NEW_FOLDER -> "latest.new";
        case INDEX_FOLDER -> "index.html";
        default -> "";
      };
    }

    boolean needsDisk() {
      return this == OUT_READ_ONLY || this == TEMPORARY_READ_ONLY;
    }
  }

  private static final String KEPT = "kept";
  private static final String VICTIM = "what somebody else wrote\n";

  private static Path lock(Trial trial) {
    return trial.folder().resolve("lock");
  }

  /** Uses a lock of its own: the machine's lock is shared with other measurements. */
  private static void takeLockIn(Trial trial) throws IOException {
    trial.jdk()
        .plan(FaultyJdk.Of.LAUNCHER, "set -- '-Dcoldstart.lock=" + lock(trial) + "' \"$@\"\n", 1, Long.MAX_VALUE);
  }

  private static Path victim(Trial trial) {
    return trial.folder().resolve("victim");
  }

  private static void fill(Path folder) throws IOException {
    Files.writeString(Files.createDirectories(folder).resolve(KEPT), "of somebody else\n");
  }

  @Override
  public FaultKind kind() {
    return FaultKind.IN_THE_WAY;
  }

  @Override
  public String words() {
    return place.words;
  }

  @Override
  public Set<May> may() {
    return place.may;
  }

  @Override
  public void prepare(Trial trial) throws IOException {
    place.making.in(trial);
  }

  @Override
  public void lift(Trial trial) throws IOException {
    if (!place.lifted) {
      return;
    }
    if (place.needsDisk()) {
      trial.disk().writable(true);
    }
    trial.jdk().heal();
    for (Path folder : List.of(trial.out(), trial.tmp())) {
      if (Files.isRegularFile(folder)) {
        Files.delete(folder);
      }
    }
    if (!Files.exists(trial.tmp())) {
      Files.createDirectory(trial.tmp());
    }
  }

  @Override
  public List<String> broken(Trial trial, RunData run) throws IOException {
    if (Files.exists(victim(trial)) && !Files.readString(victim(trial)).equals(VICTIM)) {
      return List.of("another user's file was overwritten");
    }
    Path kept = trial.out().resolve(place.folder()).resolve(KEPT);
    return place.folder().isEmpty() || Files.exists(kept) ? List.of() : List.of(kept + " is lost");
  }
}
