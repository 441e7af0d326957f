package dev.coldstart.report.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

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

/** The additions of the page's script, by mouse and by keyboard. */
class ScriptInBrowserTest {

  private static final String DRAWN =
      "return [...document.querySelectorAll('#launches .strip, #launches .ticks, #launches figcaption')]"
          + ".map(drawing => drawing.outerHTML)";

  @RegisterExtension
  static final Browser BROWSER = new Browser();

  @TempDir
  Path folder;

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
    for (String where : List.of(".overview tbody", "#phases .row", "#phases tbody", "#launches .row",
        "#launches tbody")) {
      assertThat(BROWSER.texts(where + " b")).isNotEmpty().allMatch(arm -> arm.startsWith("Chicory, interpreter"));
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
    assertThat(BROWSER.texts("#launches .row b")).isNotEmpty().allMatch(arm -> arm.startsWith(runtime));
    long of = BROWSER.shown("#launches .row b");
    choices.get(1).findElement(By.tagName("input")).sendKeys(Keys.SPACE);
    assertThat(BROWSER.shown("#launches .row b")).as("with another's").isGreaterThan(of);
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

  @Test
  void shouldSayWhatAMarkStandsForWhereThePointerRests() {
    hover("#answers tbody tr:not(.baseline) td.drawn .point");
    String row = "#answers tbody tr:not(.baseline) ";
    String ratio = BROWSER.text(row + "td:nth-of-type(2)") + " " + BROWSER.text(row + "td:nth-of-type(3)");
    assertThat(tip()).isEqualTo(BROWSER.text(row + "b") + ": " + ratio);
    hover("#phases .bar rect");
    assertThat(tip()).startsWith(BROWSER.text("#phases .row b") + ": boot ").endsWith("ms");
    assertThat(BROWSER.count("#phases rect > title, #phases g > title")).as("not told twice").isZero();
    new Actions(BROWSER.driver()).sendKeys(Keys.ESCAPE).perform();
    assertThat(BROWSER.shown(".tip")).isZero();
    hover("#launches .dots");
    assertThat(tip())
        .startsWith(BROWSER.text("#launches .row b") + ": median " + BROWSER.text("#launches .row .value"));
    hover("h1");
    assertThat(BROWSER.shown(".tip")).isZero();
  }

  @Test
  void shouldSayTheSameToWhoUsesKeysAlone() {
    BROWSER.unfold();
    List<WebElement> rows = BROWSER.driver().findElements(By.cssSelector("#launches figure .row:not(.ticks)"));
    assertThat(rows.get(0).getAttribute("tabindex")).as("one stop a chart").isEqualTo("0");
    assertThat(rows.get(1).getAttribute("tabindex")).isEqualTo("-1");
    BROWSER.driver().findElement(By.className("linear")).sendKeys(Keys.TAB);
    assertThat(BROWSER.driver().switchTo().activeElement().getTagName()).isEqualTo("summary");
    new Actions(BROWSER.driver()).sendKeys(Keys.TAB).perform();
    assertThat(BROWSER.driver().switchTo().activeElement()).isEqualTo(rows.get(0));
    new Actions(BROWSER.driver()).sendKeys(Keys.ARROW_DOWN).perform();
    WebElement second = BROWSER.driver().switchTo().activeElement();
    assertThat(second).isEqualTo(rows.get(1));
    assertThat(tip()).startsWith(second.findElement(By.tagName("b")).getText() + ": median ");
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

  /** In percent from the left. The first point of a path is absolute; later ones may be relative to the one before. */
  private static List<Double> dots() {
    return numbers("let x = 0; const paths = document.querySelector('figure[data-low]').querySelectorAll('.dots');"
        + "return [...paths].flatMap(path => (x = 0, [...path.getAttribute('d').matchAll(/(m)(-?[\\d.]+)/gi)]"
        + ".map(([, letter, to]) => (x = letter === 'm' ? x + +to : +to) / 10)));");
  }

  private static double number(String script) {
    return ((Number) BROWSER.run(script)).doubleValue();
  }

  @SuppressWarnings("unchecked")
  private static List<Double> numbers(String script) {
    return ((List<Number>) BROWSER.run(script)).stream().map(Number::doubleValue).toList();
  }
}
