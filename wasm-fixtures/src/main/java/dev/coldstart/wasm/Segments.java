package dev.coldstart.wasm;

import java.util.Set;

/**
 * Passes the sections that fill tables, functions and memories. All that is taken from them are the features that they
 * need.
 *
 * <p>Source: the WebAssembly specification 3.0, section 5.5 (Modules).
 */
final class Segments {

  private Segments() {}

  static void elements(WasmBytes in, Set<Feature> features) throws WasmFormatException {
    int count = in.count();
    for (int i = 0; i < count; i++) {
      int flags = in.u32();
      boolean isPassive = (flags & 1) != 0;
      boolean hasTable = (flags & 2) != 0 && !isPassive;
      boolean hasExpressions = (flags & 4) != 0;
      if (flags != 0) {
        features.add(hasExpressions ? Feature.REFERENCE_TYPES : Feature.BULK_MEMORY);
      }
      if (hasTable) {
        in.u32();
      }
      if (!isPassive) {
        new Instructions(in, features).constant();
      }
      if ((flags & 3) != 0) {
        if (hasExpressions) {
          Types.value(in, features);
        } else {
          in.u8();
        }
      }
      int entries = in.count();
      for (int k = 0; k < entries; k++) {
        if (hasExpressions) {
          new Instructions(in, features).constant();
        } else {
          in.u32();
        }
      }
    }
  }

  static void code(WasmBytes in, Set<Feature> features) throws WasmFormatException {
    int count = in.count();
    for (int i = 0; i < count; i++) {
      WasmBytes function = in.slice(in.u32());
      int groups = function.count();
      for (int k = 0; k < groups; k++) {
        function.u32();
        Types.value(function, features);
      }
      new Instructions(function, features).body();
    }
  }

  static void data(WasmBytes in, Set<Feature> features) throws WasmFormatException {
    int count = in.count();
    for (int i = 0; i < count; i++) {
      int flags = in.u32();
      if (flags == 1) {
        features.add(Feature.BULK_MEMORY);
      }
      if (flags == 2) {
        in.u32();
      }
      if (flags != 1) {
        new Instructions(in, features).constant();
      }
      in.skip(in.u32());
    }
  }
}
