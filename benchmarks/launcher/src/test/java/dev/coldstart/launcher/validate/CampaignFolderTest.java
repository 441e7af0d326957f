package dev.coldstart.launcher.validate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.coldstart.launcher.UserError;
import dev.coldstart.results.RunFolder;
import dev.coldstart.results.SampleCampaigns;
import dev.coldstart.results.SampleRuns;
import dev.coldstart.stats.ValidationCampaign;
import dev.coldstart.stats.WallAgreement;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CampaignFolderTest {

  private static final String COMMAND = SampleRuns.BASELINE + " of noop";

  @TempDir Path folder;

  @Test
  void shouldReadEachConditionByItsFoldersName() throws IOException {
    condition("quiet");
    condition("loaded");
    ValidationCampaign campaign = new CampaignFolder(folder).read();
    assertThat(campaign.conditions()).extracting(ValidationCampaign.Condition::label).containsExactly("loaded", "quiet");
    assertThat(campaign.conditions().get(0).validation().blocks()).isEqualTo(40);
    assertThat(campaign.blocks()).isEqualTo(30);
    assertThat(campaign.presets()).extracting(ValidationCampaign.Preset::id).containsExactly("quick", "default", "nightly", "tail");
    assertThat(campaign.walls()).isNull();
    assertThat(ValidationText.lines(campaign)).anyMatch(line -> line.startsWith("quiet: 40 blocks of noop count"));
  }

  @Test
  void shouldReadWhatHyperfineTimedBesideEachRun() throws IOException {
    condition("quiet");
    for (int round = 0; round < 6; round++) {
      round("round-" + round, hyperfine(COMMAND, "0.0695, 0.0705, 0.071", "0, 0, 0"));
    }
    Files.writeString(folder.resolve("hyperfine/version"), "hyperfine 1.15.0\n");
    ValidationCampaign campaign = new CampaignFolder(folder).read();
    assertThat(campaign.walls().program()).isEqualTo("hyperfine 1.15.0");
    WallAgreement arm = campaign.walls().arms().get(0);
    assertThat(arm.arm()).isEqualTo(COMMAND);
    assertThat(arm.rounds()).isEqualTo(6);
    assertThat(arm.launches()).isEqualTo(6 * 8);
    assertThat(arm.otherRuns()).isEqualTo(6 * 3);
    assertThat(arm.otherMedianMs()).isEqualTo(70.5);
    assertThat(arm.ratio().value()).isEqualTo(arm.medianMs() / arm.otherMedianMs());
    assertThat(ValidationText.lines(campaign)).anyMatch(line -> line.contains("asked 1.00 +- 0.01"));
  }

  @Test
  void shouldRefuseARoundInWhichAChildFailed() throws IOException {
    condition("quiet");
    round("round-0", hyperfine(COMMAND, "0.07, 0.07", "0, 1"));
    shouldFailWith("a child failed");
  }

  @Test
  void shouldRefuseARoundThatIsNotWhole() throws IOException {
    condition("quiet");
    round("round-0", "{");
    shouldFailWith("is not what hyperfine exports");
    Files.delete(folder.resolve("hyperfine/round-0/hyperfine.json"));
    shouldFailWith("hyperfine.json is missing: the round was cut");
  }

  @Test
  void shouldRefuseACommandThatTheRunHasNot() throws IOException {
    condition("quiet");
    round("round-0", hyperfine("true", "0.07", "0"));
    shouldFailWith("names \"true\", which the run beside it has not");
  }

  @Test
  void shouldSayWhatACampaignIs() throws IOException {
    shouldFailWith("holds no condition: expected is one folder a condition");
    Files.createDirectory(folder.resolve("quiet"));
    shouldFailWith("holds no run, but a condition is one run");
    SampleRuns.blocks(5).writeTo(folder.resolve("quiet"));
    shouldFailWith("has no arm with a delay in parts of its time");
  }

  private void shouldFailWith(String message) {
    assertThatThrownBy(() -> new CampaignFolder(folder).read()).isInstanceOf(UserError.class).hasMessageContaining(message);
  }

  private void condition(String label) {
    SampleCampaigns.of(40, 0.05, SampleCampaigns.RIGHT, 1).writeTo(folder.resolve(label));
  }

  private void round(String name, String hyperfine) throws IOException {
    RunFolder run = SampleCampaigns.of(8, 0.01, SampleCampaigns.RIGHT, 1).writeTo(folder.resolve("hyperfine"));
    Path round = Files.move(run.path(), folder.resolve("hyperfine").resolve(name));
    Files.writeString(round.resolve("hyperfine.json"), hyperfine);
  }

  private static String hyperfine(String command, String times, String exitCodes) {
    return "{\"results\": [{\"command\": \"" + command + "\", \"times\": [" + times + "], \"exit_codes\": [" + exitCodes
        + "]}]}";
  }
}
