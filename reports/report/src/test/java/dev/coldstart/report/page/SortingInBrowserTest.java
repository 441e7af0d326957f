package dev.coldstart.report.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;

/** Tables sorted by the reader. */
class SortingInBrowserTest {

  @RegisterExtension
  static final Browser BROWSER = new Browser();

  @TempDir
  Path folder;

  @Test
  void shouldSortUpDownAndAsItWas() throws IOException {
    openWithTable(List.of("arm", "time", "words"),
        List.of(List.of("b", "1.50 ms<small>9</small>", "x 10"), List.of("a", "n/a", "x 9"), List.of("d", "900 µs", ""),
            List.of("c", "2.00 s", "n/a"), List.of("f", "−3.10 ns", "X 9"), List.of("e", "< 0.001 ms", "y")));
    assertThat(sorted("time")).isEqualTo("fedbca ascending");
    assertThat(sorted("time")).isEqualTo("cbdefa descending");
    assertThat(sorted("time")).isEqualTo("badcfe null");
    assertThat(sorted("words")).as("equal ones as they were, none last").isEqualTo("afbedc ascending");
    assertThat(sorted("arm")).as("another column").isEqualTo("abcdef ascending");
    assertThat(BROWSER.count("#made [aria-sort]")).isOne();
  }

  @Test
  void shouldSortOverCellsOfSeveralColumns() throws IOException {
    openWithTable(List.of("arm", "value", "n"),
        List.of(List.of("a", "1", "2"), List.of("b\" colspan=\"2", "1"), List.of("c", "0", "3")));
    assertThat(sorted("n")).isEqualTo("bac ascending");
    assertThat(sorted("value")).as("b reaches across").isEqualTo("cab ascending");
  }

  @Test
  void shouldSortTheBaselineAsAnyOther() {
    BROWSER.open(SamplePage.STANDARD.file());
    WebElement overview = BROWSER.driver().findElement(By.cssSelector(".overview"));
    overview.findElements(By.cssSelector("thead button")).get(1).click();
    assertThat(BROWSER.texts(".overview tbody td:nth-child(2)")).extracting(ratio -> ratio.substring(0, 3))
        .startsWith("1.0", "1.0", "1.9")
        .endsWith("2.4", "did", "did");
  }

  private void openWithTable(List<String> heads, List<List<String>> rows) throws IOException {
    StringBuilder table = new StringBuilder("<table id=\"made\"><thead><tr>");
    heads.forEach(head -> table.append("<th>").append(head).append("</th>"));
    table.append("</tr></thead><tbody>");
    for (List<String> row : rows) {
      table.append("<tr>");
      row.forEach(cell -> table.append(cell(cell)));
      table.append("</tr>");
    }
    table.append("</tbody></table></main>");
    BROWSER.open(SamplePage.STANDARD.changed(folder, "</main>", table.toString()));
  }

  private static String cell(String text) {
    int attributes = text.indexOf("\" ");
    return attributes < 0
        ? "<td>" + text + "</td>"
        : "<td" + text.substring(attributes + 1) + "\">" + text.substring(0, attributes) + "</td>";
  }

  /**
   * Presses a column's head.
   *
   * @return the first letters of all rows, and the column's {@code aria-sort}
   */
  private static String sorted(String head) {
    BROWSER.driver().findElement(By.xpath("//table[@id='made']//button[.='" + head + "']")).sendKeys(Keys.ENTER);
    return BROWSER.run(
        "return [...document.querySelectorAll('#made tbody tr')].map(row => row.cells[0].textContent).join('') + ' '"
            + " + document.activeElement.parentNode.ariaSort")
        .toString();
  }
}
