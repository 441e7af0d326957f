package dev.coldstart.report.export;

import dev.coldstart.record.Manifest.FixtureFacts;
import dev.coldstart.record.text.Format;
import dev.coldstart.record.text.SafeText;
import dev.coldstart.report.chart.Glyphs;
import dev.coldstart.report.chart.Svg;
import dev.coldstart.report.run.RunView;
import dev.coldstart.report.text.ArmName;
import dev.coldstart.report.text.ArmNames;
import dev.coldstart.report.text.RunFacts;
import dev.coldstart.report.text.VerdictWords;
import dev.coldstart.stats.estimate.Estimate;
import dev.coldstart.stats.run.ArmSummary;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * One fixture of the picture.
 *
 * @param note names the baseline of its ratios
 * @param arms shown arms, by ratio
 * @param more number of arms not shown
 */
record PicturePanel(String title, String note, List<ArmSummary> arms, int more, ArmNames names) {

  /** Shapes of 12 px, drawn at three quarters. */
  private static final double GLYPH_PX = 9;

  private static final int MOST_ARMS = 12;
  private static final int TITLE_PX = 30;
  private static final int ROW_PX = 19;
  private static final int GAP_PX = 8;
  private static final int LONGEST_NAME = 200;
  private static final int LONGEST_TITLE = 60;

  static PicturePanel of(RunView view, FixtureFacts fixture) {
    List<ArmSummary> measured = view.measured(fixture);
    List<ArmSummary> compared = measured.stream()
        .filter(arm -> !arm.arm().baseline() && Double.isFinite(arm.ratio().value()))
        .sorted(Comparator.comparingDouble(arm -> arm.ratio().value()))
        .toList();
    List<ArmSummary> shown = compared.stream().limit(MOST_ARMS).toList();
    return new PicturePanel(SafeText.brief(RunFacts.title(fixture), LONGEST_TITLE), note(view, measured), shown,
        compared.size() - shown.size(), view.names());
  }

  private static String note(RunView view, List<ArmSummary> measured) {
    List<ArmSummary> baselines = measured.stream().filter(arm -> arm.arm().baseline()).toList();
    return baselines.size() == 1
        ? SafeText.brief(view.name(baselines.get(0).arm()).text(), 40) + ": "
            + Format.number(baselines.get(0).typicalMs(), "ms")
        : "each compared with " + view.baselineOfEach();
  }

  int heightPx() {
    return TITLE_PX + (arms.size() + (more == 0 ? 0 : 1)) * ROW_PX + GAP_PX;
  }

  Stream<String> labels() {
    return arms.stream().map(this::name);
  }

  String text() {
    ArmSummary least = arms.get(0);
    ArmSummary most = arms.get(arms.size() - 1);
    String from = value(least) + " (" + name(least) + ")";
    String span = arms.size() == 1 ? from : "from " + from + " to " + value(most) + " (" + name(most) + ")";
    return title + ": " + span + ".";
  }

  void draw(Svg svg, Picture.Scale scale, int topPx) {
    int y = topPx + 18;
    Picture.heading(svg, title, y, 13);
    right(svg, "quiet", note, y);
    for (int i = 0; i < arms.size(); i++) {
      row(svg, scale, arms.get(i), topPx + TITLE_PX + i * ROW_PX + ROW_PX / 2);
    }
    if (more > 0) {
      int last = topPx + TITLE_PX + arms.size() * ROW_PX + ROW_PX / 2 + 4;
      Picture.label(svg, "quiet", "and " + more + " more in report.html", Picture.EDGE_PX + 18.0, last, null);
    }
  }

  private void row(Svg svg, Picture.Scale scale, ArmSummary arm, int y) {
    ArmName name = names.of(arm.arm());
    Estimate ratio = arm.ratio();
    String shape = Glyphs.SHAPES.get(name.mark().place() % Glyphs.SHAPES.size());
    Picture.label(svg, "ink", scale.fitted(name(arm)), Picture.EDGE_PX + 18.0, y + 4, null);
    svg.open("g", "class", name.mark().colour(), "fill", "currentColor", "stroke", "currentColor");
    svg.leaf("path", "d", shape, "transform", place(Picture.EDGE_PX + 6, y), "stroke", "none");
    svg.leaf("line", "x1", scale.x(1), "x2", scale.x(ratio.value()), "y1", y, "y2", y, "stroke-opacity", 0.3);
    if (ratio.hasInterval()) {
      double low = scale.x(ratio.low());
      double high = scale.x(ratio.high());
      String whisker = "M" + Svg.number(low) + " " + (y - 5) + "v10m0-5H" + Svg.number(high) + "m0-5v10";
      svg.leaf("path", "d", whisker, "fill", "none", "stroke-width", 1.5);
    }
    svg.leaf("path", "d", shape, "transform", place(scale.x(ratio.value()), y), "stroke", "none").close();
    right(svg, "ink", VerdictWords.times(ratio), y + 4);
  }

  /** Moves a shape to this centre. */
  private static String place(double x, int y) {
    return "translate(" + Svg.number(x - GLYPH_PX / 2) + " " + Svg.number(y - GLYPH_PX / 2) + ") scale(.75)";
  }

  private static void right(Svg svg, String colour, String text, int y) {
    Picture.label(svg, colour, text, Picture.WIDTH_PX - Picture.EDGE_PX, y, "end");
  }

  private static String value(ArmSummary arm) {
    return VerdictWords.times(arm.ratio().value());
  }

  private String name(ArmSummary arm) {
    return SafeText.brief(names.of(arm.arm()).text(), LONGEST_NAME);
  }
}
