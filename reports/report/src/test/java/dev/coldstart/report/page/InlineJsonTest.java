package dev.coldstart.report.page;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coldstart.record.Arm;
import dev.coldstart.record.ArmKey;
import dev.coldstart.record.Launch;
import dev.coldstart.record.Records;
import dev.coldstart.record.RunData;
import dev.coldstart.record.SampleLaunch;
import dev.coldstart.record.SampleRun;
import dev.coldstart.record.SampleRuns;
import dev.coldstart.report.export.SummaryWriter;
import dev.coldstart.stats.run.Summary;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The data that the page contains for programs. */
class InlineJsonTest {

  /** As a browser finds it: up to the first end tag, whatever is in between. */
  private static final Pattern BLOCK = Pattern.compile("<script type=\"application/json\" id=\"summary\">(.*?)</script",
      Pattern.DOTALL | Pattern.CASE_INSENSITIVE);

  private static final String EVIL = "</script><script>alert(1)</script><!--<script>]]>&lt;\u2028\u2029'\"\\";

  @TempDir
  Path out;

  @Test
  void shouldSayOfEachArmWhatTheSummarySays() {
    equalsTheSummary(SampleRuns.controlled());
  }

  @Test
  void shouldHoldNamesThatWouldEndIt() {
    SampleRun hostile = SampleRuns.blocks(6)
        .withArms(arm -> SampleRuns.BASELINE.equals(arm.arm()) ? arm : renamed(arm))
        .withLaunches(l -> SampleRuns.BASELINE.equals(l.arm()) ? l : renamed(l));
    String block = equalsTheSummary(hostile);
    assertThat(block).doesNotContain("<", ">", "&", "\u2028", "\u2029").contains("\\u003c!--", "\\u2028");
  }

  @Test
  void shouldTakeLittleRoomAnArm() {
    RunData run = SampleRuns.controlled().readFrom(out);
    String block = block(run, Summary.of(run));
    int arms = run.arms().size();
    assertThat(block.getBytes(StandardCharsets.UTF_8).length).isLessThan(500 + 250 * arms);
  }

  private String equalsTheSummary(SampleRun sample) {
    RunData run = sample.readFrom(out);
    Summary summary = Summary.of(run);
    SummaryWriter.write(run.folder(), summary);
    JsonNode written = JsonMapper.shared().readTree(run.folder().summaryJson());
    String block = block(run, summary);
    JsonNode inline = JsonMapper.shared().readTree(block);
    for (String field : new String[] {"schema", "run", "margin", "status"}) {
      assertThat(inline.path(field)).as(field).isEqualTo(written.path(field));
    }
    assertThat(inline.path("arms").size()).isEqualTo(written.path("arms").size()).isPositive();
    for (int arm = 0; arm < written.path("arms").size(); arm++) {
      equal(inline.path("columns"), inline.path("arms").path(arm), written.path("arms").path(arm));
    }
    return block;
  }

  private static void equal(JsonNode columns, JsonNode values, JsonNode arm) {
    assertThat(values.size()).isEqualTo(columns.size());
    for (int i = 0; i < columns.size(); i++) {
      String column = columns.path(i).stringValue();
      assertThat(arm.has(column)).as(column).isTrue();
      assertThat(values.path(i)).as(column).isEqualTo(arm.path(column));
    }
  }

  private static Arm renamed(Arm a) {
    return Records.with(a, "arm", EVIL + a.arm());
  }

  private static Launch renamed(Launch l) {
    return SampleLaunch.ofArm(l, new ArmKey(EVIL + l.arm(), l.fixture()));
  }

  private static String block(RunData run, Summary summary) {
    Matcher matcher = BLOCK.matcher(RunPage.render(run, summary, run.folder().reportHtml()));
    assertThat(matcher.find()).isTrue();
    return matcher.group(1);
  }
}
