package dev.coldstart.html;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.interactions.Actions;

/** What the page's script adds for a reader who lets it run, by mouse and by keyboard. */
class ScriptInBrowserTest {

  private static final String DRAWN =
      "return [...document.querySelectorAll('#launches .strip, #launches .ticks, #launches figcaption')]"
          + ".map(drawing => drawing.outerHTML)";

  @RegisterExtension static final Browser BROWSER = new Browser();

  @TempDir Path folder;

  @BeforeEach
  void open() {
    BROWSER.resize(1400, 1000);
    BROWSER.open(SamplePage.STANDARD.file());
    BROWSER.unfold();
  }

  @Test
  void shouldShowOnlyTheArmsOfAName() {
    long rows = BROWSER.shown("#launches .row:not(.ticks)");
    WebElement search = BROWSER.driver().findElement(By.cssSelector("[type=search]"));
    search.sendKeys("CHIC inter");
    for (String where : List.of(".overview tbody", "#phases .row", "#phases tbody", "#launches .row", "#launches tbody")) {
      assertThat(BROWSER.texts(where + " .arm")).isNotEmpty().allMatch(arm -> arm.startsWith("Chicory, interpreter"));
    }
    assertThat(BROWSER.text(".tools output")).matches("2 of \\d+ arms shown; curves show all");
    assertThat(BROWSER.shown("#launches .ticks")).as("axes stay").isPositive();
    search.sendKeys(Keys.chord(Keys.CONTROL, "a"), Keys.DELETE);
    assertThat(BROWSER.shown("#launches .row:not(.ticks)")).isEqualTo(rows);
  }

  @Test
  void shouldShowOnlyTheArmsOfRuntimes() {
    List<WebElement> choices = BROWSER.driver().findElements(By.cssSelector(".tools .choice"));
    choices.get(0).click();
    String runtime = choices.get(0).getText();
    assertThat(BROWSER.texts("#launches .row .arm")).isNotEmpty().allMatch(arm -> arm.startsWith(runtime));
    long of = BROWSER.shown("#launches .row .arm");
    choices.get(1).findElement(By.tagName("input")).sendKeys(Keys.SPACE);
    assertThat(BROWSER.shown("#launches .row .arm")).as("with another's").isGreaterThan(of);
  }

  @Test
  void shouldDrawStripsOnALinearAxisAndBack() {
    Object before = BROWSER.run(DRAWN);
    List<Double> logarithmic = dots();
    WebElement box = BROWSER.driver().findElement(By.className("linear"));
    box.click();
    double low = number("return +document.querySelector('figure[data-low]').dataset.low");
    double high = number("return +document.querySelector('figure[data-low]').dataset.high");
    List<Double> linear = dots();
    assertThat(linear).hasSameSizeAs(logarithmic).isNotEmpty();
    IntStream.range(0, linear.size()).forEach(i -> {
      double ms = low * Math.pow(high / low, logarithmic.get(i) / 100);
      assertThat(linear.get(i)).isCloseTo(100 * ms / high, within(1e-6));
    });
    assertThat(BROWSER.text("#launches figcaption")).contains("on a linear axis from 0");
    assertThat(BROWSER.texts("#launches .ticks text")).contains("0");
    box.sendKeys(Keys.SPACE);
    assertThat(BROWSER.run(DRAWN)).isEqualTo(before);
  }

