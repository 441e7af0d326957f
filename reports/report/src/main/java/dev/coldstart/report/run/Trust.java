package dev.coldstart.report.run;

import dev.coldstart.record.text.SafeText;
import dev.coldstart.report.chart.Svg;
import dev.coldstart.report.text.Sentences;
import dev.coldstart.stats.run.Summary;
import java.util.List;

/**
 * How far a run is to be believed: a word, a sign and the reasons, so that neither colour nor a screen is needed.
 *
 * @param look the style sheet's class
 * @param means what the word says of the numbers
 * @param notice what stands again at the head of each answer, for who came by a link; empty when the run is sound
 */
public record Trust(String word, String look, Svg sign, String means, List<String> reasons, String notice) {

  // In a box from 0 to 24: a ring with a tick, a ring with a wave, a filled octagon with a cross.
  private static final String TICK = "M7 12.5l3.5 3.5L17 8.5";
  private static final String WAVE = "M6.5 13.5c2-4 4-4 5.5-1.5s3.5 2.5 5.5-1.5";
  private static final String RING = "M2 12a10 10 0 1 0 20 0a10 10 0 1 0 -20 0z";
  private static final String OCTAGON = "M7.9 2h8.2l5.9 5.9v8.2l-5.9 5.9h-8.2l-5.9 -5.9v-8.2z";
  private static final String CROSS = "M8 8l8 8M16 8l-8 8";

  public static Trust of(Summary summary) {
    List<String> reasons = Sentences.statusReasons(summary).stream().map(SafeText::brief).toList();
    return switch (summary.status()) {
      case SOUND -> new Trust("Sound", "sound", sign(RING, TICK),
          "Every check that the run made of itself was judged, and held.", reasons, "");
      case INDICATIVE -> new Trust("Indicative", "indicative", sign(RING, WAVE),
          "A first look. There is too little to judge all that the run checks of itself, or too little for the"
              + " intervals to be what they say.",
          reasons, "");
      case DO_NOT_TRUST -> new Trust("Do not trust", "do-not-trust", sign(OCTAGON, CROSS),
          "A control failed: this run saw a difference that is not there, or missed one that was made on purpose."
              + " Draw no conclusion from this page until the reason is found.",
          reasons, "Do not trust these numbers: a control failed.");
    };
  }

  private static Svg sign(String outline, String mark) {
    return new Svg()
        .open("svg", "class", "sign", "viewBox", "0 0 24 24", "width", 36, "height", 36, "aria-hidden", true)
        .leaf("path", "class", "outline", "d", outline)
        .leaf("path", "class", "mark", "d", mark)
        .close();
  }
}
