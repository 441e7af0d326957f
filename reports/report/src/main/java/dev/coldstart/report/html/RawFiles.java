package dev.coldstart.report.html;

import dev.coldstart.record.RunData;
import dev.coldstart.record.RunFolder;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Links to the raw data that the page was made from. */
public final class RawFiles {

  private RawFiles() {}

  /** @param href relative to the page, so that a run folder can be moved and published as a whole */
  public record Link(String href, String name, String says) {}

  /** @param target the page. The summaries are next to it, the raw data not always */
  public static List<Link> of(RunData run, Path target) {
    RunFolder folder = run.folder();
    RunFolder made = new RunFolder(target.toAbsolutePath().getParent());
    List<Link> links = new ArrayList<>();
    links.add(link(folder.manifest(), target, "the plan, the machine, and how the run ended"));
    links.add(link(RunFolder.kept(folder.launches()), target, "one line per launch, including invalid ones"));
    if (!run.blocks().isEmpty()) {
      links
          .add(link(RunFolder.kept(folder.blocks()), target, "one line per block, with the machine's state during it"));
    }
    run.scenarios()
        .run()
        .forEach(kind -> links.add(link(RunFolder.kept(folder.scenario(kind.id())), target, kind.file())));
    links.add(link(made.summaryJson(), target,
        "the numbers of this page; its answers are also in the page, as JSON in the script element with the id summary"));
    links.add(link(made.summaryCsv(), target, "the same as a table"));
    links.add(link(made.summarySvg(), target, "the answers as a picture"));
    if (!run.jmh().isEmpty()) {
      links.add(link(folder.packedJmh().orElse(folder.jmh()), target, "JMH's own results"));
    }
    return links;
  }

  /** The address of a page; empty if there is none. */
  public static String href(Path page, Path target) {
    return Files.exists(page) ? link(page, target, "").href() : "";
  }

  public static Link link(Path file, Path target, String says) {
    Path relative = target.toAbsolutePath().getParent().relativize(file.toAbsolutePath());
    String slashes = relative.toString().replace(relative.getFileSystem().getSeparator(), "/");
    try {
      // A file name is not an address yet: it may contain a space, a question mark or a hash.
      return new Link(new URI(null, null, "./" + slashes, null).toASCIIString(), file.getFileName().toString(), says);
    } catch (URISyntaxException e) {
      throw new IllegalArgumentException("file=" + file + " has no address", e);
    }
  }
}