  /** Dots may be one path, in units of a drawing that is stretched. */
  @Test
  void shouldPlaceTheDotsOfAPathAnewToo() throws IOException {
    String drawing =
        "<svg class=\"strip\" width=\"100%\" height=\"9\"><g class=\"grid\"></g><svg viewBox=\"0 0 1000 9\">"
            + "<path d=\"M0 5h0M500 4h0M1000 3h0\"/></svg></svg></figure>";
    BROWSER.open(SamplePage.STANDARD.changed(folder, "</figure>", drawing));
    BROWSER.driver().findElement(By.className("linear")).click();
    double low = number("return +[...document.querySelectorAll('.strip path')][0].closest('figure').dataset.low");
    double high = number("return +[...document.querySelectorAll('.strip path')][0].closest('figure').dataset.high");
    List<Double> x =
        numbers("return document.querySelector('.strip path').getAttribute('d').match(/(?<=M)[\\d.]+/g).map(Number)");
    assertThat(x.get(0)).isCloseTo(1000 * low / high, within(1e-6));
    assertThat(x.get(1)).isCloseTo(1000 * Math.sqrt(low / high), within(1e-6));
    assertThat(x.get(2)).isCloseTo(1000, within(1e-6));
  }

  @Test
  void shouldSayWhatAMarkStandsForWhereThePointerRests() {
    hover("#answers tbody tr:not(.baseline) td.drawn circle");
    String row = "#answers tbody tr:not(.baseline) ";
    String ratio = BROWSER.text(row + "td:nth-of-type(3)") + " " + BROWSER.text(row + "td:nth-of-type(4)");
    assertThat(tip()).isEqualTo(BROWSER.text(row + ".arm") + ": " + ratio);
    hover("#phases .bar g:nth-of-type(2) rect");
    assertThat(tip()).startsWith(BROWSER.text("#phases .row .arm") + ": boot ").endsWith("ms");
    assertThat(BROWSER.count("#phases rect > title, #phases g > title")).as("not told twice").isZero();
    new Actions(BROWSER.driver()).sendKeys(Keys.ESCAPE).perform();
    assertThat(BROWSER.shown(".tip")).isZero();
    hover("#launches .dots circle");
    assertThat(tip())
        .startsWith(BROWSER.text("#launches .row .arm") + ": median " + BROWSER.text("#launches .row .value"));
    hover("h1");
    assertThat(BROWSER.shown(".tip")).isZero();
  }

  @Test
  void shouldSayTheSameToWhoUsesKeysAlone() {
    List<WebElement> rows = BROWSER.driver().findElements(By.cssSelector("#launches figure .row:not(.ticks)"));
    assertThat(rows.get(0).getAttribute("tabindex")).as("one stop a chart").isEqualTo("0");
    assertThat(rows.get(1).getAttribute("tabindex")).isEqualTo("-1");
    BROWSER.driver().findElement(By.className("linear")).sendKeys(Keys.TAB);
    assertThat(BROWSER.driver().switchTo().activeElement()).isEqualTo(rows.get(0));
    new Actions(BROWSER.driver()).sendKeys(Keys.ARROW_DOWN).perform();
    WebElement second = BROWSER.driver().switchTo().activeElement();
    assertThat(second).isEqualTo(rows.get(1));
    assertThat(tip()).startsWith(second.findElement(By.className("arm")).getText() + ": median ");
    assertThat(second.getAttribute("aria-describedby")).isEqualTo("tip");
    new Actions(BROWSER.driver()).sendKeys(Keys.ARROW_UP, Keys.ARROW_UP).perform();
    assertThat(BROWSER.driver().switchTo().activeElement()).isEqualTo(rows.get(0));
  }

  private static void hover(String selector) {
    WebElement mark = BROWSER.driver().findElement(By.cssSelector(selector));
    new Actions(BROWSER.driver()).scrollToElement(mark).moveToElement(mark).perform();
  }

  private static String tip() {
    assertThat(BROWSER.shown(".tip")).isOne();
    return BROWSER.text(".tip");
  }

  private static List<Double> dots() {
    return numbers("return [...document.querySelector('figure[data-low]').querySelectorAll('.dots circle')]"
        + ".map(dot => parseFloat(dot.getAttribute('cx')))");
  }

  private static double number(String script) {
    return ((Number) BROWSER.run(script)).doubleValue();
  }

  @SuppressWarnings("unchecked")
  private static List<Double> numbers(String script) {
    return ((List<Number>) BROWSER.run(script)).stream().map(Number::doubleValue).toList();
  }
}
