package dev.coldstart.validation.page;

import dev.coldstart.record.Manifest;
import dev.coldstart.record.RunFolder;
import dev.coldstart.record.text.Format;
import dev.coldstart.report.html.Html;
import dev.coldstart.report.html.RawFiles;
import dev.coldstart.report.text.ArmName;
import dev.coldstart.report.text.RunFacts.Fact;
import dev.coldstart.report.text.RunFacts;
import dev.coldstart.validation.estimate.ValidationBar;
import dev.coldstart.validation.estimate.ValidationCampaign.Condition;
import dev.coldstart.validation.estimate.ValidationCampaign;
import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The page about the validation. Its template holds the sections in their order.
 *
 * @param target the page's file; links to the raw files are relative to its directory
 */
public record ValidationPage(ValidationCampaign campaign, Path target) {

  private static final TemplateEngine TEMPLATES = TemplateEngine.createPrecompiled(null, ContentType.Html,
      ValidationPage.class.getClassLoader(), "dev.coldstart.validation");

  /** Times of the second process that loaded the machine; only if there was one. */
  private static final String LOAD = "load.tsv";

  private static final String BESIDE = "hyperfine";

  /** @param of the condition's name */
  record Observed(String of, String text) {}

  /** @throws UncheckedIOException if it cannot be written */
  public static void write(ValidationCampaign campaign, Path target) {
    Html.write(target, render(campaign, target));
  }

  public static String render(ValidationCampaign campaign, Path target) {
    return render("page/validation.jte", new ValidationPage(campaign, target));
  }

  /** @param template its path below the templates of this module */
  static String render(String template, Object view) {
    StringOutput html = new StringOutput();
    TEMPLATES.render(template, view, html);
    return html.toString();
  }

  /** A condition has the same colour and glyph on the whole page, by its position. */
  static ArmName name(ValidationCampaign campaign, Condition condition) {
    int place = campaign.conditions().indexOf(condition);
    return new ArmName(new ArmName.Mark(1 + place), condition.label(), "", place);
  }

  List<Fact> facts() {
    Manifest first = campaign.conditions().get(0).run().manifest();
    long launches = campaign.conditions()
        .stream()
        .flatMap(condition -> condition.run().arms().stream())
        .mapToLong(arm -> arm.launches().size())
        .sum();
    return List.of(Fact.of("Started", RunFacts.date(first.startedAt())), Fact.of("Commit", RunFacts.commit(first)),
        Fact.of("Machine", RunFacts.machine(first.machine())), Fact.of("JDKs", RunFacts.jdks(first.jdks())),
        Fact.of("Fixture", campaign.conditions().get(0).validation().fixture()),
        Fact.of("Conditions", campaign.conditions().size()), Fact.of("Launches", launches));
  }

  List<String> doubts() {
    List<String> doubts = new ArrayList<>();
    differing("commit", Manifest::commit, doubts);
    // Machines with unknown processors may differ.
    differing("machine", run -> run.machine().processor() == null ? run.runId() : run.machine(), doubts);
    differing("JDK", Manifest::jdks, doubts);
    for (Condition condition : campaign.conditions()) {
      String label = condition.label() + ": ";
      if (condition.run().manifest().stoppedBy() == null) {
        doubts.add(label + "the run has not ended; it was killed, or it is still running.");
      }
      if (Boolean.FALSE.equals(condition.run().manifest().clean())) {
        doubts.add(label + "the checkout had uncommitted changes.");
      }
      if (condition.validation().leftOut() > 0) {
        doubts.add(label + Format.count(condition.validation().leftOut(), "block is", "blocks are")
            + " excluded, because not all arms have a valid launch.");
      }
      if (condition.validation().at(campaign.blocks()) == null) {
        doubts.add(label + "fewer than " + campaign.blocks() + " blocks, so no criterion can be judged.");
      }
      condition.run().warnings().forEach(warning -> doubts.add(label + warning));
    }
    return doubts;
  }

  private void differing(String what, Function<Manifest, Object> of, List<String> doubts) {
    long different =
        campaign.conditions().stream().map(c -> Objects.toString(of.apply(c.run().manifest()))).distinct().count();
    if (different > 1) {
      doubts.add("The conditions differ in the " + what + ", which may explain differences in their results.");
    }
  }

  List<RawFiles.Link> rawFiles() {
    List<RawFiles.Link> links = new ArrayList<>();
    links.add(RawFiles.link(target.resolveSibling("validation.json"), target, "the numbers of this page"));
    for (Condition condition : campaign.conditions()) {
      var folder = condition.run().folder();
      Path launches = RunFolder.kept(folder.launches());
      links.add(RawFiles.link(folder.manifest(), target, condition.label() + ": the plan and the machine"));
      links.add(RawFiles.link(launches, target, condition.label() + ": one line per launch, including invalid ones"));
      Path blocks = RunFolder.kept(folder.blocks());
      if (Files.exists(blocks)) {
        links.add(RawFiles.link(blocks, target, condition.label() + ": one line per block"));
      }
      Path load = folder.path().resolveSibling(LOAD);
      if (Files.exists(load)) {
        links.add(RawFiles.link(load, target, condition.label() + ": when the second process was busy"));
      }
    }
    Path beside = target.resolveSibling(BESIDE);
    if (campaign.walls() != null && Files.isDirectory(beside)) {
      links.add(RawFiles.link(beside, target, "a run, and the times that the other harness measured"));
    }
    return links;
  }

  /** The observations, one element per condition. */
  List<Observed> findings() {
    List<Observed> findings = new ArrayList<>();
    for (Condition condition : campaign.conditions()) {
      List<ValidationBar> bars = condition.validation().bars(campaign.blocks());
      String text = bars.stream().map(bar -> sentence(bar, condition)).collect(Collectors.joining(" "));
      findings.add(new Observed(condition.label(), bars.isEmpty() ? "Too few blocks to judge a criterion." : text));
    }
    if (campaign.walls() != null) {
      String text = campaign.walls()
          .arms()
          .stream()
          .map(arm -> arm.arm() + " takes " + ValidationWords.ratio(arm.ratio().value()) + " times the other's time"
              + (arm.ratio().hasInterval() ? " (" + ValidationWords.ratioInterval(arm.ratio()) + ")" : "") + ": "
              + ValidationWords.found(arm.met(), arm.decided()) + ".")
          .collect(Collectors.joining(" "));
      findings.add(new Observed("Compared with " + campaign.walls().program(), text));
    }
    return findings;
  }

  private static String sentence(ValidationBar bar, Condition condition) {
    String what = switch (bar.kind()) {
      case FALSE_POSITIVES -> " A/A comparisons saw a difference";
      case FOUND -> " found " + ValidationWords.addedPart(condition.validation());
      case COVERED -> " contained " + ValidationWords.addedMs(condition.validation());
    };
    return ValidationWords.seen(bar.observed()) + what + " (required: " + ValidationWords.asked(bar) + "): "
        + ValidationWords.found(bar.met(), bar.decided()) + ".";
  }
}
