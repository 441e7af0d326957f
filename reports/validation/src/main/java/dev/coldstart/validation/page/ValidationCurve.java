package dev.coldstart.validation.page;

import dev.coldstart.record.text.Format;
import dev.coldstart.report.chart.Axis;
import dev.coldstart.report.chart.CurvePlot.Axes;
import dev.coldstart.report.chart.CurvePlot.Curve;
import dev.coldstart.report.chart.CurvePlot.Point;
import dev.coldstart.report.chart.CurvePlot;
import dev.coldstart.report.chart.Curves;
import dev.coldstart.report.chart.LogAxis;
import dev.coldstart.validation.estimate.Proportion;
import dev.coldstart.validation.estimate.Validation;
import dev.coldstart.validation.estimate.ValidationCampaign.Condition;
import dev.coldstart.validation.estimate.ValidationCampaign;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/** A proportion by blocks per comparison, with one curve per condition. */
record ValidationCurve(String title, String says, CurvePlot plot) {

  private static final int HEIGHT_PX = 240;

  /** Each condition's points are shifted right by this factor, so that the intervals do not overlap. */
  private static final double ASIDE = 1.03;

  /** Empty if no condition has enough blocks for a comparison. */
  static List<ValidationCurve> all(ValidationCampaign campaign) {
    if (points(campaign).findAny().isEmpty()) {
      return List.of();
    }
    Validation any = campaign.conditions().get(0).validation();
    String part = ValidationWords.addedPart(any);
    return List.of(
        of(campaign, part + " found",
            "Proportion of the comparisons that find " + part + "; required: at the dashed line or above.", 0.90,
            Validation.At::found),
        of(campaign, "False positives",
            "Proportion of the A/A comparisons that see a difference that is not there; required: at the dashed line or"
                + " below.",
            0.05, Validation.At::falsePositives),
        of(campaign, ValidationWords.addedMs(any) + " contained",
            "Proportion of the intervals of the delay that contain " + ValidationWords.addedMs(any)
                + "; required: at the dashed line or above.",
            0.95, Validation.At::covered));
  }

  private static Stream<Validation.At> points(ValidationCampaign campaign) {
    return campaign.conditions().stream().flatMap(condition -> condition.validation().at().stream());
  }

  private static ValidationCurve of(ValidationCampaign campaign, String title, String says, double bound,
      Function<Validation.At, Proportion> of) {
    double highest = points(campaign).map(of).mapToDouble(p -> p.estimate().high()).max().orElse(1);
    LogAxis blocks = LogAxis.covering(points(campaign).mapToDouble(Validation.At::blocks)).orElseThrow();
    Axis parts = Axis.linear(Math.max(highest, bound * 1.1));
    Curves drawing = new Curves("interval", HEIGHT_PX,
        new Axes(blocks, blocks.named(Format::tick), parts, parts.named(Format::percent)));
    drawing.level(parts.at(bound), "one");
    List<Curve> curves = campaign.conditions().stream().map(condition -> curve(campaign, condition, of)).toList();
    return new ValidationCurve(title, says, drawing.plot(curves, List.of()));
  }

  private static Curve curve(ValidationCampaign campaign, Condition condition, Function<Validation.At, Proportion> of) {
    double aside = Math.pow(ASIDE, campaign.conditions().indexOf(condition));
    return Curve.marked(ValidationPage.name(campaign, condition),
        condition.validation()
            .at()
            .stream()
            .map(at -> new Point(at.blocks() * aside, of.apply(at).estimate()))
            .toList());
  }
}
