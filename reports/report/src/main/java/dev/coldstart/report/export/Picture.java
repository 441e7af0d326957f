package dev.coldstart.report.export;

import dev.coldstart.record.Arm;
import dev.coldstart.record.Manifest;
import dev.coldstart.record.RunData;
import dev.coldstart.record.text.Format;
import dev.coldstart.record.text.SafeText;
import dev.coldstart.report.chart.LogAxis;
import dev.coldstart.report.chart.Svg;
import dev.coldstart.report.html.Html;
import dev.coldstart.report.run.RunView;
import dev.coldstart.report.text.ArmName;
import dev.coldstart.report.text.RunFacts;
import dev.coldstart.stats.run.ArmSummary;
import dev.coldstart.stats.run.RunStatus;
import dev.coldstart.stats.run.Summary;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The answers of a run as one picture for other web pages: for each fixture the ratios with their intervals, on one
 * logarithmic axis. It stands alone, with the colours of both themes and its own background. If the run is not trusted,
 * it says only that.
 */
final class Picture {

  static final int WIDTH_PX = 840;
  static final int EDGE_PX = 20;

  private static final int MOST_FIXTURES = 8;
  private static final int HEAD_PX = 78;
  private static final int FOOT_PX = 48;
  private static final String DARK = "@media (prefers-color-scheme: dark)";
  private static final List<String> GROUNDS = List.of("ground", "line", "grid", "ink", "quiet", "bad");
  private static final String FONT = "Verdana, DejaVu Sans, sans-serif";

  private final RunView view;
  private final List<PicturePanel> panels;

  private Picture(RunView view) {
    this.view = view;
    this.panels = view.isTrusted()
        ? view.fixtures()
            .stream()
            .map(fixture -> PicturePanel.of(view, fixture))
            .filter(panel -> !panel.arms().isEmpty())
            .limit(MOST_FIXTURES)
            .toList()
        : List.of();
  }

  /** Draws {@code summary.svg}. */
  static Svg drawn(RunData run, Summary summary) {
    return new Picture(new RunView(run, summary)).drawn();
  }

  private Svg drawn() {
    int heightPx = HEAD_PX + panels.stream().mapToInt(PicturePanel::heightPx).sum() + (panels.isEmpty() ? 0 : FOOT_PX);
    String text = text();
    Svg svg = new Svg()
        .open("svg", "xmlns", "http://www.w3.org/2000/svg", "viewBox", "0 0 " + WIDTH_PX + " " + heightPx, "width",
            WIDTH_PX, "height", heightPx, "role", "img", "aria-label", text)
        .text("title", text)
        .text("style", colours());
    card(svg, heightPx, "ground", "currentColor", null);
    card(svg, heightPx, "line", "none", "currentColor");
    svg.open("g", "font-family", FONT, "font-size", Svg.FONT_PX);
    head(svg);
    Scale.covering(panels).ifPresent(scale -> panels(svg, scale, heightPx - FOOT_PX));
    return svg.close().close();
  }

  /** The edge is on whole pixels, otherwise it would be blurred. */
  private static void card(Svg svg, int heightPx, String look, String fill, String stroke) {
    svg.leaf("rect", "class", look, "fill", fill, "stroke", stroke, "x", 0.5, "y", 0.5, "width", WIDTH_PX - 1.0,
        "height", heightPx - 1.0, "rx", 8);
  }

  private void head(Svg svg) {
    RunStatus status = view.summary().status();
    heading(svg, subject(), 30, 15);
    label(svg, "quiet", SafeText.brief(where(), 120), EDGE_PX, 48, null);
    label(svg, status.isTrusted() ? "quiet" : "bad", how(status), EDGE_PX, 64, null);
  }

  /** A heading at the left edge. */
  static void heading(Svg svg, String text, int y, int fontPx) {
    svg.text("text", text, "class", "ink", "x", EDGE_PX, "y", y, "fill", "currentColor", "font-size", fontPx,
        "font-weight", "bold");
  }

  private String subject() {
    return "Time to first response, in multiples of " + baseline() + "'s";
  }

  /** The runtime's name if all baselines are of one runtime. */
  private String baseline() {
    List<String> baselines = view.arms().filter(Arm::baseline).map(Arm::runtimeLabel).distinct().toList();
    return baselines.size() == 1 ? SafeText.brief(baselines.get(0), 40) : "the baseline";
  }

  private String where() {
    Manifest manifest = view.run().manifest();
    return String.join(" · ", RunFacts.machine(manifest.machine()), RunFacts.jdks(manifest.jdks()),
        RunFacts.date(manifest.startedAt()),
        manifest.commit() == null ? RunFacts.commit(manifest) : "commit " + RunFacts.commit(manifest));
  }

