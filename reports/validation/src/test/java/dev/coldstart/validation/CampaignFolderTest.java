package dev.coldstart.validation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.coldstart.launcher.UserError;
import dev.coldstart.launcher.run.Preset;
import dev.coldstart.record.RunFormatException;
import dev.coldstart.record.SampleCampaigns;
import dev.coldstart.record.SampleRuns;
import dev.coldstart.validation.estimate.ValidationCampaign;
import dev.coldstart.validation.estimate.WallAgreement;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CampaignFolderTest {

  @TempDir
  Path folder;

  @Test
  void shouldReadEachConditionByItsFoldersName() throws IOException {
    condition("quiet");
    condition("loaded");
    ValidationCampaign campaign = new CampaignFolder(folder).read();
    assertThat(campaign.conditions()).extracting(ValidationCampaign.Condition::label)
        .containsExactly("loaded", "quiet");
    assertThat(campaign.conditions().get(0).validation().blocks()).isEqualTo(90);
    assertThat(campaign.blocks()).isEqualTo(Preset.DEFAULT.blocks());
    assertThat(campaign.presets()).extracting(Preset::id).containsExactly("quick", "default", "nightly", "tail");
    assertThat(campaign.walls()).isNull();
    assertThat(Main.ReportCommand.lines(campaign)).anyMatch(line -> line.startsWith("quiet: 90 valid blocks of noop"))
        .anyMatch(line -> line.contains("comparisons that find +5.00 %")
            && line.contains(", required at least 90 %: met as observed"));
  }

  @Test
  void shouldReadWhatHyperfineTimedBesideEachLaunch() throws IOException {
    condition("quiet");
    beside(times(1, 8, "noop"), "hyperfine 1.15.0\n");
    ValidationCampaign campaign = new CampaignFolder(folder).read();
    assertThat(campaign.walls().program()).isEqualTo("hyperfine 1.15.0");
    assertThat(campaign.walls().arms()).hasSize(1);
    WallAgreement arm = campaign.walls().arms().get(0);
    assertThat(arm.arm()).isEqualTo(SampleRuns.BASELINE + " of noop");
    assertThat(arm.launches()).isEqualTo(8);
    assertThat(arm.otherMedianMs()).isEqualTo(70.5);
    assertThat(arm.ratio().value()).isEqualTo(arm.medianMs() / arm.otherMedianMs());
    assertThat(Main.ReportCommand.lines(campaign)).anyMatch(line -> line.contains("required 1.00 +- 0.01"));
  }

  @Test
  void shouldCompareOnlyBlocksThatBothTimed() throws IOException {
    condition("quiet");
    beside(times(3, 20, "noop"), "hyperfine 1.15.0\n");
    assertThat(new CampaignFolder(folder).read().walls().arms().get(0).launches()).isEqualTo(6);
  }

  @Test
  void shouldRefuseTimesThatAreNotWhole() throws IOException {
    condition("quiet");
    beside("{\"block\": 1,", "x");
    shouldFailWith("hyperfine.jsonl line 1 is not a line as measure --hyperfine writes it");
    Files.writeString(besideFile(), "{\"block\": 1}");
    shouldFailWith("line 1 holds no time");
    Files.delete(besideFile());
    shouldFailWith("hyperfine.jsonl is missing");
  }

  @Test
  void shouldRefuseTimesOfWhatTheRunHasNot() throws IOException {
    condition("quiet");
    beside(times(1, 8, "another"), "x");
    shouldFailWith("has no block that both timed");
  }

  @Test
  void shouldSayWhatACampaignIs() throws IOException {
    shouldFailWith("holds no condition: it must hold one folder per condition");
    Files.createDirectory(folder.resolve("quiet"));
    shouldFailWith("holds no run, but a condition is one run");
    SampleRuns.blocks(5).writeTo(folder.resolve("quiet"));
    shouldFailWith("has no arm with a delay in percent of its time");
  }

  private void shouldFailWith(String message) {
    assertThatThrownBy(() -> new CampaignFolder(folder).read())
        .isInstanceOfAny(UserError.class, RunFormatException.class)
        .hasMessageContaining(message);
  }

  private void condition(String label) {
    SampleCampaigns.of(2 * Preset.DEFAULT.blocks(), 0.05, SampleCampaigns.RIGHT, 1).writeTo(folder.resolve(label));
  }

  private void beside(String times, String version) throws IOException {
    SampleCampaigns.of(8, 0.01, SampleCampaigns.RIGHT, 1).writeTo(folder.resolve("hyperfine"));
    Files.writeString(folder.resolve("hyperfine/version"), version);
    Files.writeString(besideFile(), times);
  }

  private Path besideFile() throws IOException {
    try (Stream<Path> entries = Files.list(folder.resolve("hyperfine"))) {
      return entries.filter(Files::isDirectory).findFirst().orElseThrow().resolve("hyperfine.jsonl");
    }
  }

  private static String times(int from, int to, String fixture) {
    return IntStream.rangeClosed(from, to)
        .mapToObj(block -> "{\"block\": " + block + ", \"arm\": \"" + SampleRuns.BASELINE + "\", \"fixture\": \""
            + fixture + "\", \"seconds\": 0.0705}\n")
        .collect(Collectors.joining());
  }
}
