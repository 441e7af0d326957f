package dev.coldstart.report.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import gg.jte.output.StringOutput;
import org.junit.jupiter.api.Test;

class SvgTest {

  @Test
  void shouldEscapeTextAndAttributes() {
    Svg svg = new Svg().open("svg", "class", "\"><script>").text("title", "</title>&'").close();
    assertThat(svg)
        .hasToString("<svg class=\"&quot;&gt;&lt;script&gt;\"><title>&lt;/title&gt;&amp;&#39;</title></svg>");
  }

  @Test
  void shouldRefuseACoordinateThatIsNotFinite() {
    assertThatThrownBy(() -> new Svg().leaf("circle", "cx", Double.NaN)).hasMessageContaining("NaN");
    assertThatThrownBy(() -> Svg.percent(Double.POSITIVE_INFINITY)).hasMessageContaining("Infinity");
  }

  @Test
  void shouldLeaveOutAnAttributeWithoutAValue() {
    assertThat(new Svg().leaf("path", "d", "M0 0", "stroke-dasharray", null)).hasToString("<path d=\"M0 0\"/>");
  }

  @Test
  void shouldRefuseToBeWrittenHalf() {
    assertThatThrownBy(() -> new Svg().open("svg").writeTo(new StringOutput())).hasMessageContaining("svg");
  }
}
