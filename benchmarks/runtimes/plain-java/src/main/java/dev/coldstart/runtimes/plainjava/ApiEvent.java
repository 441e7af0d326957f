package dev.coldstart.runtimes.plainjava;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import tools.jackson.databind.node.ObjectNode;

/** Answers an API Gateway HTTP API event (payload format 2.0) with the fields of that event. */
public final class ApiEvent extends JsonHandler {
  @Override
  String answer(ObjectNode event) throws MalformedEventException {
    ObjectNode http = Fields.object(Fields.object(event, "requestContext"), "http");
    SortedMap<String, String> query = Fields.strings(event, "queryStringParameters");
    SortedMap<String, String> headers = Fields.strings(event, "headers");
    String body = Fields.string(event, "body");
    String name = query.getOrDefault("name", "");

    // Keys in alphabetical order, at each level.
    ObjectNode answer = Json.object();
    answer.putObject("body")
        .put("base64", Fields.flag(event, "isBase64Encoded"))
        .put("bytes", body == null ? 0 : body.getBytes(UTF_8).length);
    ObjectNode chosen = answer.putObject("headers");
    copyHeader(headers, "user-agent", chosen);
    copyHeader(headers, "x-request-id", chosen);
    answer.put("message", "Hello, " + (name.isEmpty() ? "world" : name) + "!");
    answer.put("method", Fields.string(http, "method"));
    answer.put("path", Fields.string(event, "rawPath"));
    ObjectNode parameters = answer.putObject("query");
    for (Map.Entry<String, String> parameter : query.entrySet()) {
      parameters.put(parameter.getKey(), parameter.getValue());
    }
    return Json.text(answer);
  }

  /** If an event spells the header in several ways, the first by code point wins. */
  private static void copyHeader(SortedMap<String, String> headers, String name, ObjectNode to) {
    for (Map.Entry<String, String> header : headers.entrySet()) {
      // Not equalsIgnoreCase: it treats U+017F as an "s".
      if (header.getKey().toLowerCase(Locale.ROOT).equals(name)) {
        to.put(name, header.getValue());
        return;
      }
    }
  }
}
