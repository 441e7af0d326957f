package dev.coldstart.html;

import dev.coldstart.stats.Estimate;
import dev.coldstart.stats.Proportion;
import dev.coldstart.stats.Validation;
import dev.coldstart.stats.ValidationAt;
import dev.coldstart.stats.ValidationCampaign;
import dev.coldstart.stats.ValidationCampaign.Condition;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** How often something is seen, by blocks a comparison: a curve a condition. */
record ValidationCurve(String title, String says, Svg parts, Svg curves, List<Key> keys) {

  private static final int HEIGHT_PX = 240;
  private static final int LABELS_PX = 24;
  private static final int TOP_PX = 8;

  /** A curve's own units from edge to edge, since a path cannot be given in percent; downwards they are px. */
  private static final double ACROSS = 1000;

  /** A condition's points stand this much to the right of the one's before, so that intervals can be told apart. */
  private static final double ASIDE = 1.03;

  private static final List<String> DASHES = List.of("", "7 4", "2 4", "10 3 2 3");

  /** One entry of the legend. @param line a piece of the line as it is drawn */
  record Key(ArmName name, Svg line) {}

  private record Axes(LogAxis blocks, LinearAxis parts) {

    double across(double n) {
      return blocks.at(n);
    }

    double down(double part) {
      return TOP_PX + (HEIGHT_PX - TOP_PX) * (1 - parts.at(part) / 100);
    }
  }

  /** What one condition's curve shows. */
  private record Points(List<ValidationAt> at, double aside, Function<ValidationAt, Proportion> of) {

    double place(ValidationAt point) {
      return point.blocks() * aside;
    }

    Estimate part(ValidationAt point) {
      return of.apply(point).estimate();
    }
  }

  /** Empty when no condition has blocks for a comparison. */
  static List<ValidationCurve> all(ValidationCampaign campaign) {
    if (points(campaign).findAny().isEmpty()) {
      return List.of();
    }
    Validation any = campaign.conditions().get(0).validation();
    String part = ValidationWords.addedPart(any);
    return List.of(
        of(campaign, part + " found",
            "Part of the comparisons that find " + part + "; asked at the dashed line or above.",
            0.90, ValidationAt::found),
        of(campaign, "False positives",
            "Part of the A/A comparisons that see a difference where there is none; asked at the dashed line or below.",
            0.05, ValidationAt::falsePositives),
        of(campaign, ValidationWords.addedMs(any) + " held",
            "Part of the intervals of the delay that hold " + ValidationWords.addedMs(any)
                + "; asked at the dashed line or above.",
            0.95, ValidationAt::covered));
  }

  private static Stream<ValidationAt> points(ValidationCampaign campaign) {
    return campaign.conditions().stream().flatMap(condition -> condition.validation().at().stream());
  }

  private static ValidationCurve of(
      ValidationCampaign campaign, String title, String says, double bound, Function<ValidationAt, Proportion> of) {
    double highest = points(campaign).map(of).mapToDouble(p -> p.estimate().high()).max().orElse(1);
    Axes axes =
        new Axes(
            LogAxis.covering(points(campaign).mapToDouble(ValidationAt::blocks)).orElseThrow(),
            new LinearAxis(Math.max(highest, bound * 1.1)));
    Svg svg = Svg.drawing("interval", HEIGHT_PX + LABELS_PX);
    grid(svg, axes, bound);
    List<Key> keys = new ArrayList<>();
    for (Condition condition : campaign.conditions()) {
      ArmName name = ValidationPage.name(campaign, condition);
      int place = keys.size();
      String dash = DASHES.get(place % DASHES.size());
      double aside = Math.pow(ASIDE, place);
      curve(svg, axes, name, dash, new Points(condition.validation().at(), aside, of));
      keys.add(new Key(name, sample(name, dash)));
    }
    return new ValidationCurve(title, says, partLabels(axes), svg.close(), keys);
  }

  private static void grid(Svg svg, Axes axes, double bound) {
    svg.open("g", "class", "grid");
    for (double part : axes.parts().ticks()) {
      svg.leaf("line", "x1", 0, "x2", "100%", "y1", axes.down(part), "y2", axes.down(part));
    }
    for (double n : axes.blocks().ticks()) {
      String x = Svg.percent(axes.across(n));
      svg.leaf("line", "x1", x, "x2", x, "y1", 0, "y2", HEIGHT_PX);
      svg.text("text", Numbers.tick(n), "x", x, "y", HEIGHT_PX + 17, "text-anchor", "middle");
    }
    svg.close();
    svg.leaf("line", "class", "one", "x1", 0, "x2", "100%", "y1", axes.down(bound), "y2", axes.down(bound));
  }

  private static void curve(Svg svg, Axes axes, ArmName name, String dash, Points points) {
    if (points.at().isEmpty()) {
      return;
    }
    String path =
        points.at().stream()
            .map(at -> Svg.number(ACROSS / 100 * axes.across(points.place(at))) + " "
                + Svg.number(axes.down(points.part(at).value())))
            .collect(Collectors.joining("L", "M", ""));
    svg.open("svg", "class", name.mark().colour(), "viewBox", "0 0 " + Svg.number(ACROSS) + " " + HEIGHT_PX,
        "preserveAspectRatio", "none", "width", "100%", "height", HEIGHT_PX);
    svg.leaf("path", "class", "curve", "d", path, "stroke-dasharray", dash.isEmpty() ? null : dash).close();
    svg.open("g", "class", name.mark().colour());
    for (ValidationAt at : points.at()) {
      String x = Svg.percent(axes.across(points.place(at)));
      Estimate part = points.part(at);
      svg.leaf("line", "class", "whisker", "x1", x, "x2", x, "y1", axes.down(part.low()), "y2", axes.down(part.high()));
      glyph(svg, name, x, axes.down(part.value()));
    }
    svg.close();
  }

  private static void glyph(Svg svg, ArmName name, String x, double y) {
    svg.leaf("use", "class", "glyph " + name.mark().colour(), "href", "#" + name.mark().glyph(),
        "x", x, "y", y, "width", 11, "height", 11, "transform", "translate(-5.5 -5.5)");
  }

  private static Svg sample(ArmName name, String dash) {
    Svg svg = new Svg().open("svg", "class", name.mark().colour(), "width", 44, "height", 12, "aria-hidden", true);
    svg.leaf("path", "class", "curve", "d", "M0 6H30", "stroke-dasharray", dash.isEmpty() ? null : dash);
    glyph(svg, name, "37", 6);
    return svg.close();
  }

  private static Svg partLabels(Axes axes) {
    Svg svg = new Svg().open("svg", "class", "tick-labels", "width", 64, "height", HEIGHT_PX, "aria-hidden", true);
    for (double part : axes.parts().ticks()) {
      svg.text("text", Numbers.percent(part), "x", 58, "y", axes.down(part) + 4, "text-anchor", "end");
    }
    return svg.close();
  }
}
