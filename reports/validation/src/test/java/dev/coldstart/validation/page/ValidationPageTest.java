package dev.coldstart.validation.page;

import static dev.coldstart.report.page.SoundPage.assertSound;
import static org.assertj.core.api.Assertions.assertThat;

import dev.coldstart.launcher.run.Preset;
import dev.coldstart.report.html.Scripts;
import dev.coldstart.validation.estimate.Validation;
import dev.coldstart.validation.estimate.ValidationCampaign.Condition;
import dev.coldstart.validation.estimate.ValidationCampaign;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ValidationPageTest {

  @TempDir
  static Path out;
  private static ValidationCampaign standard;

  @BeforeAll
  static void makeCampaign() {
    standard = SampleValidation.standard(out);
  }

  @Test
  void shouldWriteOneFileThatNeedsNoOther() throws IOException {
    Path target = out.resolve("validation.html");
    ValidationPage.write(standard, target);
    assertThat(Scripts.removed(Files.readString(target))).startsWith("<!DOCTYPE html>")
        .contains("default-src 'none'")
        .doesNotContain("<script", "<link", "<img", "@import", "http://", "https://", "url(");
  }

  @Test
  void shouldShowWhatWasObserved() {
    String text = text(standard);
    for (Condition condition : standard.conditions()) {
      Validation.At at = condition.validation().at(standard.blocks());
      assertThat(text)
          .contains(
              ValidationWords.seen(at.falsePositives()) + " A/A comparisons saw a difference (required: at most 5 %)")
          .contains(ValidationWords.seen(at.found()) + " found +5 % (required: at least 90 %)")
          .contains(ValidationWords.seen(at.covered()) + " contained +5 ms (required: at least 95 %)");
    }
    assertThat(text).contains("an arm of other 1.0", "150 valid blocks.", "quick 10",
        "default " + Preset.DEFAULT.blocks());
    assertThat(text).contains("exceeds that rate in ", "of campaigns of 5 comparisons, by chance alone");
  }

  @Test
  void shouldSayThatFewComparisonsDecideNothing() {
    assertThat(text(standard)).contains("as observed; more data could change it");
  }

  @Test
  void shouldDrawEachConditionWithIntervals() {
    String html = html(standard);
    assertThat(Pattern.compile("<path class=\"curve\" d=\"M[^\"]*L").matcher(html).results().count()).isEqualTo(6);
    assertThat(html).contains("class=\"whisker\"", "class=\"one\"");
  }

  @Test
  void shouldHoldWithTooFewBlocksForABar() {
    ValidationCampaign campaign = SampleValidation.of(out.resolve("few"), 12, "quiet", "loaded", "other");
    String html = html(campaign);
    assertSound(html);
    assertThat(html).contains("No condition has 30 blocks", "fewer than 30 blocks, so no criterion can be judged");
    ValidationCampaign fewer = SampleValidation.of(out.resolve("fewer"), 6, "quiet", "loaded", "other");
    assertSound(html(fewer));
    assertThat(html(fewer)).doesNotContain("id=\"curve-0\"");
  }

  @Test
  void shouldSayThatNoOtherHarnessWasAsked() {
    String html = html(new ValidationCampaign(30, standard.conditions(), standard.presets(), null));
    assertSound(html);
    assertThat(html).contains("Not compared: the campaign's folder holds no times");
  }

  @Test
  void shouldEscapeAllThatComesFromOutside() {
    String evil = "</style><script>alert(1)</script><img src=x>\"'";
    String html = html(SampleValidation.of(out.resolve("hostile"), 60, evil, evil + "2", evil));
    assertSound(html);
    assertThat(Scripts.removed(html)).doesNotContain("<script", "<img").contains("&lt;script&gt;");
  }

  @Test
  void shouldBeTheSameInEveryLocale() {
    Locale before = Locale.getDefault();
    try {
      Locale.setDefault(Locale.ROOT);
      String expected = html(standard);
      for (String tag : List.of("de-DE", "ar-EG")) {
        Locale.setDefault(Locale.forLanguageTag(tag));
        assertThat(html(standard)).isEqualTo(expected);
      }
    } finally {
      Locale.setDefault(before);
    }
  }

  @Test
  void shouldLinkRawFilesFromWhereThePageStands() throws IOException {
    Files.createDirectories(out.resolve("hyperfine"));
    assertThat(html(standard)).contains("href=\"./a/synthetic/launches.jsonl\"", "href=\"./b/synthetic/manifest.json\"")
        .contains("href=\"./validation.json\"", "href=\"./hyperfine");
  }

  private String html(ValidationCampaign campaign) {
    return ValidationPage.render(campaign, out.resolve("validation.html"));
  }

  /** The text that a reader sees: no markup, one space between words. */
  private String text(ValidationCampaign campaign) {
    return html(campaign).replaceAll("<[^>]*>", " ").replace('\u00a0', ' ').replaceAll("\\s+", " ");
  }
}
