package dev.coldstart.report;

/** JSON as the content of a script element of no script: a browser ends that at the first {@code </script}. */
final class InlineJson {

  private InlineJson() {}

  /**
   * The same JSON. Each of these stands in texts alone, so it may be written as its number: what would end the element
   * or begin a comment in it, what an XML parser would take for its own, and the two line ends that JavaScript had and
   * JSON has not.
   */
  static String escaped(String json) {
    return json.replace("<", "\\u003c")
        .replace(">", "\\u003e")
        .replace("&", "\\u0026")
        .replace("\u2028", "\\u2028")
        .replace("\u2029", "\\u2029");
  }
}
