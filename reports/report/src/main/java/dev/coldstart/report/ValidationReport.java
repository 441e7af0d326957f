package dev.coldstart.report;

import dev.coldstart.stats.validation.ValidationCampaign;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Writes what the harness found where the truth is known, as one file that needs no network and no other file. */
public final class ValidationReport {

  private ValidationReport() {}

  /**
   * @param target where to write; the links to the raw files are relative to its directory
   * @throws UncheckedIOException when it cannot be written
   */
  public static void write(ValidationCampaign campaign, Path target) {
    try {
      Files.writeString(target, render(campaign, target));
    } catch (IOException e) {
      throw new UncheckedIOException("page=" + target + " cannot be written", e);
    }
  }

  static String render(ValidationCampaign campaign, Path target) {
    return HtmlReport.render("validation.jte", ValidationPage.of(campaign, target, HtmlReport.stylesheet()));
  }
}
