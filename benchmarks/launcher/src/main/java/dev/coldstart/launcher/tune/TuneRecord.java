package dev.coldstart.launcher.tune;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.coldstart.launcher.UserError;
import dev.coldstart.launcher.run.RunIds;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.cfg.DateTimeFeature;
import tools.jackson.databind.json.JsonMapper;

/** What is known of a tuning while it is on, written down as it becomes known. */
final class TuneRecord {

  static final String FILE = "tune.json";

  private static final String ENDING = "-tune";
  private static final JsonMapper JSON =
      JsonMapper.builder()
          .disable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
          .disable(DateTimeFeature.WRITE_DATES_AS_TIMESTAMPS)
          .changeDefaultPropertyInclusion(inclusion -> inclusion.withValueInclusion(JsonInclude.Include.NON_NULL))
          .build();

  private final TuneRequest request;
  private final Field field;
  private final Instant startedAt = Instant.now();
  private final Path folder;
  private final List<Tuning.Generation> generations = new ArrayList<>();
  private SearchEnd searchEnd;
  private Tuning.End end;

  /** Makes the tuning's folder. */
  TuneRecord(TuneRequest request, Field field) {
    this.request = request;
    this.field = field;
    this.folder = request.out().resolve(RunIds.at(startedAt, ENDING, request.out()));
    try {
      Files.createDirectories(folder);
    } catch (IOException e) {
      throw new UserError("no tuning can be written to " + folder + " (" + e + "): choose a folder that is writable", e);
    }
    save(null);
  }

  Path folder() {
    return folder;
  }

  void generation(int number, List<Candidate> candidates) {
    List<Tuning.Entry> entries = candidates.stream().map(one -> new Tuning.Entry(one.id(), one.parent())).toList();
    generations.add(new Tuning.Generation(number, entries, new ArrayList<>()));
    save(null);
  }

  /** A round begins; its standings are told when it is decided. */
  void round(String run, int blocks) {
    rounds().add(new Tuning.Round(run, blocks, null));
    save(null);
  }

  void standings(List<Standing> standings) {
    int last = rounds().size() - 1;
    Tuning.Round round = rounds().get(last);
    rounds().set(last, new Tuning.Round(round.run(), round.blocks(), standings.stream().map(TuneRecord::place).toList()));
    save(null);
  }

  private List<Tuning.Round> rounds() {
    return generations.get(generations.size() - 1).rounds();
  }

  private static Tuning.Place place(Standing standing) {
    return new Tuning.Place(
        standing.candidate().id(), Ending.orNull(standing.ratio()), standing.stays(), standing.reason());
  }

  void searched(SearchEnd by) {
    searchEnd = by;
    save(null);
  }

  void end(Tuning.End measured) {
    end = measured;
    save(Instant.now());
  }

  private void save(Instant endedAt) {
    Tuning tuning =
        new Tuning(
            Tuning.SCHEMA,
            folder.getFileName().toString(),
            startedAt,
            endedAt,
            // A folder of runs is there to be shown to others.
            request.commandLine().stream().map(word -> word.replace(request.home().root().toString(), "<coldstart>")).toList(),
            request.runtime(),
            request.fixture(),
            field.yardstick().jdk().id(),
            request.seed(),
            request.budget().toMillis(),
            request.blocks(),
            field.yardstick().id(),
            generations,
            searchEnd == null ? null : searchEnd.id(),
            end);
    try {
      // A new file in the old one's place: whoever reads meanwhile, or after a crash, finds one of the two, whole.
      Path fresh = folder.resolve(FILE + ".tmp");
      Files.writeString(fresh, JSON.writerWithDefaultPrettyPrinter().writeValueAsString(tuning) + "\n");
      Files.move(fresh, folder.resolve(FILE), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new UserError(folder.resolve(FILE) + " cannot be written (" + e + "): is the disk full? Make room, and tune anew", e);
    }
  }
}