  private String how(RunStatus status) {
    if (!status.isTrusted()) {
      return "Do not trust this run: a control failed.";
    }
    String shared = view.names().shared();
    String whose = view.names().areAllJvms() ? "" : "in a JVM: ";
    return (shared.isEmpty() ? "" : SafeText.brief(whose + shared, 60) + "; ") + launches()
        + "; ratio and 95 % interval" + (status == RunStatus.SOUND ? "" : "; " + status.word());
  }

  private String launches() {
    List<Integer> n = panels.stream().flatMap(panel -> panel.arms().stream()).map(ArmSummary::n).sorted().toList();
    if (n.isEmpty()) {
      return "nothing was compared";
    }
    int least = n.get(0);
    int most = n.get(n.size() - 1);
    String launches = Format.count(most, "launch", "launches");
    return (least == most ? launches : least + " to " + launches) + " of each arm";
  }

  private void panels(Svg svg, Scale scale, int bottom) {
    for (double tick : scale.axis().ticks()) {
      double x = scale.x(tick);
      boolean one = tick == 1;
      svg.leaf("line", "class", one ? "quiet" : "grid", "x1", x, "x2", x, "y1", HEAD_PX, "y2", bottom, "stroke",
          "currentColor", "stroke-dasharray", one ? "3 3" : null);
      label(svg, "quiet", Format.tick(tick) + " ×", x, bottom + 16, "middle");
    }
    label(svg, "ink", "← faster", scale.x(1) - 8, bottom + 34, "end");
    label(svg, "ink", "slower →", scale.x(1) + 8, bottom + 34, null);
    int top = HEAD_PX;
    for (PicturePanel panel : panels) {
      panel.draw(svg, scale, top);
      top += panel.heightPx();
    }
  }

  static void label(Svg svg, String colour, String text, double x, int y, String anchor) {
    svg.text("text", text, "class", colour, "x", x, "y", y, "text-anchor", anchor, "fill", "currentColor");
  }

  /** The picture's content as text, for readers who cannot see it. */
  private String text() {
    return panels.isEmpty()
        ? subject() + ": " + how(view.summary().status())
        : subject() + ". " + panels.stream().map(PicturePanel::text).collect(Collectors.joining(" "));
  }

  /**
   * The end of the names and the positions of ratios, the same for all fixtures in the picture. Long names reduce the
   * drawing's width, up to a limit.
   */
  record Scale(LogAxis axis, double namePx) {

    private static final double LEAST_NAME_PX = 230;
    private static final double MOST_NAME_PX = 400;
    private static final double BESIDE_NAME_PX = 20;
    private static final double VALUE_PX = 150;

    /** Empty if there is nothing to show. */
    static Optional<Scale> covering(List<PicturePanel> panels) {
      double longest = panels.stream().flatMap(PicturePanel::labels).mapToDouble(Svg::textPx).max().orElse(0);
      double namePx = Math.max(LEAST_NAME_PX, Math.min(MOST_NAME_PX, longest + BESIDE_NAME_PX));
      return LogAxis.ofRatios(panels.stream().flatMap(panel -> panel.arms().stream()).map(ArmSummary::ratio))
          .map(axis -> new Scale(axis, namePx));
    }

    double x(double ratio) {
      double widthPx = WIDTH_PX - 2 * EDGE_PX - namePx - VALUE_PX;
      return EDGE_PX + namePx + widthPx * axis.at(ratio) / 100;
    }

    /**
     * Shortens a name to the available width. Cuts in the middle, because names with the same beginning differ at the
     * end.
     */
    String fitted(String name) {
      int[] letters = name.codePoints().toArray();
      String fitted = name;
      for (int kept = letters.length; Svg.textPx(fitted) > namePx - BESIDE_NAME_PX && kept > 1; kept--) {
        int end = kept / 2;
        fitted = new String(letters, 0, kept - end).stripTrailing() + "…"
            + new String(letters, letters.length - end, end).stripLeading();
      }
      return fitted;
    }
  }

  /**
   * The page's colours for a stand-alone picture, in the viewer's theme: CSS rules for the classes {@code rt-0},
   * {@code ink} and so on. They are taken from the page's style sheet.
   */
  private static String colours() {
    String css = Html.stylesheet();
    int dark = css.indexOf(DARK);
    return colours(css.substring(0, dark)) + DARK + "{" + colours(css.substring(dark, css.indexOf("\n}\n", dark)))
        + "}";
  }

  private static String colours(String css) {
    Stream<String> runtimes = IntStream.range(0, ArmName.Mark.COLOURS).mapToObj(i -> new ArmName.Mark(i).colour());
    return Stream.concat(runtimes, GROUNDS.stream()).map(name -> colour(css, name)).collect(Collectors.joining());
  }

  private static String colour(String css, String name) {
    Matcher value = Pattern.compile("--" + name + ": (#[0-9a-f]{3,6});").matcher(css);
    if (!value.find()) {
      throw new IllegalStateException("colour=" + name + " is not in the style sheet");
    }
    return "." + name + "{color:" + value.group(1) + "}";
  }
}
