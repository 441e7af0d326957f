package dev.coldstart.runtimes.plainjava;

import tools.jackson.databind.node.ObjectNode;

/** A handler that reads a JSON object and answers {@code {"statusCode":200,"body":"..."}}. */
abstract class JsonHandler implements Handler {
  /** The response's body. */
  abstract String answer(ObjectNode event) throws MalformedEventException;

  @Override
  public final byte[] handle(byte[] event) {
    try {
      return respond(200, answer(Json.parse(event)));
    } catch (MalformedEventException e) {
      return respond(400, "malformed event");
    }
  }

  private static byte[] respond(int status, String body) {
    return Json.bytes(Json.object().put("statusCode", status).put("body", body));
  }
}
