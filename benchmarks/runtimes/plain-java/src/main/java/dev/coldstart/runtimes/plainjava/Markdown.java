package dev.coldstart.runtimes.plainjava;

import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;
import tools.jackson.databind.node.ObjectNode;

/** Plain CommonMark, because Markdown libraries disagree about extensions. */
public final class Markdown extends JsonHandler {
  private final Parser parser = Parser.builder().build();
  // As in the examples of the CommonMark specification, and in pulldown-cmark.
  private final HtmlRenderer renderer = HtmlRenderer.builder().percentEncodeUrls(true).build();

  @Override
  String answer(ObjectNode event) throws MalformedEventException {
    return renderer.render(parser.parse(Fields.requiredString(event, "body")));
  }
}
