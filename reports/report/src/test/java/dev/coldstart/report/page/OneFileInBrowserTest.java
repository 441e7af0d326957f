package dev.coldstart.report.page;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.openqa.selenium.print.PrintOptions;

/** Checks that a page is self-contained: it loads nothing, runs only its own script, and can be printed. */
class OneFileInBrowserTest {

  private static final Pattern PAGE_OF_A_PDF = Pattern.compile("/Type\\s*/Page\\b");

  @RegisterExtension
  static final Browser BROWSER = new Browser();

  @TempDir
  Path folder;

  @ParameterizedTest
  @EnumSource
  void shouldAskForNothingButItself(SamplePage page) {
    BROWSER.requests();
    BROWSER.open(page.file());
    BROWSER.unfold();
    assertThat(BROWSER.requests()).containsOnly(page.file().toUri().toString());
    assertThat(BROWSER.messages()).as("what the browser complains of").isEmpty();
  }

  @Test
  void shouldRunNoScriptButItsOwn() throws IOException {
    String html = Files.readString(SamplePage.STANDARD.file());
    String strangers = "<script>document.title = 'injected'</script><img src=x onerror=\"document.title = 'injected'\">"
        + "<script type=\"application/json\" id=\"data\">{\"n\": 1}</script></main>";
    BROWSER.open(Files.writeString(folder.resolve("injected.html"), html.replace("</main>", strangers)));
    assertThat(BROWSER.driver().getTitle()).startsWith("coldstart");
    assertThat(BROWSER.count(".tip")).as("its own ran").isOne();
    assertThat(BROWSER.run("return JSON.parse(document.getElementById('data').textContent).n")).isEqualTo(1L);
    assertThat(BROWSER.messages()).anyMatch(message -> message.contains("Content Security Policy"));
    String changed = html.replace("'use strict';", "'use strict'; ");
    BROWSER.open(Files.writeString(folder.resolve("changed.html"), changed));
    assertThat(BROWSER.count(".tip")).as("its own, changed").isZero();
    BROWSER.messages();
  }

  /** If its style is allowed, all drawings are shown. */
  @ParameterizedTest
  @EnumSource(names = {"STANDARD", "FAILED_CONTROL", "SCENARIOS", "RUNS", "COMPARED", "TUNING"})
  void shouldBeReadableWhereItsStyleIsNotAllowed(SamplePage page) throws IOException {
    assertThat(BROWSER.faultsWithoutStyle(page.file(), folder)).isEmpty();
    BROWSER.open(page.file());
    BROWSER.unfold();
    assertThat(BROWSER.shown(".unstyled")).isZero();
    assertThat(BROWSER.shown("svg")).isPositive().isEqualTo(BROWSER.count("svg"));
  }

  @Test
  void shouldSeeABlackDrawing() throws IOException {
    Path black = Files.writeString(folder.resolve("black.html"),
        Files.readString(SamplePage.STANDARD.file()).replaceFirst("display=\"none\">(?=<use)", ">"));
    assertThat(BROWSER.faultsWithoutStyle(black, folder)).isNotEmpty().allMatch(fault -> fault.startsWith("drawn: "));
  }

  /** One of each kind of page; another test checks the printed layout of all pages. */
  @ParameterizedTest
  @EnumSource(names = {"STANDARD", "SCENARIOS", "RUNS", "COMPARED", "TUNING"})
  void shouldBePrinted(SamplePage page) {
    BROWSER.open(page.file());
    String printed = BROWSER.driver().print(new PrintOptions()).getContent();
    String pdf = new String(Base64.getDecoder().decode(printed), ISO_8859_1);
    assertThat(pdf).startsWith("%PDF-");
    assertThat(PAGE_OF_A_PDF.matcher(pdf).results().count()).isPositive();
  }
}
