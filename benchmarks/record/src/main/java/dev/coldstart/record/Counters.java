package dev.coldstart.record;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.Function;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.annotation.JsonDeserialize;
import tools.jackson.databind.util.NameTransformer;

/** The counters of one launch. In the file they are fields of the launch itself. */
@JsonDeserialize(using = Counters.FromFields.class)
public record Counters(@JsonAnyGetter Map<Counter, Long> values) {

  public static final Counters NONE = new Counters(Map.of());

  /** @param read gives the value of a counter; null if there is none */
  public static Counters of(Function<Counter, Long> read) {
    Map<Counter, Long> values = new EnumMap<>(Counter.class);
    for (Counter counter : Counter.values()) {
      Long value = read.apply(counter);
      if (value != null) {
        values.put(counter, value);
      }
    }
    return new Counters(values);
  }

  /** Null if it is absent. */
  public Long get(Counter counter) {
    return values.get(counter);
  }

  static final class FromFields extends ValueDeserializer<Counters> {

    /** Returns a new deserializer, because Jackson does not unwrap if this method returns {@code this}. */
    @Override
    public ValueDeserializer<Counters> unwrappingDeserializer(DeserializationContext context,
        NameTransformer unwrapper) {
      return new FromFields();
    }

    /** Skips fields that are not counters. A later version may add some. */
    @Override
    public Counters deserialize(JsonParser json, DeserializationContext context) {
      Map<Counter, Long> values = new EnumMap<>(Counter.class);
      for (String name = json.nextName(); name != null; name = json.nextName()) {
        JsonToken value = json.nextToken();
        Counter counter = Counter.of(name).orElse(null);
        if (counter == null) {
          json.skipChildren();
        } else if (value != JsonToken.VALUE_NULL) {
          values.put(counter, number(json, context, name));
        }
      }
      return new Counters(values);
    }

    private static Long number(JsonParser json, DeserializationContext context, String name) {
      try {
        return context.readValue(json, Long.class);
      } catch (DatabindException e) {
        throw e.prependPath(Launch.class, name);
      }
    }
  }
}
