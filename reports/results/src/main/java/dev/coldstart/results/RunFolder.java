package dev.coldstart.results;

import java.nio.file.Path;

/** The places in a run's folder. */
public record RunFolder(Path path) {

  public String id() {
    return path.getFileName().toString();
  }

  public Path manifest() {
    return path.resolve("manifest.json");
  }

  public Path launches() {
    return path.resolve("launches.jsonl");
  }

  /** {@code launches.jsonl} compressed, in its place, in a run that is kept for long. */
  public Path launchesGz() {
    return path.resolve("launches.jsonl.gz");
  }

  public Path blocks() {
    return path.resolve("blocks.jsonl");
  }

  /** Holds one file of JMH's own JSON per fork. */
  public Path jmh() {
    return path.resolve("jmh");
  }

  public Path histograms() {
    return path.resolve("histograms");
  }

  public Path summaryJson() {
    return path.resolve("summary.json");
  }

  public Path summaryCsv() {
    return path.resolve("summary.csv");
  }

  public Path reportHtml() {
    return path.resolve("report.html");
  }
}
