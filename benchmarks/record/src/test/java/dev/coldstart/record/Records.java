package dev.coldstart.record;

import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/** Copies records with some components changed. */
public final class Records {

  private Records() {}

  /** @param changes component names and values in turn */
  public static <R extends Record> R with(R record, Object... changes) {
    Map<Object, Object> values = new HashMap<>();
    for (int i = 0; i < changes.length; i += 2) {
      values.put(changes[i], changes[i + 1]);
    }
    RecordComponent[] components = record.getClass().getRecordComponents();
    Object[] all = new Object[components.length];
    try {
      for (int i = 0; i < all.length; i++) {
        String name = components[i].getName();
        all[i] = values.containsKey(name) ? values.remove(name) : components[i].getAccessor().invoke(record);
      }
      if (!values.isEmpty()) {
        throw new IllegalArgumentException(record.getClass() + " has no " + values.keySet());
      }
      Class<?>[] types = Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
      @SuppressWarnings("unchecked")
      R copy = (R) record.getClass().getDeclaredConstructor(types).newInstance(all);
      return copy;
    } catch (ReflectiveOperationException e) {
      throw new IllegalArgumentException(e);
    }
  }
}
