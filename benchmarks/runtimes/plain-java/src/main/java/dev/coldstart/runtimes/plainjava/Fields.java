package dev.coldstart.runtimes.plainjava;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Arrays;
import java.util.Comparator;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Fields of an event. A {@code null} counts as absent. A value of the wrong type makes the event malformed. */
final class Fields {
  private Fields() {}

  static String requiredString(ObjectNode event, String name) throws MalformedEventException {
    return string(event.get(name));
  }

  /** Null if absent. */
  static String string(ObjectNode event, String name) throws MalformedEventException {
    return event.hasNonNull(name) ? requiredString(event, name) : null;
  }

  /** False if absent. */
  static boolean flag(ObjectNode event, String name) throws MalformedEventException {
    if (!event.hasNonNull(name)) {
      return false;
    }
    JsonNode value = event.get(name);
    if (!value.isBoolean()) {
      throw new MalformedEventException();
    }
    return value.booleanValue();
  }

  /** Empty if absent. */
  static ObjectNode object(ObjectNode event, String name) throws MalformedEventException {
    if (!event.hasNonNull(name)) {
      return Json.object();
    }
    if (event.get(name) instanceof ObjectNode object) {
      return object;
    }
    throw new MalformedEventException();
  }

  /** The fields of an object that may contain only strings, sorted by code point. Empty if absent. */
  static SortedMap<String, String> strings(ObjectNode event, String name) throws MalformedEventException {
    SortedMap<String, String> strings = new TreeMap<>(new CodePointOrder());
    for (Map.Entry<String, JsonNode> entry : object(event, name).properties()) {
      strings.put(wellFormed(entry.getKey()), string(entry.getValue()));
    }
    return strings;
  }

  private static String string(JsonNode value) throws MalformedEventException {
    if (value == null || !value.isString()) {
      throw new MalformedEventException();
    }
    return wellFormed(value.stringValue());
  }

  /** Rejects half a surrogate pair: JSON can escape it, but it cannot be encoded in UTF-8. */
  private static String wellFormed(String text) throws MalformedEventException {
    if (!UTF_8.newEncoder().canEncode(text)) {
      throw new MalformedEventException();
    }
    return text;
  }

  /** Unlike {@link String#compareTo}, which puts supplementary characters before U+E000. */
  private static final class CodePointOrder implements Comparator<String> {
    @Override
    public int compare(String left, String right) {
      return Arrays.compareUnsigned(left.getBytes(UTF_8), right.getBytes(UTF_8));
    }
  }
}
