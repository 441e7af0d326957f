package dev.coldstart.wasm;

import java.util.Set;

/**
 * Passes over instructions and collects the features that they need. Knows each instruction's immediates, not its
 * meaning.
 *
 * <p>Source: the WebAssembly specification 3.0, section 5.4 (Instructions), and the proposals for threads, wide
 * arithmetic and legacy exceptions.
 */
final class Instructions {

  private final WasmBytes in;
  private final Set<Feature> features;

  /** @param in starts at the first instruction */
  Instructions(WasmBytes in, Set<Feature> features) {
    this.in = in;
    this.features = features;
  }

  /** Passes a function's body, which fills the whole range. */
  void body() throws WasmFormatException {
    while (!in.isAtEnd()) {
      next();
    }
  }

  /** Passes a constant expression, up to and including its end. */
  void constant() throws WasmFormatException {
    int opcode;
    do {
      opcode = next();
      boolean isArithmetic = opcode >= 0x6a && opcode <= 0x6c || opcode >= 0x7c && opcode <= 0x7e;
      if (isArithmetic) {
        features.add(Feature.EXTENDED_CONST);
      }
    } while (opcode != 0x0b);
  }

  /** Passes one instruction and returns its first byte. */
  private int next() throws WasmFormatException {
    int opcode = in.u8();
    switch (opcode) {
      case 0x02, 0x03, 0x04 -> blockType();
      case 0x06 -> {
        features.add(Feature.LEGACY_EXCEPTIONS);
        blockType();
      }
      case 0x07, 0x09, 0x18 -> {
        features.add(Feature.LEGACY_EXCEPTIONS);
        in.u32();
      }
      case 0x19 -> features.add(Feature.LEGACY_EXCEPTIONS);
      case 0x08, 0x0c, 0x0d, 0x10, 0x20, 0x21, 0x22, 0x23, 0x24, 0x3f, 0x40, 0xd2 -> in.u32();
      case 0x0a -> features.add(Feature.EXCEPTIONS);
      case 0x0e -> {
        indices(in.count());
        in.u32();
      }
      case 0x11 -> indices(2);
      case 0x12 -> needs(Feature.TAIL_CALLS, 1);
      case 0x13 -> needs(Feature.TAIL_CALLS, 2);
      case 0x14 -> needs(Feature.TYPED_REFERENCES, 1);
      case 0x15 -> {
        features.add(Feature.TAIL_CALLS);
        needs(Feature.TYPED_REFERENCES, 1);
      }
      case 0x1c -> {
        features.add(Feature.REFERENCE_TYPES);
        Types.values(in, features);
      }
      case 0x1f -> tryTable();
      case 0x25, 0x26 -> needs(Feature.REFERENCE_TYPES, 1);
      case 0x41, 0x42 -> in.skipLeb();
      case 0x43 -> in.skip(Float.BYTES);
      case 0x44 -> in.skip(Double.BYTES);
      case 0xc0, 0xc1, 0xc2, 0xc3, 0xc4 -> features.add(Feature.SIGN_EXTENSION);
      case 0xd0 -> {
        features.add(Feature.REFERENCE_TYPES);
        Types.heap(in, features);
      }
      case 0xd1 -> features.add(Feature.REFERENCE_TYPES);
      case 0xd3 -> features.add(Feature.GC);
      case 0xd4 -> features.add(Feature.TYPED_REFERENCES);
      case 0xd5, 0xd6 -> needs(Feature.TYPED_REFERENCES, 1);
      case 0xfb -> gc();
      case 0xfc -> miscellaneous();
      case 0xfd -> simd();
      case 0xfe -> threads();
      default -> plain(opcode);
    }
    return opcode;
  }

  /** An instruction with a memory's address, or without immediates. */
  private void plain(int opcode) throws WasmFormatException {
    if (opcode >= 0x28 && opcode <= 0x3e) {
      address();
      return;
    }
    boolean isKnown = opcode <= 0x01 || opcode == 0x05 || opcode == 0x0b || opcode == 0x0f || opcode == 0x1a
        || opcode == 0x1b || opcode >= 0x45 && opcode <= 0xbf;
    if (!isKnown) {
      throw in.failure("unknown instruction 0x" + Integer.toHexString(opcode));
    }
  }

  private void needs(Feature feature, int indices) throws WasmFormatException {
    features.add(feature);
    indices(indices);
  }

  private void indices(int count) throws WasmFormatException {
    for (int i = 0; i < count; i++) {
      in.u32();
    }
  }

  private void blockType() throws WasmFormatException {
    int first = in.peek();
    if (first == 0x40) {
      in.u8();
    } else if (first < 0x40 || first >= 0x80) {
      // The index of a function type. A block with one result or none has no need of it.
      in.s33();
      features.add(Feature.MULTI_VALUE);
    } else {
      Types.value(in, features);
    }
  }

  private void tryTable() throws WasmFormatException {
    features.add(Feature.EXCEPTIONS);
    blockType();
    int catches = in.count();
    for (int i = 0; i < catches; i++) {
      boolean isCatchAll = in.u8() >= 2;
      indices(isCatchAll ? 1 : 2);
    }
  }

  private void address() throws WasmFormatException {
    int alignment = in.u32();
    if ((alignment & 0x40) != 0) {
      needs(Feature.MULTI_MEMORY, 1);
    }
    in.u64();
  }

  private void gc() throws WasmFormatException {
    features.add(Feature.GC);
    int opcode = in.u32();
    switch (opcode) {
      case 0, 1, 6, 7, 11, 12, 13, 14, 16 -> indices(1);
      case 2, 3, 4, 5, 8, 9, 10, 17, 18, 19 -> indices(2);
      case 20, 21, 22, 23 -> Types.heap(in, features);
      case 24, 25 -> {
        in.u8();
        in.u32();
        Types.heap(in, features);
        Types.heap(in, features);
      }
      default -> {
        if (opcode != 15 && (opcode < 26 || opcode > 30)) {
          throw in.failure("unknown instruction 0xfb " + opcode);
        }
      }
    }
  }

  private void miscellaneous() throws WasmFormatException {
    int opcode = in.u32();
    switch (opcode) {
      case 0, 1, 2, 3, 4, 5, 6, 7 -> features.add(Feature.SATURATING_FLOAT);
      case 8, 10, 12, 14 -> needs(Feature.BULK_MEMORY, 2);
      case 9, 11, 13 -> needs(Feature.BULK_MEMORY, 1);
      case 15, 16, 17 -> needs(Feature.REFERENCE_TYPES, 1);
      case 19, 20, 21, 22 -> features.add(Feature.WIDE_ARITHMETIC);
      default -> throw in.failure("unknown instruction 0xfc " + opcode);
    }
  }

  private void simd() throws WasmFormatException {
    int opcode = in.u32();
    features.add(opcode >= 0x100 ? Feature.RELAXED_SIMD : Feature.SIMD);
    if (opcode <= 0x0b || opcode == 0x5c || opcode == 0x5d) {
      address();
    } else if (opcode == 0x0c || opcode == 0x0d) {
      in.skip(16);
    } else if (opcode >= 0x15 && opcode <= 0x22) {
      in.u8();
    } else if (opcode >= 0x54 && opcode <= 0x5b) {
      address();
      in.u8();
    }
  }

  private void threads() throws WasmFormatException {
    features.add(Feature.THREADS);
    int opcode = in.u32();
    if (opcode == 0x03) {
      in.u8();
    } else {
      address();
    }
  }
}
