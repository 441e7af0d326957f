package dev.coldstart.report.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.regex.Pattern;

/** Checks that apply to every page. */
public final class SoundPage {

  private static final Pattern ID = Pattern.compile(" id=\"([^\"]*)\"");
  private static final Pattern REFERENCE = Pattern.compile("(?:labelledby=\"|href=\"#)([^\"]*)\"");

  private SoundPage() {}

  public static void assertSound(String html) {
    assertThat(html).doesNotContain("NaN", "Infinity", ">null<");
    assertThat(ids(html)).doesNotHaveDuplicates();
    assertThat(REFERENCE.matcher(html).results().map(to -> to.group(1)))
        .allSatisfy(to -> assertThat(ids(html)).contains(to));
  }

  /** A template's content is not part of the page until a script inserts it. */
  public static List<String> ids(String html) {
    return ID.matcher(html.replaceAll("(?s)<template>.*?</template>", "")).results().map(id -> id.group(1)).toList();
  }
}
