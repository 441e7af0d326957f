package dev.coldstart.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coldstart.launcher.catalog.Checkout;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A word means the same in the README and on the page. */
class GlossaryTest {

  private static final String PAGE = "reports/report/src/main/jte/page/method.jte";

  @ParameterizedTest
  @ValueSource(strings = {"Fixture", "Control", "Status"})
  void shouldGiveOneDefinition(String word) throws IOException {
    String onPage = found(PAGE, "<dt>" + word + "</dt><dd>(.*?)</dd>");
    String inReadme = found("README.md", "\n\\| " + word.toLowerCase(Locale.ROOT) + " \\| (.*?) \\|\n");
    assertThat(plain(inReadme)).isEqualTo(plain(onPage.replaceAll("</?em>", "")));
  }

  private static String found(String file, String pattern) throws IOException {
    Matcher matcher =
        Pattern.compile(pattern, Pattern.DOTALL).matcher(Files.readString(Checkout.find().root().resolve(file)));
    assertThat(matcher.find()).as(file + ": " + pattern).isTrue();
    return matcher.group(1);
  }

  /** Without markup, line breaks, the first letter's case and the full stop at the end. */
  private static String plain(String text) {
    String line = text.replace("*", "").replaceAll("\\s+", " ").replaceFirst("\\.$", "");
    return line.substring(0, 1).toLowerCase(Locale.ROOT) + line.substring(1);
  }
}
