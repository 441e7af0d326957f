package dev.coldstart.runtimes.plainjava;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.json.JsonWriteFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Jackson, configured to accept and write the same JSON as serde_json. */
final class Json {
  private static final JsonMapper MAPPER = JsonMapper.builder(JsonFactory.builder()
      .streamReadConstraints(StreamReadConstraints.builder().maxNestingDepth(127).build())
      .disable(JsonWriteFeature.ESCAPE_FORWARD_SLASHES)
      .disable(JsonWriteFeature.WRITE_HEX_UPPER_CASE)
      .build()).build();

  private Json() {}

  static ObjectNode parse(byte[] event) throws MalformedEventException {
    try {
      // Given bytes, Jackson would guess the encoding and accept encoded surrogates.
      String text = UTF_8.newDecoder().decode(ByteBuffer.wrap(event)).toString();
      JsonNode root = MAPPER.readTree(text);
      if (root instanceof ObjectNode object) {
        return object;
      }
    } catch (CharacterCodingException | JacksonException e) {
      // Handled like a value that is not an object.
    }
    throw new MalformedEventException();
  }

  static ObjectNode object() {
    return MAPPER.createObjectNode();
  }

  static byte[] bytes(ObjectNode object) {
    return MAPPER.writeValueAsBytes(object);
  }

  static String text(ObjectNode object) {
    return MAPPER.writeValueAsString(object);
  }
}
