package dev.coldstart.wasm;

/** Parts of Wasm that came after version 1.0, and that a runtime may lack. Named as in their proposals. */
public enum Feature {
  MUTABLE_GLOBALS("mutable-globals", "mutable globals, imported or exported"),
  SIGN_EXTENSION("sign-extension", "sign-extension operators"),
  SATURATING_FLOAT("saturating-float", "non-trapping float-to-int conversions"),
  MULTI_VALUE("multi-value", "multiple results"),
  BULK_MEMORY("bulk-memory", "bulk memory operations"),
  REFERENCE_TYPES("reference-types", "reference types"),
  SIMD("simd", "SIMD"),
  RELAXED_SIMD("relaxed-simd", "relaxed SIMD"),
  TAIL_CALLS("tail-calls", "tail calls"),
  EXTENDED_CONST("extended-const", "extended constant expressions"),
  EXCEPTIONS("exceptions", "exceptions"),
  LEGACY_EXCEPTIONS("legacy-exceptions", "exceptions in their legacy form"),
  TYPED_REFERENCES("typed-references", "typed function references"),
  GC("gc", "garbage collection"),
  MULTI_MEMORY("multi-memory", "several memories"),
  MEMORY64("memory64", "64-bit memory"),
  THREADS("threads", "threads"),
  WIDE_ARITHMETIC("wide-arithmetic", "wide arithmetic");

  private final String id;
  private final String words;

  Feature(String id, String words) {
    this.id = id;
    this.words = words;
  }

  /** The name in descriptions, for example {@code tail-calls}. */
  public String id() {
    return id;
  }

  /** The name in a sentence. */
  public String words() {
    return words;
  }

  /**
   * The feature with that id.
   *
   * @throws IllegalArgumentException if there is none
   */
  public static Feature ofId(String id) {
    for (Feature feature : values()) {
      if (feature.id.equals(id)) {
        return feature;
      }
    }
    throw new IllegalArgumentException("no feature of Wasm is named " + id);
  }
}
