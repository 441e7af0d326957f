package dev.coldstart.wasm;

import java.util.Set;

/**
 * Reads types. A value's type becomes a letter, as in the descriptor of a Java method: I, J, F and D for the numbers, V
 * for a vector of 128 bits, P and X for references to functions and to the host's objects, R for any other reference.
 *
 * <p>Source: the WebAssembly specification 3.0, section 5.3 (Types).
 */
final class Types {

  private static final int FUNCTION = 0x60;
  private static final int ARRAY = 0x5e;
  private static final int STRUCT = 0x5f;

  private Types() {}

  /** A vector of value types. */
  static String values(WasmBytes in, Set<Feature> features) throws WasmFormatException {
    int count = in.count();
    StringBuilder letters = new StringBuilder();
    for (int i = 0; i < count; i++) {
      letters.append(value(in, features));
    }
    return letters.toString();
  }

  static char value(WasmBytes in, Set<Feature> features) throws WasmFormatException {
    int type = in.u8();
    return switch (type) {
      case 0x7f -> 'I';
      case 0x7e -> 'J';
      case 0x7d -> 'F';
      case 0x7c -> 'D';
      case 0x7b -> {
        features.add(Feature.SIMD);
        yield 'V';
      }
      case 0x63, 0x64 -> {
        features.add(Feature.TYPED_REFERENCES);
        heap(in, features);
        yield 'R';
      }
      default -> {
        shortReference(in, type, features);
        yield type == 0x70 ? 'P' : type == 0x6f ? 'X' : 'R';
      }
    };
  }

  /** A reference type that fits into one byte. */
  private static void shortReference(WasmBytes in, int type, Set<Feature> features) throws WasmFormatException {
    switch (type) {
      case 0x70, 0x6f -> features.add(Feature.REFERENCE_TYPES);
      case 0x69, 0x74 -> features.add(Feature.EXCEPTIONS);
      case 0x6a, 0x6b, 0x6c, 0x6d, 0x6e, 0x71, 0x72, 0x73 -> features.add(Feature.GC);
      default -> throw in.failure("unknown type 0x" + Integer.toHexString(type));
    }
  }

  /** A heap type: the index of a type, or an abstract one. */
  static void heap(WasmBytes in, Set<Feature> features) throws WasmFormatException {
    int first = in.peek();
    if (first >= 0x69 && first <= 0x74) {
      shortReference(in, in.u8(), features);
    } else {
      in.s33();
      features.add(Feature.TYPED_REFERENCES);
    }
  }

  /**
   * An entry of the type section, which may be a group of types.
   *
   * @return the descriptors of the functions; an empty text for a type that is no function
   */
  static String[] group(WasmBytes in, Set<Feature> features) throws WasmFormatException {
    if (in.peek() != 0x4e) {
      return new String[] {sub(in, features)};
    }
    in.u8();
    features.add(Feature.GC);
    String[] types = new String[in.count()];
    for (int i = 0; i < types.length; i++) {
      types[i] = sub(in, features);
    }
    return types;
  }

  private static String sub(WasmBytes in, Set<Feature> features) throws WasmFormatException {
    int form = in.u8();
    if (form == 0x50 || form == 0x4f) {
      features.add(Feature.GC);
      int parents = in.count();
      for (int i = 0; i < parents; i++) {
        in.u32();
      }
      form = in.u8();
    }
    if (form == FUNCTION) {
      String parameters = values(in, features);
      String results = values(in, features);
      if (results.length() > 1) {
        features.add(Feature.MULTI_VALUE);
      }
      return "(" + parameters + ")" + results;
    }
    if (form != STRUCT && form != ARRAY) {
      throw in.failure("unknown type 0x" + Integer.toHexString(form));
    }
    features.add(Feature.GC);
    int fields = form == ARRAY ? 1 : in.count();
    for (int i = 0; i < fields; i++) {
      field(in, features);
    }
    return "";
  }

  private static void field(WasmBytes in, Set<Feature> features) throws WasmFormatException {
    int packed = in.peek();
    if (packed == 0x78 || packed == 0x77) {
      in.u8();
    } else {
      value(in, features);
    }
    in.u8();
  }
}
