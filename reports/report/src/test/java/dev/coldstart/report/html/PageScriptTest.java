package dev.coldstart.report.html;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.coldstart.report.html.Html.PageScript;
import org.junit.jupiter.api.Test;

class PageScriptTest {

  @Test
  void shouldStaySmallAndAskForNothing() {
    String script = PageScript.get().text();
    assertThat(script.getBytes(UTF_8).length).isLessThanOrEqualTo(6 * 1024);
    assertThat(script).startsWith("'use strict';\n")
        .doesNotContain("\n//", "\n ", "\r", "</")
        .doesNotContain("eval", "Function(", "innerHTML", "import", "fetch", "XMLHttpRequest", "http");
  }
}
