package dev.coldstart.report.page;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coldstart.record.Arm;
import dev.coldstart.record.RunData;
import dev.coldstart.record.RunFolder;
import dev.coldstart.record.SampleRuns;
import dev.coldstart.record.io.RunReader;
import dev.coldstart.record.text.Format;
import dev.coldstart.report.export.SummaryWriter;
import dev.coldstart.report.run.RunView;
import dev.coldstart.report.text.ArmName;
import dev.coldstart.report.text.Quantity;
import dev.coldstart.stats.estimate.Estimate;
import dev.coldstart.stats.run.Summary;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Checks that the page's tables and {@code summary.json} have the same values for the same arms. */
class TablesInBrowserTest {

  private static final String INTERVAL = ", interval";
  private static final String RESPONSE = "First response, ms";
  private static final String RATIO = "Ratio to baseline";
  private static final String P50 = "p50, with its 95 % interval";

  @RegisterExtension
  static final Browser BROWSER = new Browser();

  @TempDir
  Path folder;

  @Test
  void shouldSayWhatTheSummarySays() {
    saysWhatTheSummarySays(SettingRuns.withSettings(SampleRuns.standard()).readFrom(folder));
  }

  @Test
  void shouldSayOfRealLaunchesWhatTheSummarySays() throws IOException {
    saysWhatTheSummarySays(RunReader.read(SamplePage.referenceRun()));
  }

  private void saysWhatTheSummarySays(RunData run) {
    Summary summary = Summary.of(run);
    Path page = folder.resolve("page.html");
    RunPage.write(run, summary, page);
    SummaryWriter.write(new RunFolder(folder), summary);
    JsonNode arms = JsonMapper.shared().readTree(new RunFolder(folder).summaryJson()).get("arms");
    RunView view = new RunView(run, summary);
    BROWSER.open(page);
    BROWSER.unfold();
    assertThat(read("#answers table.answer")).isEqualTo(expected(view, arms, TablesInBrowserTest::answer));
    assertThat(read("table.percentiles")).isEqualTo(expected(view, arms, TablesInBrowserTest::launches));
  }

  /** One table per fixture of the page, with the arms that ran, by name. */
  private static List<Map<String, Map<String, String>>> expected(RunView view, JsonNode arms,
      Function<JsonNode, Map<String, String>> row) {
    return view.fixtures().stream().map(fixture -> {
      Map<String, Map<String, String>> rows = new TreeMap<>();
      for (JsonNode arm : arms) {
        boolean isCompared = arm.get("control").isNull() && arm.get("notRun").isNull();
        if (isCompared && arm.get("fixture").asString().equals(fixture.id())) {
          assertThat(rows.put(name(view, arm), row.apply(arm))).as("two arms of one name").isNull();
        }
      }
      return rows;
    }).toList();
  }

  private static String name(RunView view, JsonNode row) {
    Arm arm = view.arms()
        .filter(one -> one.arm().equals(row.get("arm").asString()))
        .filter(one -> one.fixture().equals(row.get("fixture").asString()))
        .findFirst()
        .orElseThrow();
    ArmName name = view.names().of(arm);
    return (name.label() + " " + name.variant()).strip();
  }

  private static Map<String, String> answer(JsonNode arm) {
    boolean isBaseline = number(arm, "ratio") == 1 && number(arm, "ratioCiLow") == 1;
    return Map.of(RESPONSE, Format.number(number(arm, "typicalMs")), RATIO, Format.number(number(arm, "ratio")),
        RATIO + INTERVAL, isBaseline ? "" : interval(arm, "ratioCi"), "CPU, ms",
        Format.number(number(arm, "cpuMedianMs")), "Peak RSS, MB",
        Format.number(number(arm, "peakRssMedianBytes") / Format.BYTES_PER_MB), "Launches", arm.get("n").asString());
  }

  private static Map<String, String> launches(JsonNode arm) {
    return Map.of("n", arm.get("n").asString(), P50, Format.number(number(arm, "firstResponseMedianMs")),
        P50 + INTERVAL, interval(arm, "firstResponseCi"), "A12", Format.number(number(arm, "a12")), "shift",
        Format.signed(number(arm, "shiftMs")), "p", Format.chance(number(arm, "pHolm")));
  }

  private static String interval(JsonNode arm, String field) {
    String suffix = field.startsWith("first") ? "Ms" : "";
    return Quantity
        .interval(new Estimate(0, number(arm, field + "Low" + suffix), number(arm, field + "High" + suffix)));
  }

  private static double number(JsonNode arm, String field) {
    return arm.get(field).isNull() ? Double.NaN : arm.get(field).asDouble();
  }

  /** The tables' rows by arm, without the columns that are not compared; arms that did not run have no row. */
  @SuppressWarnings("unchecked")
  private static List<Map<String, Map<String, String>>> read(String selector) {
    var tables = (List<List<Map<String, String>>>) BROWSER.run(Browser.resource("tables.js"), selector);
    return tables.stream().map(TablesInBrowserTest::byArm).toList();
  }

  private static Map<String, Map<String, String>> byArm(List<Map<String, String>> rows) {
    List<String> asked = List.of(RESPONSE, RESPONSE + INTERVAL, RATIO, RATIO + INTERVAL, "CPU, ms", "Peak RSS, MB",
        "Launches", "n", P50, P50 + INTERVAL, "A12", "shift", "p");
    Map<String, Map<String, String>> byArm = new TreeMap<>();
    for (Map<String, String> row : rows) {
      Map<String, String> cells = new TreeMap<>(row);
      String arm = cells.get("Arm");
      if (cells.values().stream().noneMatch(cell -> cell.startsWith("Did not run: "))) {
        cells.keySet().retainAll(asked);
        assertThat(byArm.put(arm, cells)).as("two rows of one name").isNull();
      }
    }
    return byArm;
  }
}
